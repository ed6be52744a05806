/** To be filled in the next step. */
export function GuidelinesPanel() {
  return null
}
