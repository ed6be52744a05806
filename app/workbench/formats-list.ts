import { exportFormatSchema, type CallValue } from '../../shared/contract.ts'
import { defaultExportOptions } from './exporters/export-format.ts'
import { exportFormats } from './exporters/formats.ts'
import { lossWords } from './exporters/loss-words.ts'
import { importFormats } from './importers/formats.ts'

/** What can be read and written, as dialogs offer it. */
export function formatsList(): CallValue<'formats.list'> {
  return {
    import: importFormats.map(({ id, name, extensions }) => ({ id, name, extensions })),
    export: exportFormatSchema.options.map((id) => {
      const { name, description, remark, extension, loses } = exportFormats[id]
      const losses = loses(defaultExportOptions).map((loss) => lossWords[loss])
      return { id, name, description, remark, extension, losses }
    }),
  }
}
