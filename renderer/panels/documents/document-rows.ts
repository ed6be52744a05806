import type { Key } from 'react-aria-components'
import type { ListState } from 'react-stately/useListState'

import type { DocumentSummary } from '../../../shared/contract.ts'
import type { DocumentGroup } from '../../store/document-groups.ts'

/** A row of the table: the heading of a group, or a document. */
export type DocumentTableRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: DocumentGroup }
  | { readonly kind: 'document'; readonly key: string; readonly summary: DocumentSummary }

/** Keys of group headings; ids of documents never begin so. */
const groupPrefix = 'group:'

export function groupKey(value: string): string {
  return groupPrefix + value
}

/** The rows of groups in their order: headings, and the documents of those that are not folded. One row each without groups. */
export function rowsOf(
  groups: readonly DocumentGroup[],
  isGrouped: boolean,
  folded: readonly string[],
): readonly DocumentTableRow[] {
  return groups.flatMap((group): readonly DocumentTableRow[] => {
    const documents = group.documents.map((summary): DocumentTableRow => ({
      kind: 'document',
      key: summary.document.id,
      summary,
    }))
    if (!isGrouped) return documents
    const heading = { kind: 'group', key: groupKey(group.value), group } as const
    return folded.includes(group.value) ? [heading] : [heading, ...documents]
  })
}

type Rows = ListState<DocumentTableRow>['collection']
/** A row as React Aria knows it. */
export type RowNode = NonNullable<ReturnType<Rows['at']>>

/**
 * The rows as React Aria asks for them. It makes what it is asked for when it is asked: the ready-made tables and lists
 * draw every row into a hidden document first, which takes seconds for ten thousand.
 */
export class DocumentRows implements Rows {
  readonly #rows: readonly DocumentTableRow[]
  readonly #places: ReadonlyMap<Key, number>

  constructor(rows: readonly DocumentTableRow[]) {
    this.#rows = rows
    this.#places = new Map(rows.map(({ key }, place) => [key, place]))
  }

  get size(): number {
    return this.#rows.length
  }

  /** The place of a row from the top; `null` for one that is not there. */
  placeOf(key: Key | null): number | null {
    return key === null ? null : (this.#places.get(key) ?? null)
  }

  at(place: number): RowNode | null {
    const row = this.#rows[place]
    if (row === undefined) return null
    return {
      type: 'item',
      key: row.key,
      value: row,
      level: 0,
      hasChildNodes: false,
      childNodes: [],
      rendered: null,
      textValue: row.kind === 'document' ? row.summary.document.title : '',
      index: place,
      props: {},
    }
  }

  getItem(key: Key): RowNode | null {
    return this.at(this.#places.get(key) ?? -1)
  }

  getKeys(): Iterable<Key> {
    return this.#places.keys()
  }

  getKeyBefore(key: Key): Key | null {
    return this.#rows[(this.#places.get(key) ?? 0) - 1]?.key ?? null
  }

  getKeyAfter(key: Key): Key | null {
    return this.#rows[(this.#places.get(key) ?? this.size) + 1]?.key ?? null
  }

  getFirstKey(): Key | null {
    return this.#rows[0]?.key ?? null
  }

  getLastKey(): Key | null {
    return this.#rows.at(-1)?.key ?? null
  }

  *[Symbol.iterator](): Iterator<RowNode> {
    for (let place = 0; place < this.size; place += 1) {
      const node = this.at(place)
      if (node !== null) yield node
    }
  }
}
