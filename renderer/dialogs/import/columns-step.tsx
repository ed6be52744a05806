import { useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { ImportPlan, TableColumns } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { cancelImport, readImport } from '../../commands/importing-steps.ts'
import { Choice } from '../../controls/choice.tsx'
import { useSession } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { ColumnPreview } from './column-preview.tsx'
import { columnsFor, firstChoice, roleName, roles, tableKinds, withRole } from './table-columns.ts'

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
        {kinds.length > 1
          ? t('jobs:import.columnsOf', { table: at + 1, tables: kinds.length })
          : t('jobs:import.columns')}
      </StepHeading>
      <p className="import-lead">{tablesInWords(kind.paths)}</p>
      <div className="column-roles">
        {roles.map((role) => (
          <Choice
            key={role}
            label={roleName(role)}
            onChange={(column) => {
              change(withRole(chosen, role, column === '' ? null : column))
            }}
            value={chosen[role] ?? ''}
          >
            {role === 'text' ? null : <option value="">{t('jobs:import.noColumn')}</option>}
            {columnsFor(role, chosen, kind.columns).map((column) => (
              <option key={column} value={column}>
                {column}
              </option>
            ))}
          </Choice>
        ))}
      </div>
      <ColumnPreview chosen={chosen} columns={kind.columns} rows={kind.rows} />
      <p className="dialog-remark">{t('jobs:import.columnsRemark')}</p>
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            cancelImport(session)
          }}
        >
          {t('jobs:import.cancel')}
        </Button>
        {at === 0 ? null : (
          <Button
            className="button"
            onPress={() => {
              setAt(at - 1)
            }}
          >
            {t('jobs:job.back')}
          </Button>
        )}
        <Button className="button button-primary" type="submit">
          {isLast ? t('jobs:import.read') : t('jobs:import.next')}
        </Button>
      </div>
    </Form>
  )
}

function tablesInWords(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  return others.length === 0
    ? t('jobs:import.table', { path: first })
    : t('jobs:import.tables', { path: first, count: others.length })
}
