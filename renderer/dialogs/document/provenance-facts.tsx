import { formatDateTime } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Document } from '../../../shared/model/document.ts'
import { sizeOf } from '../../commands/amounts.ts'

/** Where a document came from, and what else its source said of it. None of it changes after the import. */
export function ProvenanceFacts({ document }: { readonly document: Document }) {
  const { provenance, metadata, length, sha256 } = document
  const { fileName, format, encoding, byteOrderMark, byteLength, importedAt } = provenance
  return (
    <dl aria-label={t('dialogs:document.provenance.label')} className="document-facts">
      <Fact
        name={t('dialogs:document.provenance.file')}
        value={fileName ?? t('dialogs:document.provenance.pasted')}
      />
      <Fact name={t('dialogs:document.provenance.format')} value={format} />
      {encoding === null ? null : (
        <Fact
          name={t('dialogs:document.provenance.encoding')}
          value={byteOrderMark ? t('dialogs:document.provenance.withMark', { encoding }) : encoding}
        />
      )}
      {byteLength === null ? null : (
        <Fact name={t('dialogs:document.provenance.size')} value={sizeOf(byteLength)} />
      )}
      <Fact
        name={t('dialogs:document.provenance.imported')}
        value={formatDateTime(Date.parse(importedAt))}
      />
      <Fact
        name={t('dialogs:document.provenance.text')}
        value={t('dialogs:document.provenance.codeUnits', { count: length })}
      />
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
