import type { Change } from '../../shared/model/change.ts'
import {
  adoptTagSet,
  tagSetFileSchema,
  type TagSet,
  type TagSetFile,
} from '../../shared/model/tag-set.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Session } from '../store/session.ts'
import { countOf } from './amounts.ts'
import { finishEdits } from './edits.ts'
import { startDownload } from './exporting.ts'

/** Reads a tag set from a file that somebody picked. */
export async function readTagSet(file: File): Promise<Result<TagSetFile>> {
  const refuse = (reason: string): Result<never> =>
    failure(
      'unsupported',
      `“${file.name}” is not a tag set: ${reason}.`,
      'Nothing was changed. Choose a file that was written by “Export…” here or in another project.',
    )
  const text = await file.text()
  const json = parseJson(text)
  if (json === null) return refuse('it is not JSON')
  const read = tagSetFileSchema.safeParse(json)
  if (read.success) return success(read.data)
  const [issue] = read.error.issues
  const place = issue?.path.join(' › ') ?? ''
  return refuse(`${place === '' ? 'it' : place} does not fit (${issue?.message ?? 'unknown'})`)
}

/** What adopting a tag set would change, in sentences; empty where everything is so already. */
export function describeAdoption(present: TagSet, incoming: TagSet): readonly string[] {
  const changes = adoptTagSet(present, incoming)
  const labels = changes.filter((change) => change.entity === 'label')
  const types = changes.filter((change) => change.entity === 'relationType')
  return [
    ...sentence('Adds', 'label', labels.filter(isAdded)),
    ...sentence('Changes', 'label', labels.filter(isAltered)),
    ...sentence('Adds', 'relation type', types.filter(isAdded)),
    ...sentence('Changes', 'relation type', types.filter(isAltered)),
    ...sentence('Moves', 'label', labels.filter(isOnlyMoved)),
    ...sentence('Moves', 'relation type', types.filter(isOnlyMoved)),
  ]
}

export function adopt(session: Session, incoming: TagSet): void {
  const { project } = session.store.getState()
  if (project === null) return
  const recorded = session.record('Import tag set', adoptTagSet(project, incoming))
  if (recorded) session.announce('Tag set imported.')
}

/** Writes the tag set to a file chosen in the dialog of the desktop, or as a download in the browser. */
export async function exportTagSet(session: Session): Promise<void> {
  finishEdits(session)
  if ((await session.outbox.flush()) > 0) {
    session.tell(
      'failure',
      'Nothing was exported: not everything on screen could be saved yet.',
      'See what the status says, mend it, and export again once it says Saved.',
    )
    return
  }
  const { info, project } = session.store.getState()
  let ticket: string | null = null
  if (info?.shell !== 'browser') {
    const stem = project?.fileName.replace(/\.verbatim$/i, '') ?? 'Untitled'
    const suggestedName = `${stem} tag set.json`
    const places = await session.ask('places.choose', { purpose: 'exportTagSet', suggestedName })
    const [place] = places ?? []
    if (place === undefined) return
    ticket = place.ticket
  }
  const written = await session.ask('tagSet.export', { ticket })
  if (written === null) return
  if (written.download !== null) startDownload(written.download, written.fileName)
  session.tell('done', `Tag set exported to “${written.fileName}”.`)
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

function sentence(verb: string, noun: string, changes: readonly Altered[]): readonly string[] {
  if (changes.length === 0) return []
  const names = changes.map(({ before, after }) => (after ?? before)?.name ?? '')
  return [`${verb} ${countOf(changes.length, noun)}: ${names.join(', ')}.`]
}
