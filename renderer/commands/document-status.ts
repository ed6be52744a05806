import { formatAll } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import { documentStatuses, isUnfinished, type DocumentStatus } from '../../shared/model/document.ts'
import { timeNow } from '../../shared/model/id.ts'
import {
  filtersDocuments,
  viewDocuments,
  withoutFilters,
  type StatusFilter,
} from '../store/document-list-view.ts'
import { labelOf, listedDocuments } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import {
  withEditableDocument,
  withEditableDocuments,
  withProject,
  type Command,
} from './command.ts'
import { editChosen } from './document-edits.ts'
import { openDocument } from './projects.ts'

/** What a status is called. */
export function statusName(status: DocumentStatus): string {
  return t(`commands:documentStatus.names.${status}`)
}

/** What a filter by status is called. */
export function statusFilterName(filter: StatusFilter): string {
  return filter === 'unfinished' ? t('commands:documentStatus.unfinished') : statusName(filter)
}

/** How far the work on a document is: said by whoever does it, and by nobody else. */
export function statusCommands(): readonly Command[] {
  return [
    {
      id: 'markDone',
      title: t('commands:documentStatus.markDone'),
      group: 'document',
      views: ['desk'],
      keys: ['$mod+Enter'],
      scope: 'window',
      possible: withEditableDocument,
      run: (session) => {
        setStatus(session, 'done')
        void openUnfinished(session, 1)
      },
    },
    ...documentStatuses.map((status, index): Command => ({
      id: `status-${status}`,
      title: t('commands:documentStatus.mark', { status: statusName(status) }),
      group: 'document',
      keys: [`Alt+Shift+Digit${index + 1}`],
      scope: 'window',
      possible: withEditableDocuments,
      run: (session) => {
        if (session.store.getState().allDocuments) {
          void editChosen(session, { kind: 'status', status })
        } else {
          setStatus(session, status)
        }
      },
    })),
    unfinished(
      'nextUnfinished',
      t('commands:documentStatus.nextUnfinished'),
      'Alt+BracketRight',
      1,
    ),
    unfinished(
      'previousUnfinished',
      t('commands:documentStatus.previousUnfinished'),
      'Alt+BracketLeft',
      -1,
    ),
  ]
}

function unfinished(
  id: 'nextUnfinished' | 'previousUnfinished',
  title: string,
  key: string,
  by: 1 | -1,
): Command {
  return {
    id,
    title,
    words: t('commands:documentStatus.unfinishedWords'),
    group: 'goTo',
    views: ['desk', 'table'],
    keys: [key],
    scope: 'window',
    possible: withProject,
    run: (session) => {
      // The table looks from the row with the keyboard on, and opens nothing.
      if (session.store.getState().allDocuments) session.store.setState({ aim: id })
      else void openUnfinished(session, by)
    },
  }
}

/** Says how far the work on the open document is. What still lacks something in a document that is done is told. */
export function setStatus(session: Session, status: DocumentStatus): void {
  const before = session.store.getState().document?.document
  if (before === undefined || before.status === status) return
  const after = { ...before, status, updatedAt: timeNow() }
  const { title } = before
  const summary = t('commands:documentStatus.marked', {
    title,
    status: statusName(status).toLowerCase(),
  })
  if (!session.record(summary, [{ entity: 'document', before, after }])) return
  session.announce(t('commands:documentStatus.now', { title, status: statusName(status) }))
  if (status === 'done') tellWhatIsOpen(session, title)
}

function tellWhatIsOpen(session: Session, title: string): void {
  const state = session.store.getState()
  const incomplete = incompleteIn(state)
  const waiting = state.document?.suggestions.length ?? 0
  const open = [
    ...(incomplete === 0 ? [] : [t('commands:documentStatus.incomplete', { count: incomplete })]),
    ...(waiting === 0 ? [] : [t('commands:documentStatus.toReview', { count: waiting })]),
  ]
  if (open.length === 0) return
  session.tell('done', t('commands:documentStatus.doneWith', { title, open: formatAll(open) }))
}

function incompleteIn(state: WorkbenchState): number {
  const annotations = state.document?.annotations ?? []
  return annotations.filter(
    (annotation) => missingIn(annotation, labelOf(state, annotation.label)).length > 0,
  ).length
}

/**
 * The next document that is neither done nor set aside, of those that the list shows and in its order; past the end of
 * the list from the other end on. The open document has its place there also where a filter keeps it back by now.
 */
async function openUnfinished(session: Session, by: 1 | -1): Promise<void> {
  const state = session.store.getState()
  const { documentListView: view, project } = state
  const openId = state.document?.document.id
  const shown = new Set(listedDocuments(state).map(({ id }) => id))
  const all = viewDocuments(project?.documents ?? [], withoutFilters(view))
  const documents = by === 1 ? all : all.toReversed()
  const here = documents.findIndex(({ document }) => document.id === openId)
  const next = [...documents.slice(here + 1), ...documents.slice(0, Math.max(here, 0))].find(
    ({ document: { id, status } }) => shown.has(id) && isUnfinished(status),
  )
  if (next === undefined) {
    session.tell(
      'done',
      filtersDocuments(view)
        ? t('commands:documentStatus.noneLeftShown')
        : t('commands:documentStatus.noneLeft'),
    )
    return
  }
  await openDocument(session, next.document.id)
  session.announce(next.document.title)
}
