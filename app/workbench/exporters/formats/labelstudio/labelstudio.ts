import {
  fitsAttribute,
  type AttributeValue,
  valueOfAttribute,
} from '../../../../../shared/model/attribute.ts'
import type { DatasetAnnotation, DatasetDocument } from '../../dataset.ts'
import { documentFields } from '../../document-fields.ts'
import type { DatasetRelation, ExportFormat } from '../../export-format.ts'
import { controlsOf, labelingConfig, type Control } from './labeling-config.ts'

/**
 * Label Studio’s tasks with their annotations (https://labelstud.io/guide/task_format), and the labelling interface that
 * shows them. A region’s further results have its id and repeat its offsets; what it has no control for lies in the
 * region’s `meta`, which Label Studio keeps (`web/libs/editor/src/regions/Result.js`, `serialize`).
 */
export const labelstudioFormat: ExportFormat = {
  id: 'labelstudio',
  name: 'Label Studio',
  extension: null,
  loses: () => [
    'speakerDetails',
    'relationsAcrossDocuments',
    'assignee',
    'tags',
    'provenance',
    'suggestions',
  ],
  start: (head, _options, log) => {
    const controls = controlsOf(head.labels, log)
    const speakers = new Map(head.speakers.map(({ id, name }) => [id, name]))
    const task = (content: string) => ({ file: 'tasks.json', content })
    return {
      opening: () => [
        { file: 'labeling-config.xml', content: labelingConfig(head, controls, log) },
        task('['),
      ],
      document: (document, relations, index) => [
        task(`${index === 0 ? '' : ','}\n`),
        task(JSON.stringify(taskOf(document, relations, { controls, speakers }))),
      ],
      closing: () => [task('\n]\n')],
    }
  },
}

type Setup = {
  readonly controls: ReadonlyMap<string, readonly Control[]>
  /** Names by id. */
  readonly speakers: ReadonlyMap<string, string>
}

function taskOf(document: DatasetDocument, relations: readonly DatasetRelation[], setup: Setup) {
  const { annotations, text } = document
  const result = [
    ...annotations.flatMap((annotation) => resultsOf(annotation, text, setup)),
    ...relationsOf(relations, new Set(annotations.map(({ id }) => id))),
  ]
  return {
    data: { ...documentFields(document), text },
    annotations: result.length === 0 ? [] : [{ result }],
  }
}

function resultsOf(annotation: DatasetAnnotation, text: string, { controls, speakers }: Setup) {
  const { id, label, attributes, attribution, note, annotator, createdAt, updatedAt } = annotation
  const held = (controls.get(label) ?? []).flatMap((control) => {
    const value = valueOfAttribute(attributes, control.attribute.id)
    return value === undefined || !fitsAttribute(control.attribute, value)
      ? []
      : [{ control, value }]
  })
  const names = new Set(held.map(({ control }) => control.attribute.id))
  const others = Object.entries(attributes).filter(([name]) => !names.has(name))
  const [first, ...pieces] = annotation.spans.map((span) => ({
    start: span.startCodePoint,
    end: span.endCodePoint,
    text: text.slice(span.start, span.end),
  }))
  const part = (control: string, type: string, value: object) => ({
    id,
    from_name: control,
    to_name: 'text',
    type,
    value: { ...first, ...value },
  })
  return [
    {
      ...part('label', 'labels', { labels: [label] }),
      meta: {
        ...(others.length === 0 ? {} : { attributes: Object.fromEntries(others) }),
        annotator,
        created_at: createdAt,
        updated_at: updatedAt,
      },
    },
    ...pieces.map((value, index) => ({
      id: `${id}-${index + 2}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { ...value, labels: [label] },
      meta: { piece_of: id },
      parentID: id,
    })),
    ...held.map(({ control, value }) => part(control.name, control.type, choiceOf(control, value))),
    ...(attribution.length === 0
      ? []
      : [
          part('speaker', 'textarea', {
            text: attribution.map((speaker) => speakers.get(speaker) ?? speaker),
          }),
        ]),
    ...(note === null ? [] : [part('note', 'textarea', { text: [note] })]),
  ]
}

function choiceOf({ type }: Control, value: AttributeValue) {
  if (type === 'number') return { number: value }
  if (type === 'textarea') return { text: [value] }
  return { choices: typeof value === 'boolean' ? [value ? 'yes' : 'no'] : [value].flat() }
}

/**
 * Label Studio has one relation between two regions, with any number of labels (`stores/RelationStore.js`). Ids are
 * written for whoever reads the file; Label Studio has none.
 */
function relationsOf(relations: readonly DatasetRelation[], ends: ReadonlySet<string>) {
  const within = relations.filter(({ from, to }) => ends.has(from) && ends.has(to))
  const joined = Map.groupBy(within, ({ from, to }) => `${from} ${to}`)
  return [...joined.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        type: 'relation',
        from_id: first.from,
        to_id: first.to,
        direction: 'right',
        labels: group.map(({ type }) => type),
        ids: group.map(({ id }) => id),
      },
    ]
  })
}
