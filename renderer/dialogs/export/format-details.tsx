import {
  exportOptionsSchema,
  type ExportFormatInfo,
  type ExportOptions,
  type ExportScope,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { Choice } from '../../controls/choice.tsx'
import { ScopeChoice } from './scope-choice.tsx'

/** What should be known of a format before it is chosen, and what can be asked of it. */
export function FormatDetails({
  format,
  options,
  isBrowser,
  onChange,
  scope,
  onScope,
}: {
  readonly format: ExportFormatInfo
  readonly options: ExportOptions
  readonly scope: ExportScope
  readonly onScope: (scope: ExportScope) => void
  /** Folders are downloaded as an archive there. */
  readonly isBrowser: boolean
  readonly onChange: (options: ExportOptions) => void
}) {
  return (
    <section
      aria-label={t('jobs:export.about', { format: format.name })}
      className="format-details"
    >
      <h3>{format.name}</h3>
      <p>{format.remark}</p>
      <p className="dialog-remark">{shapeOf(format, isBrowser)}</p>
      <Options format={format} onChange={onChange} options={options} />
      {format.losses.length === 0 ? (
        <p className="dialog-remark">{t('jobs:export.noLosses')}</p>
      ) : (
        <details className="format-losses" key={format.id}>
          <summary>{t('jobs:export.losses', { count: format.losses.length })}</summary>
          <ul>
            {format.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </details>
      )}
      <ScopeChoice onChange={onScope} scope={scope} />
    </section>
  )
}

function shapeOf({ extension }: ExportFormatInfo, isBrowser: boolean): string {
  if (extension !== null) return t('jobs:export.oneFile', { extension })
  return isBrowser ? t('jobs:export.zip') : t('jobs:export.folder')
}

function Options({
  format: { id },
  options,
  onChange,
}: {
  readonly format: ExportFormatInfo
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
}) {
  const change = (option: Readonly<Record<string, string>>): void => {
    onChange(exportOptionsSchema.parse({ ...options, ...option }))
  }
  if (id === 'w3c') {
    return (
      <Choice
        label={t('jobs:export.units')}
        onChange={(w3cUnits) => {
          change({ w3cUnits })
        }}
        value={options.w3cUnits}
      >
        <option value="codePoint">{t('jobs:export.codePoints')}</option>
        <option value="utf16">{t('jobs:export.codeUnits')}</option>
      </Choice>
    )
  }
  if (id === 'conll') {
    return (
      <Choice
        label={t('jobs:export.overlaps')}
        onChange={(overlaps) => {
          change({ overlaps })
        }}
        value={options.overlaps}
      >
        <option value="longest">{t('jobs:export.longest')}</option>
        <option value="first">{t('jobs:export.first')}</option>
        <option value="separate-columns">{t('jobs:export.columns')}</option>
      </Choice>
    )
  }
  return null
}
