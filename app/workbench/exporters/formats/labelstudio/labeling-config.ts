import { escapeUnwritable, unwritableIn } from '../../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { Attribute } from '../../../../../shared/model/attribute.ts'
import type { DatasetHead } from '../../dataset.ts'
import type { ExportLog } from '../../export-format.ts'
import { tagSetComments } from '../../tag-set-comments.ts'
import { xmlElement } from '../../xml-text.ts'

/** What asks for an attribute of the regions with one label. */
export type Control = {
  /** `label:attribute`. A colon is in neither, so no two controls have the same name. */
  readonly name: string
  /** The type of its results. */
  readonly type: 'choices' | 'number' | 'textarea'
  readonly attribute: Attribute
}

/** The controls of each label, by its id. An attribute with options that XML cannot hold has none. */
export function controlsOf(
  labels: DatasetHead['labels'],
  log: ExportLog,
): ReadonlyMap<string, readonly Control[]> {
  return new Map(
    labels.map(({ id, attributes }) => [
      id,
      attributes.flatMap((attribute): readonly Control[] => {
        const options = 'options' in attribute ? attribute.options : []
        if (options.some((option) => unwritableIn(option).length > 0)) {
          const reason = t('formats:changed.labelStudioOption', { name: attribute.name })
          log.change(changed(id, reason))
          return []
        }
        return [{ name: `${id}:${attribute.id}`, type: typeOf(attribute), attribute }]
      }),
    ]),
  )
}

function typeOf({ kind }: Attribute): Control['type'] {
  if (kind === 'number') return 'number'
  return kind === 'text' ? 'textarea' : 'choices'
}

/**
 * The labelling interface (https://labelstud.io/tags): the text with the labels, and below it what is asked of the
 * region that is chosen. White space is shown as it is, so that what is selected is what is counted. Comments, which Label
 * Studio keeps and passes over, hold the tag set in full.
 */
export function labelingConfig(
  head: DatasetHead,
  controls: ReadonlyMap<string, readonly Control[]>,
  log: ExportLog,
): string {
  const { labels, relationTypes } = head
  const lines = [
    '<View>',
    '  <Style>.htx-text { white-space: pre-wrap; }</Style>',
    ...relationLines(relationTypes, log),
    '  <Labels name="label" toName="text">',
    ...labels.map(({ id, color, key, description }) => {
      const hotkey = key === null || unwritableIn(key).length > 0 ? null : key
      const hint = description === '' ? null : escapeUnwritable(description)
      return `    ${xmlElement('Label', { value: id, background: color, hotkey, hint })}`
    }),
    '  </Labels>',
    '  <Text name="text" value="$text" granularity="symbol"/>',
    ...labels.flatMap(({ id }) =>
      (controls.get(id) ?? []).flatMap((control) => controlLines(id, control)),
    ),
    ...wordLines('speaker', 'Speaker'),
    ...wordLines('note', 'Note'),
    ...tagSetComments(head, { speakers: false }).map(xmlComment),
    '</View>',
  ]
  return `${lines.join('\n')}\n`
}

/** A line of JSON as a comment, in which two hyphens and some characters may not be (XML 1.0, 2.2 and 2.5). */
function xmlComment(line: string): string {
  const escaped = line
    .replaceAll('--', '-\\u002d')
    .replaceAll(/[\uFFFE\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
  return `  <!-- ${escaped} -->`
}

function relationLines(types: DatasetHead['relationTypes'], log: ExportLog): readonly string[] {
  const writable = types.filter(({ id }) => unwritableIn(id).length === 0)
  for (const { id } of types) {
    if (unwritableIn(id).length === 0) continue
    const reason = t('formats:changed.labelStudioRelationType')
    log.change(changed(id, reason))
  }
  if (writable.length === 0) return []
  return [
    '  <Relations choice="multiple">',
    ...writable.map(({ id }) => `    ${xmlElement('Relation', { value: id })}`),
    '  </Relations>',
  ]
}

/** `whenLabelValue` shows a control for one label only (`web/libs/editor/src/mixins/PerRegion.js`). */
function controlLines(label: string, { name, type, attribute }: Control): readonly string[] {
  const common = { name, toName: 'text', perRegion: 'true', whenLabelValue: label }
  const title = xmlElement('Header', { value: escapeUnwritable(attribute.name), size: '5' })
  if (type === 'number') return region(label, title, xmlElement('Number', common))
  if (type === 'textarea') {
    return region(label, title, xmlElement('TextArea', { ...common, maxSubmissions: '1' }))
  }
  const options = 'options' in attribute ? attribute.options : ['yes', 'no']
  const choices = options.map((value) => xmlElement('Choice', { value })).join('')
  const choice = choiceOf(attribute)
  return region(label, title, xmlElement('Choices', { ...common, choice }, choices))
}

/** Buttons for yes and no tell an import that it is not a choice of two words. */
function choiceOf({ kind }: Attribute): string {
  if (kind === 'yesNo') return 'single-radio'
  return kind === 'multipleChoice' ? 'multiple' : 'single'
}

function region(label: string | null, ...content: readonly string[]): readonly string[] {
  const attributes = { visibleWhen: 'region-selected', whenLabelValue: label }
  return [`  ${xmlElement('View', attributes, content.join(''))}`]
}

function wordLines(name: string, title: string): readonly string[] {
  return region(
    null,
    xmlElement('Header', { value: title, size: '5' }),
    xmlElement('TextArea', { name, toName: 'text', perRegion: 'true' }),
  )
}

function changed(id: string, reason: string) {
  return {
    thing: 'label',
    place: null,
    id,
    code: 'notHeld',
    reason,
    expected: null,
    found: null,
  } as const
}
