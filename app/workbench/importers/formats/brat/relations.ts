import type { Remark, Thing } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { ForeignRelation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import type { AnnotationIndex, LineOf } from './annotation-index.ts'
import type { StandoffLine } from './standoff-line.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Related = {
  readonly relations: readonly ForeignRelation[]
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
}

/**
 * Relations, equivalences between one member and the next, and the arguments of events: each of these leads from the
 * event’s trigger, and to that of another event where it names one.
 */
export function relationsOf(
  lines: readonly StandoffLine[],
  { draftOf }: AnnotationIndex,
  vocabulary: Vocabulary,
): Related {
  const relations: ForeignRelation[] = []
  const refused: Remark[] = []
  const changed: Remark[] = []
  const events = new Map<string, string>()

  function refuse(thing: Thing, id: string, reason: string, found: string | null = null): void {
    refused.push(remark({ thing, id, place: id, code: 'notFound', reason, found }))
  }

  function relate(place: string, type: string, from: string, to: string): void {
    const [start, end] = [draftOf(from), draftOf(to)]
    if (start !== null && end !== null) {
      relations.push({ place, id: null, type, from: start.line.id, to: end.line.id })
      return
    }
    const missing = start === null ? from : to
    refuse('relation', place, t('remarks:brat.leadsNowhere', { missing }))
  }

  function addEvent({ id, type, trigger, args }: LineOf<'event'>): void {
    const at = draftOf(trigger)
    if (at === null || at.line.id !== trigger) {
      const reason = t('remarks:brat.noTrigger', { trigger })
      for (const { role, target } of args) refuse('relation', id, reason, `${role}:${target}`)
      if (args.length === 0) refuse('other', id, reason)
      return
    }
    tellShared(id, trigger)
    if (at.line.type !== type) {
      const reason = t('remarks:brat.otherType')
      const words = { reason, expected: type, found: at.line.type }
      changed.push(remark({ thing: 'other', id, place: id, code: 'notHeld', ...words }))
    }
    for (const { role, target } of args) relate(id, vocabulary.roleOf(type, role), trigger, target)
  }

  function tellShared(id: string, trigger: string): void {
    const other = events.get(trigger)
    if (other === undefined) events.set(trigger, id)
    else {
      const reason = t('remarks:brat.sharedTrigger', { trigger, other })
      changed.push(remark({ thing: 'other', id, place: id, code: 'notHeld', reason }))
    }
  }

  for (const line of lines) {
    if (line.kind === 'event') addEvent(line)
    else if (line.kind === 'relation') {
      const [first, second] = inOrder(line.args, vocabulary.rolesOf(line.type))
      const type = vocabulary.relationType(line.type)
      relate(line.id, type, first?.target ?? '', second?.target ?? '')
    } else if (line.kind === 'equivalence') {
      const type = vocabulary.relationType(line.type)
      for (const [index, member] of line.members.slice(1).entries()) {
        relate('*', type, line.members[index] ?? '', member)
      }
    }
  }
  return { relations, refused, changed }
}

/** A relation leads from its first argument; brat goes by the order of the configuration (client/src/visualizer.js). */
function inOrder(
  args: LineOf<'relation'>['args'],
  roles: readonly string[],
): LineOf<'relation'>['args'] {
  const [first, second] = args
  const isSwapped = first?.role === roles[1] && second?.role === roles[0]
  return first !== undefined && second !== undefined && isSwapped ? [second, first] : args
}
