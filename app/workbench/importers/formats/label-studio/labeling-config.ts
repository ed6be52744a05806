import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { attributeSchema, type Attribute } from '../../../../../shared/model/attribute.ts'
import { distinct } from '../../../../../shared/model/distinct.ts'
import type { ForeignTagSet } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { remark } from '../../landing/landing.ts'
import { Refusal } from '../../refusal.ts'
import { heldTagSetOf } from '../../tag-set-comments.ts'
import { readText } from '../../text-source.ts'
import { readXml } from '../../xml-source/xml-source.ts'
import { elementsBelow, elementsOf, type XmlElement } from '../../xml-source/xml-tree.ts'

/** Names that the labelling interface goes by where it is kept as a file: ours, the converter’s, and the examples’. */
export const configNames: readonly string[] = [
  'labeling-config.xml',
  'label_config.xml',
  'config.xml',
]

/** What a labelling interface says of the results of its tasks. */
export type LabelingConfig = {
  readonly tagSet: ForeignTagSet
  /** The field of a task’s data that an object tag shows, by its name. */
  readonly textFields: ReadonlyMap<string, string>
  /** How answers to a control are meant, by its name. */
  readonly kinds: ReadonlyMap<string, Attribute['kind']>
}

/** Reads the labelling interface beside a file of tasks. One that cannot be read is passed over, and that is told. */
export async function readLabelingConfig(file: SourceFile): Promise<{
  readonly config: LabelingConfig | null
  readonly changed: Remark | null
}> {
  const name = configNames.find((each) => file.siblingNames.includes(each))
  const sibling = name === undefined ? null : file.sibling(name)
  if (name === undefined || sibling === null) return { config: null, changed: null }
  try {
    const { root } = await readXml(sibling)
    if (root.name !== 'View') return { config: null, changed: null }
    const config = configOf(root)
    const held = heldIn((await readText(sibling)).text, config.tagSet)
    return { config: held === null ? config : { ...config, tagSet: held }, changed: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reason = t('remarks:labelStudio.config', { name, reason: error.remark.reason })
    return { config: null, changed: remark({ thing: 'other', code: 'malformed', reason }) }
  }
}

/** The tag set in full where Verbatim wrote the labelling interface, and its labels are still the same; `null` where not. */
function heldIn(text: string, { labels }: ForeignTagSet): ForeignTagSet | null {
  const comments = text.matchAll(/^ *<!-- (.*) -->$/gm)
  const held = heldTagSetOf(Array.from(comments, ([, line = '']) => line))
  const same =
    held?.labels.map(({ id }) => id).join(' ') === labels.map(({ name }) => name).join(' ')
  return held !== null && same ? { ...held, attributeKinds: {} } : null
}

function configOf(root: XmlElement): LabelingConfig {
  const tags = [...elementsBelow(root)]
  const textFields = new Map<string, string>()
  const kinds = new Map<string, Attribute['kind']>()
  for (const { name: tag, attributes } of tags) {
    const name = attributes.get('name')
    const value = attributes.get('value')
    if (name === undefined) continue
    if (/^(?:Text|HyperText)$/i.test(tag) && value?.startsWith('$') === true) {
      textFields.set(name, value.slice(1))
    }
  }
  for (const element of tags) {
    const kind = kindOf(element)
    const name = element.attributes.get('name')
    if (kind !== null && name !== undefined) kinds.set(name, kind)
  }
  return { tagSet: tagSetOf(tags), textFields, kinds }
}

/** A choice between buttons for yes and no is a question of Verbatim’s own; elsewhere the two are words. */
function kindOf(element: XmlElement): Attribute['kind'] | null {
  switch (element.name.toLowerCase()) {
    case 'choices':
    case 'taxonomy': {
      const choice = element.attributes.get('choice')
      const own = element.attributes.get('name')?.includes(':') === true
      if (own && choice === 'single-radio' && optionsOf(element).join(' ') === 'yes no') {
        return 'yesNo'
      }
      return choice === 'multiple' || element.name.toLowerCase() === 'taxonomy'
        ? 'multipleChoice'
        : 'choice'
    }
    case 'rating':
    case 'number':
      return 'number'
    case 'textarea':
    case 'datetime':
      return 'text'
    default:
      return null
  }
}

/** What results have: the alias where there is one (`mixins/SelectedModel.js`, `selectedValues`). */
function optionsOf(element: XmlElement): readonly string[] {
  return elementsOf(element).flatMap(
    ({ attributes }) => attributes.get('alias') ?? attributes.get('value') ?? [],
  )
}

function tagSetOf(tags: readonly XmlElement[]): ForeignTagSet {
  const named = (pattern: RegExp) => tags.filter(({ name }) => pattern.test(name))
  const labels = named(/^(?:HyperText)?Labels$/i).flatMap((element) => elementsOf(element, 'Label'))
  return {
    labels: labels.flatMap(({ attributes }) => {
      const name = attributes.get('alias') ?? attributes.get('value')
      if (name === undefined) return []
      const color = attributes.get('background')?.toLowerCase()
      const key = attributes.get('hotkey')
      return [
        {
          name,
          ...(color !== undefined && /^#[0-9a-f]{6}$/.test(color) ? { color } : {}),
          ...(key?.length === 1 ? { key } : {}),
          description: attributes.get('hint') ?? '',
          attributes: attributesOf(name, tags),
        },
      ]
    }),
    relationTypes: named(/^Relation$/i).flatMap(({ attributes }) => {
      const name = attributes.get('value')
      return name === undefined ? [] : [{ name }]
    }),
    speakers: [],
    projectName: null,
    attributeKinds: {},
  }
}

/** What is asked of regions with a label: controls for each region, those for other labels left out. */
function attributesOf(label: string, tags: readonly XmlElement[]): readonly Attribute[] {
  const asked = tags.flatMap((element) => {
    const { attributes } = element
    const only = attributes.get('whenLabelValue')
    const kind = attributes.get('perRegion') === 'true' ? kindOf(element) : null
    if (kind === null || (only !== undefined && only !== label)) return []
    const name = attributeName(attributes.get('name') ?? '', label)
    if (wordControls.has(name)) return []
    const options = kind === 'yesNo' ? {} : { options: optionsOf(element) }
    const parsed = attributeSchema.safeParse({
      id: name,
      name,
      required: false,
      kind,
      ...(kind === 'choice' || kind === 'multipleChoice' ? options : {}),
    })
    return parsed.success ? [parsed.data] : []
  })
  return distinct(asked)
}

/** Controls of Verbatim’s own for what every annotation can have. */
export const wordControls: ReadonlySet<string> = new Set(['speaker', 'note'])

/** Verbatim names a control `label:attribute`; any other name is that of the attribute. */
export function attributeName(control: string, label: string): string {
  return control.startsWith(`${label}:`) ? control.slice(label.length + 1) : control
}
