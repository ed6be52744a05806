import type { ListedDocument } from '../../../shared/model/document.ts'
import { useWorkbench } from '../../store/use-session.ts'
import { RenameField } from './rename-field.tsx'

/** The field in which a title is changed, over the row of its document in the list beside the text. */
export function RenameInPlace({ documents }: { readonly documents: readonly ListedDocument[] }) {
  const id = useWorkbench(({ allDocuments, renamingId }) => (allDocuments ? null : renamingId))
  const document = id === null ? undefined : documents.find((one) => one.id === id)
  if (document === undefined) return null
  return (
    <div
      className="rename-in-place"
      key={document.id}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === 'Escape') rowOf(document.id)?.focus()
      }}
      ref={(element) => {
        if (element !== null) placeOver(element, rowOf(document.id))
      }}
      role="presentation"
    >
      <RenameField document={document} />
    </div>
  )
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.documents-panel [data-key="${id}"]`)
}

function placeOver(field: HTMLElement, row: HTMLElement | null): void {
  const panel = field.offsetParent
  if (row === null || panel === null) return
  const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()]
  field.style.top = `${inner.top - outer.top}px`
  field.style.left = `${inner.left - outer.left}px`
  field.style.width = `${inner.width}px`
}
