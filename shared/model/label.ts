import { z } from 'zod'

/** What an annotation says its span is. The `id` is a stable short word that datasets carry; the name may change. */
export const labelSchema = z
  .strictObject({
    id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u),
    name: z.string().min(1).max(100),
    /** `#rrggbb`; the interface derives its light and dark tints from it. */
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    /** The key that applies the label, as `KeyboardEvent.key` names it; `null` for none. */
    key: z.string().length(1).nullable(),
    description: z.string(),
    /** Place in the tag set, ascending from 0. */
    position: z.int().nonnegative(),
  })
  .readonly()

export type Label = z.infer<typeof labelSchema>

/** The tag set of a new project. */
export const defaultLabels: readonly Label[] = [
  {
    id: 'claim',
    name: 'Claim',
    color: '#c2570c',
    key: '1',
    description: 'An assertion of fact that could be checked.',
    position: 0,
  },
  {
    id: 'quote',
    name: 'Quote',
    color: '#2563eb',
    key: '2',
    description: 'Words given as somebody’s own.',
    position: 1,
  },
  {
    id: 'denial',
    name: 'Denial',
    color: '#be123c',
    key: '3',
    description: 'A rejection of a claim made elsewhere.',
    position: 2,
  },
  {
    id: 'analysis',
    name: 'Analysis',
    color: '#0f766e',
    key: '4',
    description: 'Interpretation or judgement by the writer or an expert.',
    position: 3,
  },
]
