import { registerEventListener } from 'lexical'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'

import { formatAny } from '../../../shared/language/format.ts'
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
    <div aria-label="Relate to…" className="banner picking-banner" role="group">
      <p>
        <strong>Relate {annotationWords(labels, source)} to…</strong>{' '}
        {target === null || target.id === source.id
          ? `Go to an annotation by ${anyOf([...steps, 'the arrows', 'the mouse'])}, and press Enter.`
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
          Relate
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            leavePicking(session)
            session.article()?.focus()
          }}
        >
          Cancel
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
  if (names.length === 0) return null
  return names.length === 1 ? `Enter: ${names.join('')} this one.` : 'Enter: choose how.'
}
