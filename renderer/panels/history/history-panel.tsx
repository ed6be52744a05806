/** To be filled in the next step. */
export function HistoryPanel() {
  return null
}
