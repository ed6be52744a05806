import {
  exportOptionsSchema,
  type ExportFormatInfo,
  type ExportOptions,
  type ExportScope,
} from '../../../shared/contract.ts'
import { countOf } from '../../commands/amounts.ts'
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
    <section aria-label={`About ${format.name}`} className="format-details">
      <h3>{format.name}</h3>
      <p>{format.remark}</p>
      <p className="dialog-remark">{shapeOf(format, isBrowser)}</p>
      <Options format={format} onChange={onChange} options={options} />
      {format.losses.length === 0 ? (
        <p className="dialog-remark">Nothing is left out.</p>
      ) : (
        <details className="format-losses" key={format.id}>
          <summary>What is left out ({countOf(format.losses.length, 'thing')})</summary>
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
  if (extension !== null) return `One file, ${extension}`
  return isBrowser ? 'A folder of files, as one .zip' : 'A folder of files'
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
        label="Positions count"
        onChange={(w3cUnits) => {
          change({ w3cUnits })
        }}
        value={options.w3cUnits}
      >
        <option value="codePoint">Code points, as the recommendation has it</option>
        <option value="utf16">UTF-16 code units, as Recogito has it</option>
      </Choice>
    )
  }
  if (id === 'conll') {
    return (
      <Choice
        label="Where annotations overlap"
        onChange={(overlaps) => {
          change({ overlaps })
        }}
        value={options.overlaps}
      >
        <option value="longest">Keep the longest</option>
        <option value="first">Keep the first</option>
        <option value="separate-columns">Keep all, in columns of their own</option>
      </Choice>
    )
  }
  return null
}
