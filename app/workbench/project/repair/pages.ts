import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { fieldsOf, varintAt, type Value } from './record.ts'

/** A row as it lies on a page. `rowid` is `null` in tables without. */
export type StoredRow = { readonly rowid: number | null; readonly fields: readonly Value[] }

/**
 * What a page of a tree holds: `children` are page numbers. Rows are read one at a time, as they may be long; `null` is one
 * that cannot be read.
 */
type TreePage = {
  readonly kind: 'table' | 'index'
  readonly isLeaf: boolean
  readonly children: readonly number[]
  readonly rows: () => Iterable<StoredRow | null>
}

/**
 * Reads the pages of a SQLite file by themselves, whatever is wrong with others:
 * https://www.sqlite.org/fileformat2.html. Numbers of pages count from 1.
 */
export type Pages = {
  readonly count: number
  /** `null` where the page is none of a tree, or its head makes no sense. */
  readonly tree: (number: number) => TreePage | null
  /** Pages that hold nothing in use; what is still written on them was deleted. */
  readonly free: () => ReadonlySet<number>
  readonly close: () => void
}

const kinds: Readonly<Record<number, Pick<TreePage, 'kind' | 'isLeaf'>>> = {
  0x02: { kind: 'index', isLeaf: false },
  0x05: { kind: 'table', isLeaf: false },
  0x0a: { kind: 'index', isLeaf: true },
  0x0d: { kind: 'table', isLeaf: true },
}

/** As every project has been made with, where the head of the file does not say. */
const usualPageSize = 4096

export function openPages(path: string): Pages {
  const file = openSync(path, 'r')
  const head = Buffer.alloc(100)
  readSync(file, head, 0, head.length, 0)
  const said = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const isSize = said >= 512 && (said & (said - 1)) === 0
  const size = isSize ? said : usualPageSize
  const reserved = isSize ? (head[20] ?? 0) : 0
  const usable = size - (reserved <= 32 ? reserved : 0)
  const count = Math.ceil(fstatSync(file).size / size)

  /** A last page that was cut off is filled with zeros. */
  function page(number: number): Buffer | null {
    if (!Number.isInteger(number) || number < 1 || number > count) return null
    const bytes = Buffer.alloc(size)
    readSync(file, bytes, 0, size, (number - 1) * size)
    return bytes
  }

  function tree(number: number): TreePage | null {
    const bytes = page(number)
    const start = number === 1 ? 100 : 0
    const kind = kinds[bytes?.[start] ?? 0]
    if (bytes === null || kind === undefined) return null
    const cells = bytes.readUInt16BE(start + 3)
    const pointers = start + (kind.isLeaf ? 8 : 12)
    if (pointers + 2 * cells > usable) return null
    const places = Array.from({ length: cells }, (_, index) => {
      const at = bytes.readUInt16BE(pointers + 2 * index)
      return at < pointers + 2 * cells || at + 4 > usable ? null : at
    })
    const left = places.flatMap((at) => (at === null ? [] : bytes.readUInt32BE(at)))
    const children = kind.isLeaf ? [] : [bytes.readUInt32BE(start + 8), ...left]
    return { ...kind, children, rows: () => rowsAt(bytes, places, kind) }
  }

  function* rowsAt(
    bytes: Buffer,
    places: readonly (number | null)[],
    { kind, isLeaf }: Pick<TreePage, 'kind' | 'isLeaf'>,
  ): Iterable<StoredRow | null> {
    for (const at of places) {
      if (at === null) yield null
      // The inner pages of a table hold keys alone, those of an index rows of their own.
      else if (isLeaf || kind === 'index') yield rowAt(bytes, isLeaf ? at : at + 4, kind)
    }
  }

  function rowAt(bytes: Buffer, at: number, kind: TreePage['kind']): StoredRow | null {
    const length = varintAt(bytes, at)
    const rowid = length === null || kind === 'index' ? null : varintAt(bytes, length.end)
    if (length === null || (kind === 'table' && rowid === null)) return null
    const payload = payloadAt(bytes, rowid?.end ?? length.end, length.value, kind)
    const fields = payload === null ? null : fieldsOf(payload)
    return fields === null ? null : { rowid: rowid?.value ?? null, fields }
  }

  /** The payload of a cell with what of it is on pages of its own. */
  function payloadAt(
    bytes: Buffer,
    at: number,
    length: number,
    kind: TreePage['kind'],
  ): Buffer | null {
    if (length < 1 || length > count * size) return null
    const local = localLength(length, kind)
    if (at + local > usable) return null
    const parts = [bytes.subarray(at, at + local)]
    let left = length - local
    let next = left > 0 ? bytes.readUInt32BE(at + local) : 0
    while (left > 0) {
      const overflow = page(next)
      if (overflow === null) return null
      const part = overflow.subarray(4, Math.min(usable, 4 + left))
      parts.push(part)
      left -= part.length
      next = overflow.readUInt32BE(0)
    }
    return next === 0 ? Buffer.concat(parts) : null
  }

  /** How much of a payload lies in its cell, in bytes. */
  function localLength(length: number, kind: TreePage['kind']): number {
    const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
    if (length <= most) return length
    const least = Math.floor(((usable - 12) * 32) / 255) - 23
    const fitting = least + ((length - least) % (usable - 4))
    return fitting <= most ? fitting : least
  }

  function free(): ReadonlySet<number> {
    const found = new Set<number>()
    let trunk = head.readUInt32BE(32)
    for (let bytes = page(trunk); bytes !== null && !found.has(trunk); bytes = page(trunk)) {
      found.add(trunk)
      const leaves = Math.min(bytes.readUInt32BE(4), Math.floor(usable / 4) - 2)
      for (let index = 0; index < leaves; index += 1) found.add(bytes.readUInt32BE(8 + 4 * index))
      trunk = bytes.readUInt32BE(0)
    }
    return found
  }

  return { count, tree, free, close: () => closeSync(file) }
}
