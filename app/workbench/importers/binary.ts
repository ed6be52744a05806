import type { English } from '../../../shared/language/catalogues/en.ts'

/** Why a file is no text. */
export type BinaryReason = Exclude<keyof English['remarks']['binary'], 'message' | 'remedy'>

/** Signatures at the start of files that are not text, by what they are. Sources: each format's specification. */
const signatures: readonly (readonly [kind: BinaryReason, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['emptyZip', [0x50, 0x4b, 0x05, 0x06]],
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]],
  ['gif', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['sqlite', [...Buffer.from('SQLite format 3\0')]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['sevenZip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['ogg', [0x4f, 0x67, 0x67, 0x53, 0x00]],
  ['rtf', [...Buffer.from('{\\rtf1')]],
]

/** What a file that is not text is by its signature: `pdf`; `null` where none is known. */
export function binaryKind(bytes: Uint8Array): BinaryReason | null {
  const known = signatures.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  )
  if (known !== undefined) return known[0]
  const riff = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return riff.startsWith('RIFF') && /WEBP|WAVE|AVI /.test(riff.slice(8)) ? 'media' : null
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
