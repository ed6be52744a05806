import type { ExportFormat as ExportFormatId } from '../../../shared/contract.ts'
import type { ExportFormat } from './export-format.ts'
import { bratFormat } from './formats/brat/brat.ts'
import { conllFormat } from './formats/conll/conll.ts'
import { csvFormat } from './formats/csv/csv.ts'
import { doccanoFormat } from './formats/doccano.ts'
import { jsonFormat } from './formats/json.ts'
import { jsonlFormat } from './formats/jsonl.ts'
import { labelstudioFormat } from './formats/labelstudio/labelstudio.ts'
import { parquetFormat } from './formats/parquet/parquet.ts'
import { prodigyFormat } from './formats/prodigy.ts'
import { teiFormat } from './formats/tei.ts'
import { uimaJsonFormat } from './formats/uima-json.ts'
import { uimaXmiFormat } from './formats/uima-xmi.ts'
import { w3cFormat } from './formats/w3c.ts'

/** Every format that a project can be written to. A new one is one file, one entry here and its word in the contract. */
export const exportFormats: Readonly<Record<ExportFormatId, ExportFormat>> = {
  json: jsonFormat,
  jsonl: jsonlFormat,
  csv: csvFormat,
  parquet: parquetFormat,
  w3c: w3cFormat,
  brat: bratFormat,
  doccano: doccanoFormat,
  labelstudio: labelstudioFormat,
  prodigy: prodigyFormat,
  conll: conllFormat,
  'uima-xmi': uimaXmiFormat,
  'uima-json': uimaJsonFormat,
  tei: teiFormat,
}
