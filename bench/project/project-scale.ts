/** How many documents a generated project holds. */
export type ProjectScale = { readonly documents: number }

/** Of one document: bytes of UTF-8, and annotations. */
export const documentSize = { size: 4000, count: 50 } as const

export const projectScales: readonly ProjectScale[] = [
  { documents: 100 },
  { documents: 1_000 },
  { documents: 10_000 },
]
