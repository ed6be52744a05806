import { X } from 'lucide-react'
import { useMemo, type KeyboardEvent } from 'react'
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { unrelate } from '../../commands/relating.ts'
import { useKeyName } from '../../commands/use-commands.ts'
import { visitAnnotation } from '../../commands/visiting.ts'
import { relationSentence, typeName } from '../../relations/relation-words.ts'
import { isForeseen } from '../../relations/relations-at.ts'
import { useJoinedRelations, type Joined } from '../../relations/use-joined-relations.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { AnnotationWords } from '../annotation/annotation-words.tsx'

/** Row height in CSS px: two lines for each end, and one between them. */
const rowHeight = 116

/** Every relation at the open document, in the order of its text. Enter goes to where one leads from, Delete takes it out. */
export function DocumentRelations() {
  const session = useSession()
  const joined = useJoinedRelations()
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id)
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const relateKey = useKeyName('relate')
  const rows = useMemo(() => inTextOrder(joined, openId), [joined, openId])
  if (rows.length === 0) {
    return (
      <p className="relations-empty">
        {relateKey === null
          ? t('panels:relations.noneWithoutKey')
          : t('panels:relations.none', { key: relateKey })}
      </p>
    )
  }
  const remove = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    const key = event.target instanceof Element ? event.target.getAttribute('data-key') : null
    const row = rows.find(({ id }) => id === key)
    if (row === undefined || readOnly) return
    event.preventDefault()
    unrelate(session, row.relation)
  }
  return (
    <div className="relations-rows" onKeyDown={remove} role="presentation">
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <GridList
          aria-label={t('panels:relations.list')}
          className="list relations-list"
          dependencies={[labels, types, readOnly]}
          items={rows}
          onAction={(key) => {
            const row = rows.find(({ id }) => id === key)
            if (row !== undefined) void visitAnnotation(session, row.from)
          }}
        >
          {({ relation, from, to }) => {
            const name = typeName(types, relation.type)
            const sentence = relationSentence(labels, name, from, to)
            return (
              <GridListItem className="row relation-row" textValue={sentence}>
                <AnnotationWords annotation={from} />
                <span className="relation-row-name">
                  {name} <span aria-hidden="true">›</span>
                  {isForeseen(types, relation, from, to) ? null : (
                    <span className="relation-unforeseen"> {t('panels:relate.unforeseen')}</span>
                  )}
                </span>
                <AnnotationWords annotation={to} />
                {readOnly ? null : (
                  <Button
                    aria-label={t('panels:relate.remove', { relation: sentence })}
                    className="button button-quiet button-icon relation-row-remove"
                    onPress={() => {
                      unrelate(session, relation)
                    }}
                  >
                    <X aria-hidden="true" size={14} strokeWidth={1.75} />
                  </Button>
                )}
              </GridListItem>
            )
          }}
        </GridList>
      </Virtualizer>
    </div>
  )
}

function inTextOrder(joined: readonly Joined[], documentId: string | undefined) {
  const placeOf = ({ from, to }: Joined): number => {
    const own = [from, to].filter((end) => end.documentId === documentId)
    return Math.min(...own.map(({ spans }) => extentOf(spans).start))
  }
  return joined
    .map((one) => ({ ...one, id: one.relation.id, place: placeOf(one) }))
    .toSorted((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
}
