import type { Label } from './label.ts'

/** Colours that are told apart on paper and in the dark, and read as ink in both. */
export const labelColors = [
  '#c2570c',
  '#2563eb',
  '#be123c',
  '#0f766e',
  '#7c3aed',
  '#4d7c0f',
  '#a21caf',
  '#0369a1',
  '#854d0e',
  '#475569',
] as const

/** The colour of the palette that the fewest labels have. */
export function nextColor(labels: readonly Label[]): string {
  const uses = (color: string): number => labels.filter((label) => label.color === color).length
  return labelColors.toSorted((one, other) => uses(one) - uses(other))[0] ?? labelColors[0]
}
