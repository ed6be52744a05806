/** To be filled in the next step. */
export function RelationsPanel() {
  return null
}
