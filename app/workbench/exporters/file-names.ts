import { graphemeFloor } from '../../../shared/text/grapheme.ts'

/**
 * Longest name with its extension, in bytes of UTF-8: within the 255 of Linux and macOS, and short enough that a folder's
 * path fits before it on Windows, where path and name together have 260 characters.
 */
const longest = 200

/** Kept for devices by Windows, whatever follows after a dot. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/iu

/** Gives each title a name that no other one has. Names follow from the titles and their order alone. */
export type FileNamer = (title: string) => string

/**
 * Names files after titles, without their extension: safe on Windows, macOS and Linux, and different from each other where
 * neither case nor the way accents are stored counts. `room` is what follows each name, in bytes: its longest extension.
 * Names that are safe and different already stay as they are.
 */
export function fileNamer(room: number): FileNamer {
  const taken = new Set<string>()
  const counts = new Map<string, number>()

  function claim(name: string): boolean {
    const key = comparable(name)
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }

  return (title) => {
    const name = safeFileName(title, room)
    if (claim(name)) return name
    const first = comparable(name)
    for (let count = counts.get(first) ?? 2; ; count += 1) {
      const mark = ` (${count})`
      const numbered = safeFileName(title, room + mark.length) + mark
      if (!claim(numbered)) continue
      counts.set(first, count + 1)
      return numbered
    }
  }
}

/** The nearest name to a title that every system takes; `room` as for `fileNamer`. Its own name stays as it is. */
export function safeFileName(title: string, room: number): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    // What Windows refuses, what turns the direction of a name round, and what stands for no character.
    .replaceAll(/[<>:"/\\|?*\u202A-\u202E\u2066-\u2069\uFFFD\p{Cs}\p{Cn}]/gu, '-')
    .trim()
    // Hidden files, and the folder itself and the one above.
    .replace(/^\.+/u, '_')
    .replace(devices, '$&_')
  return trimmed(cut(trimmed(plain), longest - room)) || 'Untitled'
}

/** Windows drops dots and spaces at the end, and would then find another file. */
function trimmed(name: string): string {
  return name.replace(/[. ]+$/u, '')
}

function cut(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name
  let end = 0
  let used = 0
  for (const character of name) {
    used += Buffer.byteLength(character)
    if (used > bytes) break
    end += character.length
  }
  // A single grapheme may be longer than any name.
  return name.slice(0, graphemeFloor(name, end) || end)
}

/** The same for names that any system takes for the same one; for some others too, which does no harm. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
}
