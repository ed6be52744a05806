import type { ImportPlan, TableColumns } from '../../../shared/contract.ts'
import { roleName } from './table-columns.ts'

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
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
    <div aria-label="First rows" className="column-preview" role="group" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
            <th colSpan={shownRows} scope="colgroup">
              In the first rows
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr data-used={roleName(chosen, column) === 'Metadata' ? undefined : true} key={column}>
              <th dir="auto" scope="row">
                {column}
              </th>
              <td className="column-role">{roleName(chosen, column)}</td>
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
