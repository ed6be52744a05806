import { formatAll } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import {
  adoptTagSet,
  tagSetFileSchema,
  type TagSet,
  type TagSetFile,
} from '../../shared/model/tag-set.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Session } from '../store/session.ts'
import { finishEdits } from './edits.ts'
import { fileStem, startDownload } from './exporting.ts'

/** Reads a tag set from a file that somebody picked. */
export async function readTagSet(file: File): Promise<Result<TagSetFile>> {
  const { name: fileName } = file
  const refuse = (message: string): Result<never> =>
    failure('unsupported', message, t('commands:tagSetFile.unfitRemedy'))
  const text = await file.text()
  const json = parseJson(text)
  if (json === null) return refuse(t('commands:tagSetFile.notJson', { fileName }))
  const read = tagSetFileSchema.safeParse(json)
  if (read.success) return success(read.data)
  const [issue] = read.error.issues
  const place = issue?.path.join(' › ') ?? ''
  const reason = issue?.message ?? ''
  return refuse(
    place === ''
      ? t('commands:tagSetFile.unfit', { fileName, reason })
      : t('commands:tagSetFile.unfitAt', { fileName, place, reason }),
  )
}

/** What adopting a tag set would change, in sentences; empty where everything is so already. */
export function describeAdoption(present: TagSet, incoming: TagSet): readonly string[] {
  const changes = adoptTagSet(present, incoming)
  const labels = changes.filter((change) => change.entity === 'label')
  const types = changes.filter((change) => change.entity === 'relationType')
  return [
    ...sentence('adds', labels.filter(isAdded)),
    ...sentence('changes', labels.filter(isAltered)),
    ...sentence('adds', types.filter(isAdded)),
    ...sentence('changes', types.filter(isAltered)),
    ...sentence('moves', labels.filter(isOnlyMoved)),
    ...sentence('moves', types.filter(isOnlyMoved)),
  ]
}

export function adopt(session: Session, incoming: TagSet): void {
  const { project } = session.store.getState()
  if (project === null) return
  const recorded = session.record(t('commands:tagSetFile.import'), adoptTagSet(project, incoming))
  if (recorded) session.announce(t('commands:tagSetFile.imported'))
}

/** Writes the tag set to a file chosen in the dialog of the desktop, or as a download in the browser. */
export async function exportTagSet(session: Session): Promise<void> {
  finishEdits(session)
  if ((await session.outbox.flush()) > 0) {
    session.tell('failure', t('commands:tagSetFile.unsaved'), t('commands:exporting.unsavedRemedy'))
    return
  }
  const state = session.store.getState()
  let ticket: string | null = null
  if (state.info?.shell !== 'browser') {
    const suggestedName = `${fileStem(state)} ${t('commands:tagSetFile.fileName')}.json`
    const places = await session.ask('places.choose', { purpose: 'exportTagSet', suggestedName })
    const [place] = places ?? []
    if (place === undefined) return
    ticket = place.ticket
  }
  const written = await session.ask('tagSet.export', { ticket })
  if (written === null) return
  if (written.download !== null) startDownload(written.download, written.fileName)
  session.tell('done', t('commands:tagSetFile.exported', { fileName: written.fileName }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

type Altered = Extract<Change, { readonly entity: 'label' | 'relationType' }>

function isAdded({ before }: Altered): boolean {
  return before === null
}

function isOnlyMoved({ before, after }: Altered): boolean {
  if (before === null || after === null) return false
  return JSON.stringify({ ...before, position: after.position }) === JSON.stringify(after)
}

function isAltered(change: Altered): boolean {
  return !isAdded(change) && !isOnlyMoved(change)
}

function sentence(
  act: 'adds' | 'changes' | 'moves',
  changes: readonly Altered[],
): readonly string[] {
  const [first] = changes
  if (first === undefined) return []
  const names = changes.map(({ before, after }) => (after ?? before)?.name ?? '')
  return [
    t(`commands:tagSetFile.${act}.${first.entity}`, {
      count: changes.length,
      names: formatAll(names),
    }),
  ]
}
