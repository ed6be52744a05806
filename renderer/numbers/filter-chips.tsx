import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components'

import type { CountFilter, ProjectState } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { labelName } from '../../shared/model/label.ts'
import { chooseCounted, countEverything } from '../commands/numbers.ts'
import { openSearch } from '../commands/searching.ts'
import { useSession } from '../store/use-session.ts'
import { speakerName } from './count-charts.ts'
import { choicesOf, type Choice } from './count-filter.ts'
import { periodName } from './periods.ts'
import { queryOf } from './query-of.ts'

/** What the numbers are limited to, each to be taken away again, and the way to the annotations themselves. */
export function FilterChips({
  filter,
  project,
}: {
  readonly filter: CountFilter
  readonly project: Pick<ProjectState, 'labels' | 'speakers'>
}) {
  const session = useSession()
  const choices = choicesOf(filter)
  if (choices.length === 0) {
    return <p className="numbers-hint">{t('numbers:filter.hint')}</p>
  }
  const nameOf = (id: string) => speakerName(project, id)
  return (
    <div aria-label={t('numbers:filter.label')} className="numbers-chips" role="group">
      {choices.map((choice) => {
        const words = wordsOf(choice, project)
        return (
          <Button
            aria-label={t('numbers:filter.takeAway', { choice: words })}
            className="numbers-chip"
            key={words}
            onPress={() => {
              chooseCounted(session, choice)
            }}
          >
            <bdi>{words}</bdi> <X aria-hidden="true" size={13} strokeWidth={2} />
          </Button>
        )
      })}
      <Button
        className="button button-quiet"
        onPress={() => {
          countEverything(session)
        }}
      >
        {t('numbers:filter.everything')}
      </Button>
      <Button
        className="button"
        onPress={() => {
          openSearch(session, queryOf(filter, nameOf))
        }}
      >
        <Search aria-hidden="true" size={15} strokeWidth={1.75} /> {t('numbers:filter.show')}
      </Button>
    </div>
  )
}

function wordsOf(choice: Choice, project: Pick<ProjectState, 'labels' | 'speakers'>): string {
  switch (choice.part) {
    case 'labels':
      return t('numbers:filter.labels', { name: labelName(project.labels, choice.value) })
    case 'speakers':
      return t('numbers:filter.speakers', { name: speakerName(project, choice.value) })
    case 'sources':
      return t('numbers:filter.sources', { name: choice.value })
    case 'dates':
      return t('numbers:filter.dates', { name: periodName(choice.value) })
    case 'annotators':
      return t('numbers:filter.annotators', { name: choice.value })
    case 'denials': {
      const { from, to } = choice.value
      return t('numbers:filter.denials', {
        from: speakerName(project, from),
        to: speakerName(project, to),
      })
    }
  }
}
