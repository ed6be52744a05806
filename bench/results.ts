import type { Scale } from './scale.ts'
import type { Statistics } from './statistics.ts'

export const subjects = [
  'Verbatim',
  'Verbatim, whole app',
  'CodeMirror 6',
  'Recogito',
  'Lexical, empty',
] as const
export type SubjectName = (typeof subjects)[number]

export const measures = [
  'Opening to painted',
  'Key press to painted tag',
  'Frames to painted tag',
  'Key press to Saved',
  'Opening the palette',
  'Filtering the list',
  'Jumping to an annotation',
] as const
export type Measure = (typeof measures)[number]

/** In ms, but for what is told in frames. */
export type Result = Statistics & {
  readonly measure: Measure
  readonly scale: Scale
  readonly subject: SubjectName
}

/** What an empty Lexical editor does, beside which everything is put. */
const lexicalMeasure: Measure = 'Key press to painted tag'

const framesMeasure: Measure = 'Frames to painted tag'

/** Verbatim's median as a multiple of a peer's; of the empty Lexical editor's key press where the peer does not do the same. */
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
  const beside = results.flatMap(({ measure, scale, subject, median }) => {
    const own = medianOf(results, measure, scale.words, 'Verbatim')
    if (own === null || subject.startsWith('Verbatim')) return []
    return [{ measure, scale, peer: subject, ratio: own / median }]
  })
  const besideLexical = results.flatMap(({ measure, scale, subject, median }): readonly Ratio[] => {
    const peer = medianOf(results, lexicalMeasure, scale.words, 'Lexical, empty')
    if (peer === null || subject !== 'Verbatim, whole app') return []
    if (measure === framesMeasure) return []
    return [{ measure, scale, peer: 'Lexical, empty', ratio: median / peer }]
  })
  const known = new Set(besideLexical.map(({ measure, scale }) => `${measure} ${scale.words}`))
  return [
    ...beside.filter(
      ({ measure, scale, peer }) =>
        peer !== 'Lexical, empty' || !known.has(`${measure} ${scale.words}`),
    ),
    ...besideLexical,
  ]
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
    inFrames(results, 10_000, 1),
    inFrames(results, 100_000, 2),
    besideEmptyEditor(results, 10_000, 1),
    besideEmptyEditor(results, 100_000, 2),
    ...quickMeasures.map((measure) => isQuick(results, measure)),
  ].filter((reach) => reach !== null)
}

const quickMeasures = [
  'Opening the palette',
  'Filtering the list',
  'Jumping to an annotation',
] as const satisfies readonly Measure[]

/** How long these may take in the longest text, in ms. */
const quick = 50

function isQuick(results: readonly Result[], measure: Measure): Reach | null {
  const own = find(results, measure, 100_000, 'Verbatim, whole app')
  if (own === undefined) return null
  return {
    name: `at 100k words, ${measure.toLowerCase()} takes less than ${quick} ms`,
    seen: `${own.median.toFixed(1)} ms, one in twenty more than ${own.p95.toFixed(1)} ms`,
    met: own.median < quick,
  }
}

/** The slowest tags but one in twenty, by the frame that shows them. */
function inFrames(results: readonly Result[], words: number, frames: number): Reach | null {
  const own = find(results, framesMeasure, words, 'Verbatim, whole app')
  if (own === undefined) return null
  return {
    name: `at ${words / 1000}k words, 95 of 100 tags are in ${inWords(frames)} after the key press`,
    seen: `frame ${own.p95}`,
    met: own.p95 <= frames,
  }
}

function inWords(frames: number): string {
  return frames === 1 ? 'the first frame' : `one of the first ${frames} frames`
}

/** The slowest tags but one in twenty, beside those of an editor that only shows a character. */
function besideEmptyEditor(
  results: readonly Result[],
  words: number,
  frames: number,
): Reach | null {
  const own = find(results, lexicalMeasure, words, 'Verbatim, whole app')
  const peer = find(results, lexicalMeasure, words, 'Lexical, empty')
  if (own === undefined || peer === undefined) return null
  return {
    name: `at ${words / 1000}k words, 95 of 100 tags are painted within ${frames === 1 ? 'one frame' : 'two frames'} of a character in an empty Lexical editor`,
    seen: `${own.p95.toFixed(1)} ms beside ${peer.p95.toFixed(1)} ms`,
    met: own.p95 <= peer.p95 + frames * frame,
  }
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
  return find(results, measure, words, subject)?.median ?? null
}

function find(
  results: readonly Result[],
  measure: Measure,
  words: number,
  subject: SubjectName,
): Result | undefined {
  return results.find(
    (result) =>
      result.measure === measure && result.scale.words === words && result.subject === subject,
  )
}
