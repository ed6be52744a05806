import type { ForeignMetadata } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { isoDateOf } from '../../iso-date.ts'
import { Refusal } from '../../refusal.ts'
import { readXml } from '../../xml-source/xml-source.ts'
import { elementsOf, wordsOf } from '../../xml-source/xml-tree.ts'
import { languageOf } from '../html/page-metadata.ts'

/** Where packages keep what they say of themselves (ECMA-376 part 2, 11). */
const partName = 'docProps/core.xml'

/** What a document says of itself; nothing where it does not say, or not in a way that can be read. */
export async function coreProperties(
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<Pick<ForeignMetadata, 'title' | 'author' | 'date' | 'language'>> {
  const part = parts.get(partName)
  const said = part === undefined ? new Map<string, string>() : await propertiesIn(part)
  return {
    title: said.get('title') ?? null,
    author: said.get('creator') ?? null,
    date: isoDateOf(said.get('created') ?? ''),
    language: languageOf(said.get('language') ?? ''),
  }
}

async function propertiesIn(part: Uint8Array): Promise<ReadonlyMap<string, string>> {
  try {
    const { root } = await readXml(fileOf(part), { depth: 16, nodes: 1000 })
    const properties = elementsOf(root).map((element) => [element.name, wordsOf(element)] as const)
    return new Map(properties.filter(([, value]) => value !== '' && value.length <= 2000))
  } catch (error) {
    // The text does not depend on it.
    if (error instanceof Refusal) return new Map()
    throw error
  }
}

function fileOf(part: Uint8Array): SourceFile {
  return {
    path: partName,
    size: part.length,
    bytes: async () => part,
    async *chunks() {
      yield part
    },
    sibling: () => null,
    siblingNames: [],
  }
}
