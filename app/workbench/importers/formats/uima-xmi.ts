import type { Remark } from '../../../../shared/exchange/remark.ts'
import { t } from '../../../../shared/language/translate.ts'
import type { ImportFormat, SourceFile } from '../import-format.ts'
import { remark } from '../landing/landing.ts'
import { Refusal } from '../refusal.ts'
import { readXml } from '../xml-source/xml-source.ts'
import { readingsOf } from './uima/documents.ts'
import { isTypeSystem, typesIn } from './uima/type-system-xml.ts'
import { typeSystemOf, type Type } from './uima/type-system.ts'
import { casOfXmi, isXmi } from './uima/xmi-structures.ts'

/**
 * UIMA CAS XMI, as UIMA, DKPro, INCEpTION and WebAnno write it. Offsets count UTF-16 code units. The types are described by a
 * descriptor in the same folder.
 */
export const uimaXmiFormat: ImportFormat = {
  id: 'uima-xmi',
  name: 'UIMA CAS XMI',
  extensions: ['.xmi'],
  recognise: ({ path, text }) => {
    if (text !== null && (isXmiText(text) || isTypeSystemText(text))) return 'certain'
    return /\.xmi$/i.test(path) ? 'possible' : 'no'
  },
  companions: ({ text, siblingNames }) =>
    text !== null && isXmiText(text) ? siblingNames.filter(isTypeSystemName) : [],
  read: async function* (file) {
    const { root, decoding } = await readXml(file)
    if (isTypeSystem(root)) {
      yield { kind: 'changed', remark: onlyTypes() }
      return
    }
    if (!isXmi(root)) throw notXmi(root.name)
    const types = await siblingTypes(file)
    for (const each of types.changed) yield { kind: 'changed', remark: each }
    yield* readingsOf(casOfXmi(root, typeSystemOf(types.types), decoding))
  },
}

function isXmiText(text: string): boolean {
  return /<(?:[\w.-]+:)?XMI[\s>]/.test(text) && text.includes('http://www.omg.org/XMI')
}

function isTypeSystemText(text: string): boolean {
  return /<(?:[\w.-]+:)?typeSystemDescription[\s>]/.test(text)
}

function isTypeSystemName(name: string): boolean {
  return /type-?_?system.*\.xml$/i.test(name)
}

/** Most files of a folder that are looked into for a type system, where none is named as one. */
const mostLooks = 20
/** Largest type system, in bytes. */
const largest = 8 * 1024 * 1024

/** Types of all descriptors in the folder: those that are named as one, or any where none is. */
async function siblingTypes(
  file: SourceFile,
): Promise<{ readonly types: readonly Type[]; readonly changed: readonly Remark[] }> {
  const named = file.siblingNames.filter(isTypeSystemName)
  const others = file.siblingNames.filter(
    (name) => /\.xml$/i.test(name) && !file.path.endsWith(name),
  )
  const names = (named.length > 0 ? named : others).toSorted().slice(0, mostLooks)
  const types: Type[] = []
  const changed: Remark[] = []
  for (const name of names) {
    const sibling = file.sibling(name)
    if (sibling === null || sibling.size > largest) continue
    const found = await typesOf(sibling)
    if ('reason' in found) {
      if (named.length > 0) changed.push(unreadable(name, found.reason))
    } else types.push(...found)
  }
  return { types, changed }
}

async function typesOf(
  sibling: SourceFile,
): Promise<readonly Type[] | { readonly reason: string }> {
  try {
    const { root } = await readXml(sibling)
    return isTypeSystem(root) ? typesIn(root) : { reason: t('remarks:uima.noTypeSystem') }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.remark.reason }
    throw error
  }
}

function unreadable(name: string, reason: string): Remark {
  return remark({
    thing: 'other',
    place: name,
    code: 'malformed',
    reason: t('remarks:uima.typeSystem', { name, reason }),
  })
}

function onlyTypes(): Remark {
  return remark({
    thing: 'file',
    code: 'empty',
    reason: t('remarks:uima.onlyTypes'),
  })
}

function notXmi(name: string): Refusal {
  return new Refusal({
    code: 'malformed',
    reason: t('remarks:uima.noXmi', { name }),
  })
}
