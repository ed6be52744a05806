import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { unrelate } from '../../commands/relating.ts'
import { visitAnnotation } from '../../commands/visiting.ts'
import { annotationWords, readFrom, typeName } from '../../relations/relation-words.ts'
import { isForeseen, linksAt, type Link } from '../../relations/relations-at.ts'
import { documentTitle } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'

import './relation-links.css'

/** What an annotation is related to: each a button that goes there, with one that takes the relation out. */
export function RelationLinks({ annotation }: { readonly annotation: Annotation }) {
  const session = useSession()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const document = useWorkbenchAfterPaint((state) => state.document)
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  const links = useMemo(
    () => (document === null ? [] : linksAt(document, types, annotation.id)),
    [document, types, annotation.id],
  )
  return (
    <section aria-label={t('panels:relate.links')} className="relation-links">
      {links.length === 0 ? null : (
        <ul>
          {links.map((link) => (
            <RelationLink annotation={annotation} key={link.relation.id} link={link} />
          ))}
        </ul>
      )}
      <Button
        className="button button-quiet relation-add"
        isDisabled={readOnly}
        onPress={() => {
          session.store.setState({ dialog: 'relation', relating: null })
        }}
      >
        {t('panels:relate.title')}
      </Button>
    </section>
  )
}

function RelationLink({
  annotation,
  link: { relation, end, other },
}: {
  readonly annotation: Annotation
  readonly link: Link
}) {
  const session = useSession()
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const title = useWorkbenchAfterPaint((state) =>
    other.documentId === annotation.documentId ? null : documentTitle(state, other.documentId),
  )
  const [from, to] = end === 'from' ? [annotation, other] : [other, annotation]
  const name = readFrom(typeName(types, relation.type), end)
  const words = annotationWords(labels, other)
  return (
    <li className="relation-link">
      <Button
        className="relation-go"
        onPress={() => {
          void visitAnnotation(session, other)
        }}
      >
        <span className="relation-name">
          {name} <span aria-hidden="true">{end === 'from' ? '›' : '‹'}</span>
        </span>{' '}
        <span dir="auto">{words}</span>
        {title ? <span className="relation-place"> ({title})</span> : null}
        {isForeseen(types, relation, from, to) ? null : (
          <span className="relation-unforeseen"> {t('panels:relate.unforeseen')}</span>
        )}
      </Button>
      <Button
        aria-label={t('panels:relate.remove', { relation: `${name} ${words}` })}
        className="button button-quiet button-icon"
        isDisabled={readOnly}
        onPress={() => {
          unrelate(session, relation)
          session.article()?.focus()
        }}
      >
        <X aria-hidden="true" size={14} strokeWidth={1.75} />
      </Button>
    </li>
  )
}
