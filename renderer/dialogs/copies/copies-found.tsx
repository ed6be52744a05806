import { useMemo } from 'react'
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'

import type { CopiesFound as Found } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { leaveCopies, showCopiesOf } from '../../commands/copies.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { CopiesOf } from './copies-of.tsx'
import { carriersOf, copiesWords } from './copies-words.ts'

/** In CSS px: a title and a line of facts. */
const layout = { rowHeight: 52 }

/** The articles that several documents carry; each leads to its copies. */
export function CopiesFound({
  documents,
  found,
  shown,
}: Found & {
  /** The document that leads the copies to show; `null` shows the list. */
  readonly shown: string | null
}) {
  const session = useSession()
  const summaries = useWorkbench(({ project }) => project?.documents ?? null)
  const articles = useMemo(() => {
    const byId = new Map(summaries?.map((summary) => [summary.document.id, summary]))
    return found
      .map((copies) => ({ id: copies.documentId, carriers: carriersOf(copies, byId) }))
      .filter(({ carriers }) => carriers.length > 1)
  }, [found, summaries])
  const chosen = articles.find(({ id }) => id === shown)
  if (chosen !== undefined) return <CopiesOf carriers={chosen.carriers} key={chosen.id} />
  return (
    <>
      <StepHeading>
        {articles.length === 0
          ? t('jobs:copies.none')
          : t('jobs:copies.found', { count: articles.length })}
      </StepHeading>
      <p className="dialog-remark">{t('jobs:copies.compared', { count: documents })}</p>
      {articles.length === 0 ? null : (
        <Virtualizer layout={ListLayout} layoutOptions={layout}>
          <GridList
            aria-label={t('jobs:copies.list')}
            className="occurrence-list"
            items={articles}
            onAction={(id) => {
              showCopiesOf(session, String(id))
            }}
          >
            {({ id, carriers }) => {
              const title = carriers[0]?.summary.document.title ?? ''
              const words = copiesWords(carriers)
              return (
                <GridListItem className="copies-row" id={id} textValue={`${title}, ${words}`}>
                  <span className="copies-title" dir="auto">
                    {title}
                  </span>
                  <span className="copies-facts">{words}</span>
                </GridListItem>
              )
            }}
          </GridList>
        </Virtualizer>
      )}
      <div className="dialog-actions">
        <Button
          className="button button-primary"
          onPress={() => {
            leaveCopies(session)
          }}
        >
          {t('common:close')}
        </Button>
      </div>
    </>
  )
}
