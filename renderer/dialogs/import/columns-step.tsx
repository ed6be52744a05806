import { useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { ImportPlan, TableColumns } from '../../../shared/contract.ts'
import { formatNumber } from '../../../shared/language/format.ts'
import { cancelImport, readImport } from '../../commands/importing-steps.ts'
import { Choice } from '../../controls/choice.tsx'
import { useSession } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { ColumnPreview } from './column-preview.tsx'
import { columnsFor, firstChoice, roles, tableKinds, withRole } from './table-columns.ts'

/** Asks which column of a table is what, one kind of table after the other. */
export function ColumnsStep({
  job,
  tables,
}: {
  readonly job: string
  readonly tables: ImportPlan['tables']
}) {
  const session = useSession()
  const kinds = tableKinds(tables)
  const [answers, setAnswers] = useState(() => kinds.map(firstChoice))
  const [at, setAt] = useState(0)
  const [kind, chosen] = [kinds[at], answers[at]]
  if (kind === undefined || chosen === undefined) return null

  const change = (columns: TableColumns): void => {
    setAnswers(answers.with(at, columns))
  }
  const isLast = at === kinds.length - 1
  const goOn = (): void => {
    if (!isLast) {
      setAt(at + 1)
      return
    }
    const byPath = kinds.flatMap(({ paths }, index) =>
      paths.flatMap((path) => {
        const answer = answers[index]
        return answer === undefined ? [] : [[path, answer] as const]
      }),
    )
    void readImport(session, job, Object.fromEntries(byPath))
  }

  return (
    <Form
      className="import-step"
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <StepHeading key={at}>
        Which column is what?
        {kinds.length > 1 ? ` Table ${at + 1} of ${kinds.length}` : ''}
      </StepHeading>
      <p className="import-lead">{tablesInWords(kind.paths)}</p>
      <div className="column-roles">
        {roles.map(({ id, name }) => (
          <Choice
            key={id}
            label={name}
            onChange={(column) => {
              change(withRole(chosen, id, column === '' ? null : column))
            }}
            value={chosen[id] ?? ''}
          >
            {id === 'text' ? null : <option value="">None</option>}
            {columnsFor(id, chosen, kind.columns).map((column) => (
              <option key={column} value={column}>
                {column}
              </option>
            ))}
          </Choice>
        ))}
      </div>
      <ColumnPreview chosen={chosen} columns={kind.columns} rows={kind.rows} />
      <p className="dialog-remark">
        Every row becomes a document. Columns that are not named are kept as its metadata. Tables
        with these columns are not asked about again.
      </p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          Cancel import
        </Button>
        {at === 0 ? null : (
          <Button
            className="button"
            onPress={() => {
              setAt(at - 1)
            }}
          >
            Back
          </Button>
        )}
        <Button className="button button-primary" type="submit">
          {isLast ? 'Read' : 'Next'}
        </Button>
      </div>
    </Form>
  )
}

function tablesInWords(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  if (others.length === 0) return `“${first}”`
  return `“${first}” and ${formatNumber(others.length)} more with the same columns`
}
