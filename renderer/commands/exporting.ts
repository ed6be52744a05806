import type { CallValue, ExportFormat } from '../../shared/contract.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Session } from '../store/session.ts'
import { countOf, sizeOf } from './amounts.ts'
import { finishEdits } from './edits.ts'

/**
 * Writes the open project as a dataset, with everything that is on screen: to a file chosen in the dialog of the
 * desktop, or as a download in the browser. The value is false where that dialog was dismissed.
 */
export async function exportProject(
  session: Session,
  format: ExportFormat,
): Promise<Result<boolean>> {
  finishEdits(session)
  const unsaved = await session.outbox.flush()
  if (unsaved > 0) {
    return failure(
      'storage',
      `Nothing was exported: ${countOf(unsaved, 'change')} on screen could not be saved yet.`,
      'See what the status says, mend it, and export again once it says Saved.',
    )
  }
  const ticket = await chooseTarget(session, format)
  if (!ticket.ok) return ticket
  if (ticket.value === undefined) return success(false)
  const exported = await session.bridge.call('export.run', { format, ticket: ticket.value })
  if (!exported.ok) return exported
  const { download, fileName } = exported.value
  if (download !== null) startDownload(download, fileName)
  session.tell('done', describe(exported.value))
  return success(true)
}

/** The ticket of the file to write, `null` for a download, `undefined` where the dialog was dismissed. */
async function chooseTarget(
  session: Session,
  format: ExportFormat,
): Promise<Result<string | null | undefined>> {
  const { info, project } = session.store.getState()
  if (info?.shell === 'browser') return success(null)
  const stem = project?.fileName.replace(/\.verbatim$/i, '') ?? 'Untitled'
  const places = await session.bridge.call('places.choose', {
    purpose: 'export',
    suggestedName: `${stem}.${format}`,
  })
  return places.ok ? success(places.value[0]?.ticket) : places
}

/** Has the browser save a file that waits below the page's own origin. */
export function startDownload(path: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = path
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

function describe({ documents, annotations, fileName, bytes }: CallValue<'export.run'>): string {
  return `Exported ${countOf(documents, 'document')} and ${countOf(annotations, 'annotation')} to “${fileName}” (${sizeOf(bytes)}).`
}
