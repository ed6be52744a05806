import type { Remark, Thing } from '../../../../../shared/exchange/remark.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import type { ForeignRelation } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import type { Referenced } from './offsets.ts'
import type { StandoffLine } from './standoff-line.ts'
import { verbatimNoteOf } from './verbatim-note.ts'
import type { Vocabulary } from './vocabulary.ts'

type LineOf<Kind extends StandoffLine['kind']> = Extract<StandoffLine, { readonly kind: Kind }>

/** A text-bound annotation with all that other lines say of it. */
export type GatheredSpan = LineOf<'span'> & {
  readonly label: string
  readonly attributes: ReadonlyMap<string, AttributeValue>
  readonly notes: readonly string[]
  readonly speakers: readonly string[]
  /** The spans that Verbatim noted, in the unit of the file. */
  readonly noted: Referenced['fragments'] | null
}

export type Gathered = {
  readonly spans: readonly GatheredSpan[]
  readonly relations: readonly ForeignRelation[]
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
}

type Draft = {
  readonly line: LineOf<'span'>
  readonly label: string
  readonly attributes: Map<string, AttributeValue>
  readonly notes: { readonly id: string; readonly text: string; readonly isOwn: boolean }[]
  speakers: readonly string[]
  noted: Referenced['fragments'] | null
}

