import type { Remark, Thing } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import { remark } from '../../landing/landing.ts'
import { indexAnnotations, type Draft, type LineOf } from './annotation-index.ts'
import type { Referenced } from './offsets.ts'
import { relationsOf, type Related } from './relations.ts'
import type { StandoffLine } from './standoff-line.ts'
import { verbatimNoteOf } from './verbatim-note.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text-bound annotation with all that other lines say of it. */
export type GatheredSpan = LineOf<'span'> & {
  readonly label: string
  readonly attributes: ReadonlyMap<string, AttributeValue>
  readonly notes: readonly string[]
  readonly speakers: readonly string[]
  readonly noted: Referenced['fragments'] | null
}

export type Gathered = Related & { readonly spans: readonly GatheredSpan[] }

/** Puts what lines say of others with these, whatever their order in the file. */
export function gather(lines: readonly StandoffLine[], vocabulary: Vocabulary): Gathered {
  const index = indexAnnotations(lines, vocabulary)
  const { drafts, draftOf, lineOf } = index
  const related = relationsOf(lines, index, vocabulary)
  const refused: Remark[] = []

  function refuse(thing: Thing, id: string, target: string, found: string): void {
    const reason =
      lineOf(target) === null
        ? t('remarks:brat.nothingThere', { target })
        : t('remarks:brat.annotationsOnly', { target })
    refused.push(remark({ thing, id, place: id, code: 'notFound', reason, found }))
  }

  function set(at: Draft, id: string, [name, value]: readonly [string, AttributeValue]): void {
    const before = at.attributes.get(name)
    if (before === undefined) at.attributes.set(name, value)
    else if (before !== value) {
      const reason = t('remarks:brat.otherValue', { id: at.line.id, name })
      const words = { reason, expected: String(before), found: String(value) }
      refused.push(remark({ thing: 'attribute', id, place: id, code: 'notHeld', ...words }))
    }
  }

  function addAttribute({ id, type, target, value }: LineOf<'attribute'>): void {
    const at = draftOf(target)
    if (at === null) refuse('attribute', id, target, value === null ? type : `${type} ${value}`)
    else set(at, id, vocabulary.attribute(at.line.type, type, value))
  }

  function addNormalization({ id, type, target, value }: LineOf<'normalization'>): void {
    const at = draftOf(target)
    const before = at?.attributes.get(type)
    if (at === null) refuse('attribute', id, target, value)
    else at.attributes.set(type, typeof before === 'string' ? `${before}; ${value}` : value)
  }

  function addNote({ id, type, target, text }: LineOf<'note'>): void {
    const direct = draftOf(target)
    const held = direct === null ? null : verbatimNoteOf(type, text)
    if (direct !== null && held !== null) {
      if (held.name === 'note') direct.notes.push({ id, text: held.value, isOwn: true })
      else if (held.name === 'speakers') direct.speakers = held.value
      else if (held.name === 'spans') direct.noted = held.value
      else for (const entry of Object.entries(held.value)) set(direct, id, entry)
      return
    }
    if (text === '') return
    const isOwn = type === 'AnnotatorNotes'
    const described = isOwn ? text : `${type}: ${text}`
    const through = bearerOf(lineOf(target))
    const bearer = through === null ? null : draftOf(through.target)
    if (direct !== null) direct.notes.push({ id, text: described, isOwn })
    else if (through === null || bearer === null) refuse('note', id, target, text)
    else bearer.notes.push({ id, text: `${through.type} (${target}): ${described}`, isOwn: false })
  }

  for (const line of lines) {
    if (line.kind === 'attribute') addAttribute(line)
    else if (line.kind === 'normalization') addNormalization(line)
    else if (line.kind === 'note') addNote(line)
  }
  return {
    spans: drafts.map(({ line, notes, ...rest }) => ({
      ...line,
      ...rest,
      notes: notes.map(({ text }) => text),
    })),
    relations: related.relations,
    refused: [...related.refused, ...refused],
    changed: [...related.changed, ...drafts.flatMap(notesTold)],
  }
}

/** What has no note of its own in Verbatim, and the annotation whose note holds it. */
function bearerOf(
  line: StandoffLine | null,
): { readonly type: string; readonly target: string } | null {
  if (line?.kind === 'relation') return { type: line.type, target: line.args[0]?.target ?? '' }
  return line?.kind === 'attribute' || line?.kind === 'normalization' ? line : null
}

/** Notes that are not one note as it was. */
function notesTold({ line, notes }: Draft): readonly Remark[] {
  if (notes.length < 2 && notes.every(({ isOwn }) => isOwn)) return []
  const ids = notes.map(({ id }) => id).join(', ')
  const key = notes.length === 1 ? 'remarks:brat.oneNote' : 'remarks:brat.severalNotes'
  const reason = t(key, { ids, id: line.id })
  return [remark({ thing: 'note', id: ids, place: ids, code: 'notHeld', reason })]
}
