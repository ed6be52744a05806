/** What stands between what was written and what comes next, the stronger ones last. */
const separators = ['', ' ', '\t', '\n', '\n\n'] as const
export type Separator = (typeof separators)[number]

/** A stretch of characters that is the same in the file and in the text. Offsets are UTF-16 code units. */
type Run = { readonly raw: number; readonly out: number; length: number }

/**
 * Lays out characters of a file as plain text, and knows where each of them went. Characters of the file are counted as
 * pointers of TEI count them: all of them, one after the other, as though there were no tags.
 */
export type TextLayout = {
  /** Characters of the file; `verbatim` keeps white space, otherwise it is one space. */
  readonly write: (characters: string, verbatim: boolean) => void
  /** Characters that are no part of the text. */
  readonly skip: (characters: string) => void
  /** Sets apart what comes next, if anything comes and anything came. */
  readonly separate: (separator: Separator) => void
  /** Characters of the file until now. */
  readonly raw: () => number
  /** Length of the text until now. */
  readonly out: () => number
  /** `then` is told where the next character comes to stand. */
  readonly whenNext: (then: (out: number) => void) => void
  readonly done: () => LaidOutText
}

export type LaidOutText = {
  readonly text: string
  /** All characters of the file. */
  readonly stream: string
  /** Where the text is that a stretch of the file holds; empty where it holds none. */
  readonly carry: (start: number, end: number) => { readonly start: number; readonly end: number }
}

export function startLayout(): TextLayout {
  const parts: string[] = []
  const stream: string[] = []
  const runs: Run[] = []
  let raw = 0
  let out = 0
  let waiting: Separator = ''
  let listeners: ((out: number) => void)[] = []

  function emit(characters: string, at: number): void {
    if (out > 0 && waiting !== '') {
      parts.push(waiting)
      out += waiting.length
    }
    waiting = ''
    for (const tell of listeners) tell(out)
    listeners = []
    const last = runs.at(-1)
    const gap = last === undefined ? -1 : at - last.raw - last.length
    // A single space between words is where it was, so that the run goes on.
    if (last !== undefined && gap >= 0 && gap <= 1 && out - last.out - last.length === gap) {
      last.length += gap + characters.length
    } else runs.push({ raw: at, out, length: characters.length })
    parts.push(characters)
    out += characters.length
  }

  function separate(separator: Separator): void {
    if (separators.indexOf(separator) > separators.indexOf(waiting)) waiting = separator
  }

  function skip(characters: string): void {
    stream.push(characters)
    raw += characters.length
  }

  return {
    separate,
    skip,
    write: (characters, verbatim) => {
      if (verbatim) {
        if (characters !== '') emit(characters, raw)
      } else {
        let end = 0
        for (const match of characters.matchAll(/[^ \t\r\n]+/g)) {
          if (match.index > end) separate(' ')
          emit(match[0], raw + match.index)
          end = match.index + match[0].length
        }
        if (end < characters.length) separate(' ')
      }
      skip(characters)
    },
    raw: () => raw,
    out: () => out,
    whenNext: (then) => listeners.push(then),
    done: () => ({ text: parts.join(''), stream: stream.join(''), carry: carrier(runs) }),
  }
}

function carrier(runs: readonly Run[]): LaidOutText['carry'] {
  return (start, end) => {
    const first = runs[firstIndex(runs, (run) => run.raw + run.length > start)]
    const last = runs[firstIndex(runs, (run) => run.raw >= end) - 1]
    if (first === undefined || last === undefined) return { start: 0, end: 0 }
    const from = first.out + Math.max(0, start - first.raw)
    const to = last.out + Math.min(last.length, end - last.raw)
    return from < to ? { start: from, end: to } : { start: from, end: from }
  }
}

/** The first run for which it holds, where it holds for all after it. */
function firstIndex(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run !== undefined && holds(run)) high = middle
    else low = middle + 1
  }
  return low
}