/** Puts what lines say of others with these, whatever their order in the file. */
export function gather(lines: readonly StandoffLine[], vocabulary: Vocabulary): Gathered {
  const drafts = new Map<string, Draft>()
  const byId = new Map<string, StandoffLine>()
  const triggers = new Map<string, string>()
  const relations: ForeignRelation[] = []
  const refused: Remark[] = []
  const changed: Remark[] = []

  for (const line of lines) {
    if (line.kind === 'equivalence') continue
    byId.set(line.id, line)
    if (line.kind !== 'span') continue
    const label = vocabulary.label(line.type)
    drafts.set(line.id, {
      line,
      label,
      attributes: new Map(),
      notes: [],
      speakers: [],
      noted: null,
    })
  }

  const refuse = (
    thing: Thing,
    id: string | null,
    place: string,
    reason: string,
    found: string | null = null,
  ) => refused.push(remark({ thing, id, place, code: 'notFound', reason, found }))

  /** The annotation that an id stands for: that of an event is its trigger. */
  function spanOf(id: string): Draft | null {
    const line = byId.get(id)
    return drafts.get(line?.kind === 'event' ? line.trigger : id) ?? null
  }

  function relate(place: string, type: string, from: string, to: string): void {
    const [start, end] = [spanOf(from), spanOf(to)]
    if (start !== null && end !== null) {
      relations.push({ place, id: null, type, from: start.line.id, to: end.line.id })
    } else
      refuse(
        'relation',
        place,
        place,
        `It leads to ${start === null ? from : to}, which is no annotation of this file.`,
      )
  }

  function addEvent({ id, type, trigger, args }: LineOf<'event'>): void {
    const at = drafts.get(trigger)
    if (at === undefined) {
      const reason = `Its trigger ${trigger} is no annotation of this file.`
      for (const { role, target } of args) refuse('relation', id, id, reason, `${role}:${target}`)
      if (args.length === 0) refuse('other', id, id, reason)
      return
    }
    const other = triggers.get(trigger)
    if (other === undefined) triggers.set(trigger, id)
    else {
      const reason = `It has its trigger ${trigger} in common with ${other}. Both are this one annotation now, with the relations of both.`
      changed.push(remark({ thing: 'other', id, place: id, code: 'notHeld', reason }))
    }
    if (at.line.type !== type) {
      const reason = 'It is of another type than its trigger, whose type counts.'
      changed.push(
        remark({
          thing: 'other',
          id,
          place: id,
          code: 'notHeld',
          reason,
          expected: type,
          found: at.line.type,
        }),
      )
    }
    for (const { role, target } of args) relate(id, vocabulary.roleOf(type, role), trigger, target)
  }

  function addRelation({ id, type, args }: LineOf<'relation'>): void {
    const [first, second] = inOrder(args, vocabulary.rolesOf(type))
    relate(id, vocabulary.relationType(type), first?.target ?? '', second?.target ?? '')
  }

  function addAttribute({ id, type, target, value }: LineOf<'attribute'>): void {
    const at = spanOf(target)
    const found = value === null ? type : `${type} ${value}`
    if (at === null) {
      const known = byId.has(target)
      refuse(
        'attribute',
        id,
        id,
        known
          ? `It belongs to ${target}; in Verbatim only annotations have attributes.`
          : nothing(target),
        found,
      )
      return
    }
    set(at, id, vocabulary.attribute(at.line.type, type, value))
  }

  function addNormalization({ id, type, target, value }: LineOf<'normalization'>): void {
    const at = spanOf(target)
    if (at === null) refuse('attribute', id, id, nothing(target), value)
    else {
      const before = at.attributes.get(type)
      at.attributes.set(type, typeof before === 'string' ? `${before}; ${value}` : value)
    }
  }

  function set(at: Draft, id: string, [name, value]: readonly [string, AttributeValue]): void {
    const before = at.attributes.get(name)
    if (before === undefined) at.attributes.set(name, value)
    else if (before !== value) {
      const reason = `${at.line.id} has another value of ${name} already, which stays.`
      refused.push(
        remark({
          thing: 'attribute',
          id,
          place: id,
          code: 'notHeld',
          reason,
          expected: String(before),
          found: String(value),
        }),
      )
    }
  }

  function addNote({ id, type, target, text }: LineOf<'note'>): void {
    const held = verbatimNoteOf(type, text)
    const direct = spanOf(target)
    if (direct !== null && held !== null) {
      if (held.name === 'note') direct.notes.push({ id, text: held.value, isOwn: true })
      else if (held.name === 'speakers') direct.speakers = held.value
      else if (held.name === 'spans') direct.noted = held.value
      else for (const entry of Object.entries(held.value)) set(direct, id, entry)
      return
    }
    if (text === '') return
    const own = type === 'AnnotatorNotes'
    const described = own ? text : `${type}: ${text}`
    if (direct !== null) {
      direct.notes.push({ id, text: described, isOwn: own })
      return
    }
    const through = bearerOf(byId.get(target))
    const bearer = through === null ? null : spanOf(through.target)
    if (through === null || bearer === null) refuse('note', id, id, nothing(target), text)
    else bearer.notes.push({ id, text: `${through.type} (${target}): ${described}`, isOwn: false })
  }

  for (const line of lines) {
    switch (line.kind) {
      case 'span':
        break
      case 'event':
        addEvent(line)
        break
      case 'relation':
        addRelation(line)
        break
      case 'equivalence':
        for (const [index, member] of line.members.slice(1).entries()) {
          relate('*', vocabulary.relationType(line.type), line.members[index] ?? '', member)
        }
        break
      case 'attribute':
        addAttribute(line)
        break
      case 'normalization':
        addNormalization(line)
        break
      case 'note':
        addNote(line)
        break
    }
  }

  for (const { line, notes } of drafts.values()) {
    if (notes.length < 2 && notes.every(({ isOwn }) => isOwn)) continue
    const ids = notes.map(({ id }) => id).join(', ')
    const reason = `An annotation in Verbatim has one note: ${ids} ${notes.length === 1 ? 'is' : 'are'} in that of ${line.id}.`
    changed.push(remark({ thing: 'note', id: ids, place: ids, code: 'notHeld', reason }))
  }
  return {
    spans: [...drafts.values()].map(({ line, notes, ...rest }) => ({
      ...line,
      ...rest,
      notes: notes.map(({ text }) => text),
    })),
    relations,
    refused,
    changed,
  }
}

function nothing(target: string): string {
  return `It belongs to ${target}, which is no annotation of this file.`
}

/** A relation leads from its first argument; brat goes by the order of the configuration (client/src/visualizer.js). */
function inOrder(
  args: LineOf<'relation'>['args'],
  roles: readonly string[],
): LineOf<'relation'>['args'] {
  const [first, second] = args
  const swapped =
    first !== undefined &&
    second !== undefined &&
    first.role === roles[1] &&
    second.role === roles[0]
  return swapped ? [second, first] : args
}

/** What has no note of its own in Verbatim, and the annotation whose note holds it. */
function bearerOf(
  line: StandoffLine | undefined,
): { readonly type: string; readonly target: string } | null {
  if (line?.kind === 'relation') return { type: line.type, target: line.args[0]?.target ?? '' }
  return line?.kind === 'attribute' || line?.kind === 'normalization' ? line : null
}
