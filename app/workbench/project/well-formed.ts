/**
 * Whether every string in `value` is well-formed Unicode. One that holds half of a surrogate pair has no UTF-8 form,
 * so the file would hold something else than was given.
 */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormed(inner))
}
