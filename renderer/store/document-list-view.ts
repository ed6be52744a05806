import type { DocumentSummary } from '../../shared/contract.ts'
import { documentStatuses, isUnfinished, type ListedDocument } from '../../shared/model/document.ts'
import { foldForSearch, searchWords } from '../../shared/text/folding.ts'
import { groupDocuments, type DocumentGrouping } from './document-groups.ts'
import { orderDocuments, type DocumentOrder } from './document-order.ts'

/** What a list can be limited to by status: one of them, or all that somebody has still to work on. */
export const statusFilters = ['unfinished', ...documentStatuses] as const
export type StatusFilter = (typeof statusFilters)[number]

/** Which documents of the project the lists show, and how: the table and the list beside the text. `null` for any. */
export type DocumentListView = {
  /** Words that title, source and author together must hold, whatever their case; none lets everything through. */
  readonly query: string
  readonly status: StatusFilter | null
  /** Here and below `unsaid` for documents of which it is not said. */
  readonly source: string | null
  readonly language: string | null
  readonly assignee: string | null
  readonly tag: string | null
  /** Only those without annotations. */
  readonly unannotated: boolean
  /** `null` for the order of the project. */
  readonly order: DocumentOrder | null
  readonly group: DocumentGrouping | null
  /** Values of groups whose documents the table does not show. */
  readonly folded: readonly string[]
}

export const plainDocumentListView: DocumentListView = {
  query: '',
  status: null,
  source: null,
  language: null,
  assignee: null,
  tag: null,
  unannotated: false,
  order: null,
  group: null,
  folded: [],
}

/** Stands for “not said” among sources, languages, people and tags. */
export const unsaid = ''

/** What keeps documents back is taken away; order and groups stay. */
export function withoutFilters({ order, group, folded }: DocumentListView): DocumentListView {
  return { ...plainDocumentListView, order, group, folded }
}

/** Whether anything is kept back. */
export function filtersDocuments(view: DocumentListView): boolean {
  return (
    view.query.trim() !== '' ||
    view.unannotated ||
    [view.status, view.source, view.language, view.assignee, view.tag].some((one) => one !== null)
  )
}

/** Whether what is shown, or its order, may change with every tag. */
export function dependsOnCounts({ unannotated, order }: DocumentListView): boolean {
  return unannotated || order?.by === 'annotations'
}

/** The documents that a view shows, in its order; without filters, order and groups they are the same list. */
export function viewDocuments(
  documents: readonly DocumentSummary[],
  view: DocumentListView,
): readonly DocumentSummary[] {
  const shown = filterDocuments(orderDocuments(documents, view.order), view)
  if (view.group === null) return shown
  return groupDocuments(shown, view.group).flatMap((group) => group.documents)
}

/** Those that the filters let through; the same list where there are none. */
export function filterDocuments(
  documents: readonly DocumentSummary[],
  view: DocumentListView,
): readonly DocumentSummary[] {
  if (!filtersDocuments(view)) return documents
  const words = searchWords(view.query)
  return documents.filter(
    ({ document, annotations }) =>
      (view.status === null || hasStatus(document, view.status)) &&
      (view.source === null || (document.source ?? unsaid) === view.source) &&
      (view.language === null || (document.language ?? unsaid) === view.language) &&
      (view.assignee === null || (document.assignee ?? unsaid) === view.assignee) &&
      (view.tag === null || hasTag(document, view.tag)) &&
      (!view.unannotated || annotations === 0) &&
      (words.length === 0 || holdsAll(document, words)),
  )
}

function hasStatus({ status }: ListedDocument, wanted: StatusFilter): boolean {
  return wanted === 'unfinished' ? isUnfinished(status) : status === wanted
}

function hasTag({ tags }: ListedDocument, tag: string): boolean {
  return tag === unsaid ? tags.length === 0 : tags.includes(tag)
}

/** Thousands are searched at every key press, and few of them change between two. */
const folded = new WeakMap<ListedDocument, string>()

function holdsAll(document: ListedDocument, words: readonly string[]): boolean {
  let text = folded.get(document)
  if (text === undefined) {
    const { title, source, author } = document
    text = foldForSearch([title, source ?? '', author ?? ''].join('\n'))
    folded.set(document, text)
  }
  const whole = text
  return words.every((word) => whole.includes(word))
}
