import { formatDateTime, formatNumber } from '../../../shared/language/format.ts'
import type { Document } from '../../../shared/model/document.ts'
import { sizeOf } from '../../commands/amounts.ts'

/** Where a document came from, and what else its source said of it. None of it changes after the import. */
export function ProvenanceFacts({ document }: { readonly document: Document }) {
  const { provenance, metadata, length, sha256 } = document
  const { fileName, format, encoding, byteOrderMark, byteLength, importedAt } = provenance
  return (
    <dl aria-label="Where it came from" className="document-facts">
      <Fact name="File" value={fileName ?? 'Pasted text'} />
      <Fact name="Format" value={format} />
      {encoding === null ? null : (
        <Fact
          name="Encoding"
          value={byteOrderMark ? `${encoding} with a byte order mark` : encoding}
        />
      )}
      {byteLength === null ? null : <Fact name="Size" value={sizeOf(byteLength)} />}
      <Fact name="Imported" value={formatDateTime(Date.parse(importedAt))} />
      <Fact name="Text" value={`${formatNumber(length)} UTF-16 code units`} />
      <Fact name="SHA-256" value={sha256} />
      {Object.entries(metadata).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
