import type { ExportFormat as ExportFormatId } from '../../../shared/contract.ts'
import type { ExportFormat } from './export-format.ts'
import { jsonFormat } from './formats/json.ts'
import { jsonlFormat } from './formats/jsonl.ts'

/** Every format that a project can be written to. A new one is one file, one entry here and its word in the contract. */
export const exportFormats: Readonly<Record<ExportFormatId, ExportFormat>> = {
  json: jsonFormat,
  jsonl: jsonlFormat,
}
