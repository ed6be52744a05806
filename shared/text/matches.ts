import { t } from '../language/translate.ts'
import { failure, success, type Result } from '../result.ts'
import { graphemeCeiling, graphemeFloor, isGraphemeBoundary, nextGrapheme } from './grapheme.ts'
import type { Span } from './span.ts'

/** What is looked for in a text. */
export type TextQuery = {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  /** Whether `text` is a regular expression: JavaScript’s, with the flags `u` and `m`. */
  readonly expression: boolean
}

/** Where a text has what is looked for: ascending, apart from each other, in UTF-16 code units. */
export type Matches = {
  readonly spans: readonly Span[]
  /** False where there are more than were asked for. */
  readonly complete: boolean
}

/** Scripts that put no space between words: each of their characters may begin or end one. */
const unspaced = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => String.raw`\p{Script_Extensions=${script}}`)
  .join('')
const wordCharacter = String.raw`(?![${unspaced}])[\p{L}\p{M}\p{N}_]`

/** Holds between two characters that are not both parts of one word. */
const wordEdge = `(?:(?<!${wordCharacter})|(?!${wordCharacter}))`

/**
 * The first `limit` places of a text that match. A text that is written out is found only where graphemes end at both
 * its ends (`e` is not in `é`, in whichever way that is written); what an expression finds is widened to whole graphemes.
 * Empty stretches never match. Fails where the expression is none.
 */
export function matchesIn(text: string, query: TextQuery, limit: number): Result<Matches> {
  const compiled = patternOf(query)
  if (!compiled.ok) return compiled
  const pattern = compiled.value
  const spans: Span[] = []
  for (;;) {
    const match = pattern.exec(text)
    if (match === null) return success({ spans, complete: true })
    const found = { start: match.index, end: match.index + match[0].length }
    const span = query.expression ? widened(text, found) : found
    if (isWhole(text, span) && span.start >= (spans.at(-1)?.end ?? 0)) {
      if (spans.length === limit) return success({ spans, complete: false })
      spans.push(span)
      pattern.lastIndex = span.end
    } else {
      if (match.index >= text.length) return success({ spans, complete: true })
      pattern.lastIndex = nextGrapheme(text, match.index)
    }
  }
}

function patternOf(query: TextQuery): Result<RegExp> {
  const source = query.expression ? query.text : escaped(query.text)
  const flags = query.matchCase ? 'gmu' : 'gimu'
  try {
    // By itself first: `a)(b` is an expression only between the parentheses below.
    const pattern = new RegExp(source, flags)
    return success(
      query.wholeWords ? new RegExp(`${wordEdge}(?:${source})${wordEdge}`, flags) : pattern,
    )
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return failure(
      'invalidArguments',
      t('failures:query.noExpression', { reason: reasonOf(error) }),
      t('failures:query.turnOff'),
    )
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** What an engine says after the expression itself: `Unterminated group` becomes `unterminated group`. */
function reasonOf({ message }: SyntaxError): string {
  const reason = message.slice(message.lastIndexOf(': ') + 1).trim()
  return reason.charAt(0).toLowerCase() + reason.slice(1)
}

function widened(text: string, { start, end }: Span): Span {
  if (start === end) return { start, end }
  return { start: graphemeFloor(text, start), end: graphemeCeiling(text, end) }
}

function isWhole(text: string, { start, end }: Span): boolean {
  return start < end && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
}
