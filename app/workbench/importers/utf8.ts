/**
 * Whether bytes are UTF-8 but for a few: of the characters beyond ASCII at least two are whole for each that is broken.
 */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (const character of new TextDecoder('utf-8').decode(bytes)) {
    if (character === '\uFFFD') broken += 1
    else if (character > '\u007F') whole += 1
  }
  return whole >= broken * 2
}
