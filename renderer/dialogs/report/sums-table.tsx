import type { Report } from '../../../shared/exchange/report.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { sumsOf } from './report-sums.ts'

/** How many things were read and what became of them: read is stored and refused. */
export function SumsTable({ report }: { readonly report: Report }) {
  const isImport = report.direction === 'import'
  const sums = sumsOf(report)
  if (sums.length === 0) return null
  return (
    <table className="report-sums">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('jobs:report.sums.kind')}</span>
          </th>
          <th scope="col">{t('jobs:report.sums.read')}</th>
          <th scope="col">
            {isImport ? t('jobs:report.sums.stored') : t('jobs:report.sums.written')}
          </th>
          <th className="report-part" scope="col">
            {t('jobs:report.sums.changed')}
          </th>
          <th scope="col">{t('jobs:report.sums.refused')}</th>
          {isImport ? (
            <th className="report-part" scope="col">
              {t('jobs:report.sums.review')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {sums.map(({ name, counts: { read, stored, changed, refused, review } }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Sum of={read} />
            <Sum of={stored} />
            <Sum isPart of={changed} />
            <Sum of={refused} />
            {isImport ? <Sum isPart of={review} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sum({ of, isPart = false }: { readonly of: number; readonly isPart?: boolean }) {
  return (
    <td className={isPart ? 'report-part' : undefined} data-none={of === 0 || undefined}>
      {formatNumber(of)}
    </td>
  )
}
