import type { ExportFormatInfo } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'

/** Formats under one heading. */
export type FormatGroup = { readonly name: string; readonly formats: readonly ExportFormatInfo[] }

const own = new Set<string>(['json', 'jsonl'])
const research = new Set<string>(['csv', 'parquet', 'conll', 'tei', 'w3c'])

/** Formats by what they are for: Verbatim's own, those of other tools, and what is analysed and archived. */
export function groupFormats(formats: readonly ExportFormatInfo[]): readonly FormatGroup[] {
  return [
    {
      name: t('jobs:export.groups.own'),
      formats: formats.filter(({ id }) => own.has(id)),
    },
    {
      name: t('jobs:export.groups.tools'),
      formats: formats.filter(({ id }) => !own.has(id) && !research.has(id)),
    },
    {
      name: t('jobs:export.groups.research'),
      formats: formats.filter(({ id }) => research.has(id)),
    },
  ].filter((group) => group.formats.length > 0)
}
