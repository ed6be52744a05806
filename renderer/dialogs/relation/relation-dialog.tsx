import { useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { finishPicking, startPicking } from '../../commands/picking.ts'
import { offersFor, relate } from '../../commands/relating.ts'
import { AnnotationWords } from '../../panels/annotation/annotation-words.tsx'
import { likelyOffer, offersAt } from '../../relations/relation-offers.ts'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { OfferList } from './offer-list.tsx'
import { TargetSearch } from './target-search.tsx'

import './relation-dialog.css'

/** Makes a relation: how the two are related, and, where that is not known yet, what to. */
export function RelationDialog() {
  const { store } = useSession()
  const [ends] = useState(() => {
    const state = store.getState()
    return state.relating ?? { source: currentAnnotationOf(state), target: null }
  })
  const { source, target } = ends
  if (source === null) return null
  return target === null ? (
    <RelateToDialog source={source} />
  ) : (
    <RelateBothDialog source={source} target={target} />
  )
}

/** The target is looked for by typing. */
function RelateToDialog({ source }: { readonly source: Annotation }) {
  const session = useSession()
  const types = useWorkbench(({ project }) => project?.relationTypes ?? [])
  const offers = useMemo(() => offersAt(types, source.label), [types, source.label])
  const [typeId, setTypeId] = useState(likelyOffer(offers, source.label)?.type.id)
  const offer = offers.find(({ type }) => type.id === typeId)
  const search = useRef<HTMLInputElement>(null)
  const close = (): void => {
    session.store.setState({ dialog: null })
  }
  return (
    <DialogFrame onClose={close} title={t('dialogs:relation.relateTo')}>
      <AnnotationWords annotation={source} />
      {offer === undefined ? (
        <p>{t('dialogs:relation.noOffer')}</p>
      ) : (
        <>
          <OfferList
            chosen={offer}
            offers={offers}
            onChoose={({ type }) => {
              setTypeId(type.id)
            }}
            onGoOn={() => {
              search.current?.focus()
            }}
          />
          <TargetSearch
            input={search}
            offer={offer}
            onPick={(found) => {
              close()
              relate(session, offer, source, found)
            }}
            source={source}
          />
        </>
      )}
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            close()
            startPicking(session)
          }}
        >
          {t('dialogs:relation.pick')}
        </Button>
        <Button className="button" slot="close">
          {t('common:cancel')}
        </Button>
      </div>
    </DialogFrame>
  )
}

/** Both ends are known, and several types may join them. */
function RelateBothDialog({
  source,
  target,
}: {
  readonly source: Annotation
  readonly target: Annotation
}) {
  const session = useSession()
  const [offers] = useState(() => offersFor(session, source, target))
  const [typeId, setTypeId] = useState(likelyOffer(offers, source.label)?.type.id)
  const offer = offers.find(({ type }) => type.id === typeId)
  const make = (): void => {
    if (offer === undefined) return
    finishPicking(session, source, () => relate(session, offer, source, target))
  }
  return (
    <DialogFrame
      onClose={() => {
        session.store.setState({ dialog: null, relating: null })
      }}
      title={t('dialogs:relation.which')}
    >
      <AnnotationWords annotation={source} />
      {offer === undefined ? null : (
        <OfferList
          chosen={offer}
          offers={offers}
          onChoose={({ type }) => {
            setTypeId(type.id)
          }}
          onGoOn={make}
        />
      )}
      <AnnotationWords annotation={target} />
      <div className="dialog-actions">
        <Button className="button" slot="close">
          {t('common:cancel')}
        </Button>
        <Button className="button button-primary" onPress={make}>
          {t('dialogs:relation.relate')}
        </Button>
      </div>
    </DialogFrame>
  )
}
