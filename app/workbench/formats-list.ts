import { exportFormatSchema, type CallValue } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { defaultExportOptions } from './exporters/export-format.ts'
import { exportFormats } from './exporters/formats.ts'
import { importFormats } from './importers/formats.ts'

/** What can be read and written, as dialogs offer it. */
export function formatsList(): CallValue<'formats.list'> {
  return {
    import: importFormats.map(({ id, name, extensions }) => ({ id, name, extensions })),
    export: exportFormatSchema.options.map((id) => {
      const { name, extension, loses } = exportFormats[id]
      const description = t(`formats:export.${id}.description`)
      const remark = t(`formats:export.${id}.remark`)
      const losses = loses(defaultExportOptions).map((loss) => t(`formats:losses.${loss}`))
      return { id, name, description, remark, extension, losses }
    }),
  }
}
