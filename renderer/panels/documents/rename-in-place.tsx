import { useLayoutEffect, useState } from 'react'

import type { Document } from '../../../shared/model/document.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { RenameField } from './rename-field.tsx'

/** The field in which a title is changed, over the row of its document in the list beside the text. */
export function RenameInPlace({ documents }: { readonly documents: readonly Document[] }) {
  const session = useSession()
  const id = useWorkbench(({ allDocuments, renamingId }) => (allDocuments ? null : renamingId))
  const document = id === null ? undefined : documents.find((one) => one.id === id)
  const [place, setPlace] = useState<{ top: number; left: number; width: number } | null>(null)
  useLayoutEffect(() => {
    const row = id === null ? null : rowOf(id)
    const panel = row?.closest('.documents-panel')
    if (row === null || panel == null) {
      setPlace(null)
      return
    }
    const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()]
    setPlace({ top: inner.top - outer.top, left: inner.left - outer.left, width: inner.width })
  }, [id])
  if (document === undefined || place === null) return null
  return (
    <div
      className="rename-in-place"
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === 'Escape') rowOf(document.id)?.focus()
      }}
      role="presentation"
      style={place}
    >
      <RenameField document={document} key={session.store.getState().renamingId} />
    </div>
  )
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.documents-panel [data-key="${id}"]`)
}
