/** How many characters beyond ASCII are whole when bytes are read as UTF-8, and how many are broken. */
export function countUtf8(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0
  let broken = 0
  for (const character of new TextDecoder('utf-8').decode(bytes)) {
    if (character === '\uFFFD') broken += 1
    else if (character > '\u007F') whole += 1
  }
  return { whole, broken }
}
