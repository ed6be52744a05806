import type { ImportPlan, TableColumns } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { roleName, roleOf } from './table-columns.ts'

/** Rows that are shown of a table. */
const shownRows = 3

/** The columns of a table, one below the other so that any number of them fits, with what is in the first rows. */
export function ColumnPreview({
  columns,
  rows,
  chosen,
}: {
  readonly columns: readonly string[]
  readonly rows: ImportPlan['tables'][number]['rows']
  readonly chosen: TableColumns
}) {
  return (
    <div
      aria-label={t('jobs:import.firstRows')}
      className="column-preview"
      role="group"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('jobs:import.column')}</th>
            <th scope="col">{t('jobs:import.becomes')}</th>
            <th colSpan={shownRows} scope="colgroup">
              {t('jobs:import.inFirstRows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr data-used={roleOf(chosen, column) === 'metadata' ? undefined : true} key={column}>
              <th dir="auto" scope="row">
                {column}
              </th>
              <td className="column-role">{roleName(roleOf(chosen, column))}</td>
              {Array.from({ length: shownRows }, (_, row) => (
                // The rows of a table have no names.
                // eslint-disable-next-line react/no-array-index-key
                <td className="column-cell" dir="auto" key={row}>
                  {rows[row]?.[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
