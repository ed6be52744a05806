import type { Unwritable } from '../../../../../shared/exchange/xml-characters.ts'
import { documentStatuses } from '../../../../../shared/model/document.ts'
import { verbatimTypes } from '../../../exporters/formats/uima/verbatim-types.ts'
import { noMetadata } from '../../article.ts'
import type { ForeignMetadata } from '../../foreign.ts'
import { isReference, type FeatureStructure, type Reference, type Targets } from './cas.ts'
import { textIn, textsIn } from './verbatim-annotations.ts'

/** Features that say where the document is in the text, which is all of it. */
const placeFeatures: ReadonlySet<string> = new Set(['sofa', 'begin', 'end'])

/**
 * What the document annotations of a view say of it: UIMA's own the language, DKPro's (`DocumentMetaData`) a title and an
 * address too. Everything else is kept by the name of its feature.
 */
export function metadataOf(
  structures: readonly FeatureStructure[],
  follow: (reference: Reference) => Targets,
): ForeignMetadata {
  const own = structures.find(({ type }) => type === verbatimTypes.document)
  if (own !== undefined) return verbatimMetadata(own, follow)
  const other = new Map<string, string>()
  for (const { features } of structures) {
    for (const [name, value] of features) {
      if (placeFeatures.has(name) || name === 'language' || name === 'documentTitle') continue
      const text = isReference(value) ? follow(value).texts.join(', ') : [value].flat().join(', ')
      if (text !== '' && !other.has(name)) other.set(name, text)
    }
  }
  const first = (name: string) =>
    structures.map((each) => textIn(each, name)).find((text) => text !== null && text !== '') ??
    null
  const uri = other.get('documentUri') ?? ''
  const url = /^https?:\/\//i.test(uri) ? uri : null
  if (url !== null) other.delete('documentUri')
  return {
    ...noMetadata,
    title: first('documentTitle'),
    url,
    language: languageOf(structures),
    other: Object.fromEntries(other),
  }
}

function verbatimMetadata(
  own: FeatureStructure,
  follow: (reference: Reference) => Targets,
): ForeignMetadata {
  const direction = textIn(own, 'direction')
  const status = textIn(own, 'status')
  const values = textsIn(own, 'metadataValues', follow)
  const other = textsIn(own, 'metadataNames', follow).map(
    (name, index) => [name, values[index] ?? ''] as const,
  )
  return {
    title: textIn(own, 'title'),
    source: textIn(own, 'source'),
    author: textIn(own, 'author'),
    date: textIn(own, 'date'),
    url: textIn(own, 'url'),
    language: languageOf([own]),
    direction: direction === 'ltr' || direction === 'rtl' ? direction : null,
    status: documentStatuses.find((each) => each === status) ?? null,
    assignee: null,
    tags: [],
    other: Object.fromEntries(other),
  }
}

function languageOf(structures: readonly FeatureStructure[]): string | null {
  const languages = structures.map((each) => textIn(each, 'language') ?? '')
  return languages.find((language) => language !== '' && language !== 'x-unspecified') ?? null
}

/** The characters that stand-ins of a text are for, as `exporters/formats/uima-xmi.ts` lists them. */
export function standInsIn(structures: readonly FeatureStructure[]): readonly Unwritable[] {
  const own = structures.find(({ type }) => type === verbatimTypes.document)
  const listed = own === undefined ? null : textIn(own, 'standIns')
  return Array.from((listed ?? '').matchAll(/(\d+):([0-9a-f]{1,4})(?= |$)/g), (match) => ({
    offset: Number(match[1]),
    character: String.fromCharCode(Number.parseInt(match[2] ?? '', 16)),
  }))
}
