import { registerEventListener } from 'lexical'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'

import { formatAny } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { confirmPick, leavePicking } from '../../commands/picking.ts'
import { obstacleBetween, offersFor } from '../../commands/relating.ts'
import { useKeyName } from '../../commands/use-commands.ts'
import { annotationWords, offerName } from '../../relations/relation-words.ts'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'

import './picking-banner.css'

/** Stands above the text while the target of a relation is being picked in it. */
export function PickingBanner() {
  const source = useWorkbench(({ relating }) =>
    relating?.target === null ? relating.source : null,
  )
  return source === null ? null : <Picking source={source} />
}

function Picking({ source }: { readonly source: Annotation }) {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const target = useWorkbenchAfterPaint(currentAnnotationOf)
  const steps = [useKeyName('nextAnnotation'), useKeyName('previousAnnotation')]

  useEffect(
    () =>
      registerEventListener(
        window,
        'keydown',
        (event) => {
          if (!(event.target instanceof Element) || event.target.closest('[role="dialog"]')) return
          const inText = event.target.closest('.article-text') !== null
          if (event.key === 'Enter' && inText) {
            event.preventDefault()
            event.stopPropagation()
            session.article()?.syncSelection()
            confirmPick(session)
          } else if (event.key === 'Escape') {
            leavePicking(session)
          }
        },
        true,
      ),
    [session],
  )
  // Nothing is picked any more where the article is gone.
  useEffect(
    () => () => {
      const { project, relating } = session.store.getState()
      if (project === null && relating !== null) session.store.setState({ relating: null })
    },
    [session],
  )

  return (
    <div aria-label={t('panels:relate.title')} className="banner picking-banner" role="group">
      <p>
        <strong>
          {t('panels:relate.source', { annotation: annotationWords(labels, source) })}
        </strong>{' '}
        {target === null || target.id === source.id
          ? t('panels:relate.how', {
              ways: anyOf([...steps, t('panels:relate.arrows'), t('panels:relate.mouse')]),
            })
          : (whatEnterDoes(offersFor(session, source, target).map(offerName)) ??
            obstacleBetween(session, source, target))}
      </p>
      <div className="picking-actions">
        <Button
          className="button"
          isDisabled={target === null || offersFor(session, source, target).length === 0}
          onPress={() => {
            confirmPick(session)
          }}
        >
          {t('panels:relate.relate')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            leavePicking(session)
            session.article()?.focus()
          }}
        >
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Keys that somebody took away are left out. */
function anyOf(ways: readonly (string | null)[]): string {
  return formatAny(ways.filter((way) => way !== null))
}

/** `null` where nothing can be made. */
function whatEnterDoes(names: readonly string[]): string | null {
  const [relation] = names
  if (relation === undefined) return null
  return names.length === 1
    ? t('panels:relate.enter', { relation })
    : t('panels:relate.enterChooses')
}
