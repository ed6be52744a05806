/** Signatures at the start of files that are not text, by what people call such files. Sources: each format's specification. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty ZIP archive', [0x50, 0x4b, 0x05, 0x06]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a SQLite database', [...Buffer.from('SQLite format 3\0')]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['an Ogg file', [0x4f, 0x67, 0x67, 0x53, 0x00]],
  ['a rich text (RTF) document', [...Buffer.from('{\\rtf1')]],
]

/** What a file that is not text is by its signature: `a PDF document`; `null` where none is known. */
export function binaryKind(bytes: Uint8Array): string | null {
  const known = signatures.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  )
  if (known !== undefined) return known[0]
  const riff = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return riff.startsWith('RIFF') && /WEBP|WAVE|AVI /.test(riff.slice(8))
    ? 'an image, sound or film'
    : null
}

/** The share, from 0 to 1, of control characters that text does not use. Tab, line ends, form feed and escape are in use. */
export function controlShare(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) {
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f)
      count += 1
  }
  return bytes.length === 0 ? 0 : count / bytes.length
}
