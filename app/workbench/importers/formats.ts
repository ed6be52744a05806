import { bratFormat } from './formats/brat/brat.ts'
import { conllFormat } from './formats/conll/conll.ts'
import { doccanoFormat } from './formats/doccano.ts'
import { docxFormat } from './formats/docx/docx.ts'
import { emlFormat } from './formats/eml.ts'
import { htmlFormat } from './formats/html/html.ts'
import { labelStudioFormat } from './formats/label-studio/label-studio.ts'
import { markdownFormat } from './formats/markdown.ts'
import { pdfFormat } from './formats/pdf/pdf.ts'
import { prodigyFormat } from './formats/prodigy/prodigy.ts'
import { tableFormat } from './formats/table/table.ts'
import { teiFormat } from './formats/tei.ts'
import { textFormat } from './formats/text.ts'
import { uimaJsonFormat } from './formats/uima-json.ts'
import { uimaXmiFormat } from './formats/uima-xmi.ts'
import { verbatimFormat } from './formats/verbatim/verbatim.ts'
import { w3cFormat } from './formats/w3c/w3c.ts'
import type { ImportFormat } from './import-format.ts'

/** Every format that can be imported, those first that know their files best. A new one is one file and one entry here. */
export const importFormats: readonly ImportFormat[] = [
  verbatimFormat,
  w3cFormat,
  bratFormat,
  labelStudioFormat,
  doccanoFormat,
  prodigyFormat,
  uimaXmiFormat,
  uimaJsonFormat,
  teiFormat,
  conllFormat,
  tableFormat,
  docxFormat,
  pdfFormat,
  emlFormat,
  htmlFormat,
  markdownFormat,
  textFormat,
]

/** `null` where there is no format with this id. */
export function formatById(id: string): ImportFormat | null {
  return importFormats.find((format) => format.id === id) ?? null
}
