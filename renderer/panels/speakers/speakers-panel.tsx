/** To be filled in the next step. */
export function SpeakersPanel() {
  return null
}
