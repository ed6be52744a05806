/** Names in the page's highlight registry; the stylesheet addresses them as `::highlight(name)`. */
export function labelHighlight(labelId: string, lane: number): string {
  return `label-${labelId}-${lane}`
}

export const currentHighlight = 'current-annotation'
export const proposedHighlight = 'proposed-place'
export const heldHighlight = 'held-selection'
export const foundHighlight = 'find-match'
export const foundCurrentHighlight = 'find-current'
