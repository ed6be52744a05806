import type { Scale } from './scale.ts'
import type { Statistics } from './statistics.ts'

export const subjects = ['Verbatim', 'Verbatim, whole app', 'CodeMirror 6', 'Recogito'] as const
export type SubjectName = (typeof subjects)[number]

export const measures = [
  'Opening to painted',
  'Key press to painted tag',
  'Key press to Saved',
] as const
export type Measure = (typeof measures)[number]

export type Result = Statistics & {
  readonly measure: Measure
  readonly scale: Scale
  readonly subject: SubjectName
}

/** Verbatim's median as a multiple of a peer's. */
export type Ratio = {
  readonly measure: Measure
  readonly scale: Scale
  readonly peer: SubjectName
  readonly ratio: number
}

/** One thing the project has set out to reach. */
export type Reach = { readonly name: string; readonly seen: string; readonly met: boolean }

/** One frame at 60 Hz, in ms. */
const frame = 1000 / 60

export function ratiosOf(results: readonly Result[]): readonly Ratio[] {
  return results.flatMap(({ measure, scale, subject, median }) => {
    const own = medianOf(results, measure, scale.words, 'Verbatim')
    if (own === null || subject.startsWith('Verbatim')) return []
    return [{ measure, scale, peer: subject, ratio: own / median }]
  })
}

/** What was set out to reach, and whether it was. Empty where nothing was measured at its scale. */
export function reachesOf(results: readonly Result[]): readonly Reach[] {
  return [
    compare(results, 'Opening to painted', 10_000, 'CodeMirror 6', {
      name: 'at 10k words, opens no slower than twice CodeMirror 6',
      holds: (own, peer) => own <= 2 * peer,
    }),
    compare(results, 'Key press to painted tag', 10_000, 'CodeMirror 6', {
      name: 'at 10k words, paints a tag within one frame of CodeMirror 6',
      holds: (own, peer) => own <= peer + frame,
    }),
    compare(results, 'Opening to painted', 100_000, 'Recogito', {
      name: 'at 100k words, opens at least 10 times faster than Recogito',
      holds: (own, peer) => 10 * own <= peer,
    }),
  ].filter((reach) => reach !== null)
}

function compare(
  results: readonly Result[],
  measure: Measure,
  words: number,
  peer: SubjectName,
  { name, holds }: { name: string; holds: (own: number, peer: number) => boolean },
): Reach | null {
  const own = medianOf(results, measure, words, 'Verbatim')
  const other = medianOf(results, measure, words, peer)
  if (own === null || other === null) return null
  const seen = `${own.toFixed(1)} ms beside ${other.toFixed(1)} ms`
  return { name, seen, met: holds(own, other) }
}

function medianOf(
  results: readonly Result[],
  measure: Measure,
  words: number,
  subject: SubjectName,
): number | null {
  const found = results.find(
    (result) =>
      result.measure === measure && result.scale.words === words && result.subject === subject,
  )
  return found?.median ?? null
}
