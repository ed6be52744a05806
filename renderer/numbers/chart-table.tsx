import { formatNumber } from '../../shared/language/format.ts'
import type { Chart } from './chart.ts'

/** The numbers of a chart. */
export function ChartTable({ chart }: { readonly chart: Chart }) {
  const { head, body } = chart.table
  return (
    <table>
      <caption className="visually-hidden">{chart.title}</caption>
      <thead>
        <tr>
          {head.map((name, place) => (
            <th
              data-number={typeof body[0]?.[place] === 'number' || undefined}
              key={name}
              scope="col"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row) => (
          <tr key={row.join('\t')}>
            {row.map((cell, place) => (
              <td data-number={typeof cell === 'number' || undefined} key={head[place]}>
                {typeof cell === 'number' ? formatNumber(cell) : <bdi>{cell}</bdi>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
