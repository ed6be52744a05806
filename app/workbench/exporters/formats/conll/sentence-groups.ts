import type { Span } from '../../../../../shared/text/span.ts'
import type { Token } from './tokens.ts'

/**
 * Tokens by sentence. Sentences that a span runs across are one: tags go on from line to line, and a blank line ends them.
 * `starts` ascend, in UTF-16 code units like everything here.
 */
export function* sentenceGroups(
  tokens: Iterable<Token>,
  starts: readonly number[],
  spans: readonly Span[],
): Generator<readonly Token[]> {
  const parting = starts[Symbol.iterator]()
  const crossed = spans.toSorted((one, other) => one.start - other.start)
  let place = 0
  let reach = 0

  function isCrossed(start: number): boolean {
    for (
      let span = crossed[place];
      span !== undefined && span.start < start;
      span = crossed[place]
    ) {
      reach = Math.max(reach, span.end)
      place += 1
    }
    return reach > start
  }

  let next = parting.next()
  let group: Token[] = []
  for (const token of tokens) {
    let parts = false
    while (next.done !== true && next.value <= token.start) {
      parts ||= !isCrossed(next.value)
      next = parting.next()
    }
    if (parts && group.length > 0) {
      yield group
      group = []
    }
    group.push(token)
  }
  if (group.length > 0) yield group
}
