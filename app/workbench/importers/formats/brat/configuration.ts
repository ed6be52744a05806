import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { bratTypesOf, type BratTypes } from '../../../exporters/formats/brat/types.ts'
import type { SourceFile } from '../../import-format.ts'
import { Refusal } from '../../refusal.ts'
import { heldTagSetOf, type HeldTagSet } from '../../tag-set-comments.ts'
import { parseConfiguration, type ConfigurationFile } from './configuration-lines.ts'
import { readTextOf } from './source.ts'

/** What the folder of an `.ann` file says of its annotations. */
export type Configuration = {
  readonly annotation: ConfigurationFile
  readonly visual: ConfigurationFile
  /** The tag set that Verbatim wrote there; `null` where the folder is of another tool. */
  readonly held: HeldTagSet | null
  /** How that one is spelled. */
  readonly types: BratTypes | null
}

/** `configuration` is `null` without an `annotation.conf`. A file or line that cannot be read is left out and told. */
export async function readConfiguration(file: SourceFile): Promise<{
  readonly configuration: Configuration | null
  readonly refused: readonly Remark[]
}> {
  const annotation = await contentOf(file, 'annotation.conf')
  const visual = await contentOf(file, 'visual.conf')
  const parsed = {
    annotation: parseConfiguration(annotation.text ?? '', 'annotation.conf'),
    visual: parseConfiguration(visual.text ?? '', 'visual.conf'),
  }
  const held = annotation.text === null ? null : heldTagSetOf(annotation.text.split('\n'))
  return {
    configuration:
      annotation.text === null
        ? null
        : { ...parsed, held, types: held === null ? null : bratTypesOf(held) },
    refused: [
      ...annotation.refused,
      ...visual.refused,
      ...parsed.annotation.refused,
      ...parsed.visual.refused,
    ],
  }
}

async function contentOf(
  file: SourceFile,
  name: string,
): Promise<{ readonly text: string | null; readonly refused: readonly Remark[] }> {
  const source = file.sibling(name)
  if (source === null || source.size === 0) return { text: null, refused: [] }
  try {
    return { text: (await readTextOf(source)).text, refused: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { text: null, refused: [{ ...error.remark, place: name }] }
  }
}
