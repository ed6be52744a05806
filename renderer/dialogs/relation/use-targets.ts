import { useEffect, useMemo, useState } from 'react'

import type { Annotation } from '../../../shared/model/annotation.ts'
import { mayBeTarget, otherLabels, type RelationOffer } from '../../relations/relation-offers.ts'
import { createMatcher, inOrderOfRule, nearestFirst } from '../../relations/target-candidates.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** Most rows of one kind: more are found by typing more. */
const mostTargets = 20

/** Milliseconds without a key press before the other documents are searched. */
const pause = 200

/** What of the open document may be the other end and holds the typed words, in the order of the rule, then nearest first. */
export function useNearTargets(
  source: Annotation,
  offer: RelationOffer,
  typed: string,
): readonly Annotation[] {
  const annotations = useWorkbench(({ document }) => document?.annotations ?? [])
  const relations = useRelationsAt(source)
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const speakers = useWorkbench(({ project }) => project?.speakers ?? [])
  const names = useMemo(
    () => new Map([...labels, ...speakers].map(({ id, name }) => [id, name])),
    [labels, speakers],
  )
  const nearest = useMemo(() => nearestFirst(annotations, source), [annotations, source])
  return useMemo(() => {
    const matches = createMatcher(typed, ({ label, attribution }) =>
      [label, ...attribution].map((id) => names.get(id) ?? ''),
    )
    const targets = nearest.filter(
      (one) => matches(one) && mayBeTarget(offer, relations, source, one),
    )
    return inOrderOfRule(targets, otherLabels(offer)).slice(0, mostTargets)
  }, [nearest, names, relations, source, offer, typed])
}

/** The same of all other documents; it comes a moment after the typing rests. */
export function useFarTargets(
  source: Annotation,
  offer: RelationOffer,
  typed: string,
): readonly Annotation[] {
  const session = useSession()
  const openId = useWorkbench(({ document }) => document?.document.id ?? null)
  const relations = useRelationsAt(source)
  const [found, setFound] = useState<readonly Annotation[]>([])

  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      const query = { query: typed.trim(), labels: otherLabels(offer), except: openId }
      void session.ask('annotations.find', query).then((answer) => {
        if (wanted && answer !== null) setFound(answer.annotations)
        return undefined
      })
    }, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [session, typed, offer, openId])

  return useMemo(() => {
    const targets = found.filter((one) => mayBeTarget(offer, relations, source, one))
    return inOrderOfRule(targets, otherLabels(offer)).slice(0, mostTargets)
  }, [found, relations, source, offer])
}

/** Those that a new one could double. */
function useRelationsAt({ id }: Annotation) {
  return useWorkbench(
    ({ document }) => document?.relations.filter(({ from, to }) => from === id || to === id) ?? [],
  )
}
