import { isWellFormed } from '../../project/well-formed.ts'

/**
 * A value with the replacement character (U+FFFD) in place of every half of a surrogate pair, in names of fields too; the
 * very value where it has none. For what is shown and described: a text that offsets count in is refused instead.
 */
export function wellFormed<Value>(value: Value): Value {
  if (isWellFormed(value)) return value
  // JSON spells halves as escapes, and nothing else so.
  const whole: Value = JSON.parse(
    JSON.stringify(value).replaceAll(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (escape, half: unknown) =>
      half === undefined ? escape : '\uFFFD',
    ),
  )
  return whole
}
