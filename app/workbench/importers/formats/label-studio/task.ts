import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { fieldsOf, isObject, metadataOf } from '../../foreign-metadata.ts'
import type { ForeignDocument, Reading } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { offsetUnitOf } from '../../offset-unit.ts'
import { Refusal } from '../../refusal.ts'
import { noteUnread } from '../../unread-fields.ts'
import { cancelled, readAnnotationSet, type AnnotationSet } from './annotation-set.ts'
import { wordsOf } from './answers.ts'
import type { LabelingConfig } from './labeling-config.ts'
import { hasMarkup, pageTextOf } from './page-text.ts'
import { placeOnPage, placeOnText } from './place-regions.ts'
import { textFieldOf } from './text-field.ts'

type Fields = Readonly<Record<string, unknown>>

type Context = {
  readonly place: string | null
  readonly config: LabelingConfig | null
  readonly unread: Set<string>
}

/** Fields of a task that are read, and those that count what is in it or say how it is dealt with. */
const known = new Set(
  `annotations completions predictions data meta drafts id project inner_id total_annotations cancelled_annotations
  total_predictions comment_count unresolved_comment_count last_comment_updated_at updated_by comment_authors
  file_upload created_at updated_at is_labeled overlap`.split(/\s+/),
)

/** A task with the annotations and predictions on it. */
export async function readTask(value: unknown, context: Context): Promise<Reading> {
  const { place, config, unread } = context
  const refuse = (reason: string, code: Remark['code'] = 'malformed'): Reading => ({
    kind: 'refused',
    remark: remark({ thing: 'document', place, code, reason }),
  })
  if (!isObject(value) || !isObject(value['data'])) return refuse(t('remarks:labelStudio.noData'))
  noteUnread(value, known, '', unread)
  const sets = setsOf(value, context)
  const read = sets.map(({ set }) => set)
  const regions = read.flatMap((set) => set.regions)
  const field = textFieldOf(value['data'], regions, config)
  if (typeof field === 'string') return refuse(field, 'unsupported')
  const onPage = regions.some((region) => region.onPage) && hasMarkup(field.text)
  try {
    const page = onPage ? await pageTextOf(field.text) : null
    const refused: Remark[] = [...draftsIn(value, place)]
    const kept = sets.filter(({ set, skipped }) => {
      refused.push(...set.refused, ...(skipped ? cancelled(set) : []))
      return !skipped
    })
    const all = kept.flatMap(({ set }) => set.annotations)
    const placed = page === null ? placeOnText(all, field) : placeOnPage(all, { ...field, page })
    const text = page?.text ?? field.text
    const { unit, changed } = offsetUnitOf(text, placed.annotations, {
      place,
      tool: 'Label Studio',
    })
    const about = { place, data: value['data'], meta: value['meta'], field: field.name }
    const document: ForeignDocument = {
      place,
      id: wordOf(value['data']['document_id']),
      metadata: metadataOf(otherFields(about, kept)),
      text,
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      offsetUnit: unit,
      quoteForm: 'exact',
      annotations: placed.annotations,
      relations: kept.flatMap(({ set }) => set.relations),
      provenance: null,
      refused: [...refused, ...placed.refused, ...predictedWholes(kept)],
      changed,
    }
    return { kind: 'document', document }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(error.remark.reason, error.remark.code)
  }
}

type PlacedSet = {
  readonly set: AnnotationSet
  readonly predicted: boolean
  readonly skipped: boolean
}

/** Older versions called annotations completions. */
function setsOf(task: Fields, { place, config }: Context): readonly PlacedSet[] {
  return ['annotations', 'completions', 'predictions'].flatMap((name) => {
    const list = task[name]
    const predicted = name === 'predictions'
    return (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
      if (!isObject(item)) return []
      const setPlace = `${place === null ? '' : `${place}, `}${name}[${index}]`
      const set = readAnnotationSet(item, { place: setPlace, predicted, config })
      const skipped = item['was_cancelled'] === true || item['skipped'] === true
      return [{ set, predicted, skipped }]
    })
  })
}

/** What somebody has not handed in yet. */
function draftsIn({ drafts }: Fields, place: string | null): readonly Remark[] {
  if (!Array.isArray(drafts)) return []
  const reason = t('remarks:labelStudio.draft')
  return drafts.map((_, index) =>
    remark({
      thing: 'other',
      place: `${place === null ? '' : `${place}, `}drafts[${index}]`,
      code: 'notHeld',
      reason,
    }),
  )
}

/** The data beside the text, the task’s `meta`, and what annotators say of the text as a whole. */
function otherFields(
  { data, meta, field }: { readonly data: Fields; readonly meta: unknown; readonly field: string },
  sets: readonly PlacedSet[],
): ReadonlyMap<string, unknown> {
  const fields = new Map([
    ...(isObject(meta) ? fieldsOf(meta) : []),
    ...fieldsOf(data, [field, 'document_id']),
  ])
  for (const { set, predicted } of sets) {
    for (const { control, value } of predicted ? [] : set.wholes) {
      const words = wordsOf(value).join(', ')
      const free = !fields.has(control) || fields.get(control) === words
      if (words !== '')
        fields.set(free ? control : `${control} (${set.annotator ?? 'other'})`, words)
    }
  }
  return fields
}

function predictedWholes(sets: readonly PlacedSet[]): readonly Remark[] {
  const reason = t('remarks:labelStudio.predictedWhole')
  return sets.flatMap(({ set, predicted }) =>
    predicted
      ? set.wholes.map(({ place }) => remark({ thing: 'other', place, code: 'notHeld', reason }))
      : [],
  )
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
