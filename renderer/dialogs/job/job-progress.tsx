import { Label, ProgressBar } from 'react-aria-components'

import type { JobProgress as Progress } from '../../../shared/contract.ts'
import { formatPercent } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { remainingWords } from './remaining-words.ts'
import { useCalm } from './use-calm.ts'

import './job.css'

/** How far a job is: a bar for those who see it, and now and then a word for those who hear it. */
export function JobProgress({
  label,
  done,
  total,
  words,
}: {
  readonly label: string
  /** `total` 0 where nobody knows. */
  readonly done: number
  readonly total: number
  readonly words: string
}) {
  const isKnown = total > 0
  const share = isKnown ? Math.floor((100 * done) / total) : 0
  const spoken = useCalm(
    label,
    isKnown ? t('jobs:job.spoken', { percent: formatPercent(share / 100), words }) : words,
  )
  return (
    <div className="job-progress">
      <ProgressBar isIndeterminate={!isKnown} value={share}>
        <Label className="visually-hidden">{label}</Label>
        <progress
          aria-hidden="true"
          className="job-track"
          max={100}
          {...(isKnown ? { value: share } : {})}
        />
      </ProgressBar>
      <p className="job-words">{words}</p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </div>
  )
}

/** What was done so far and how long it will take. Empty before the first word of the job. */
export function progressWords(progress: Progress | null): string {
  if (progress === null) return ''
  const { documents, annotations, remaining } = progress
  const facts = [
    t('common:amounts.document', { count: documents }),
    ...(annotations > 0 ? [t('common:amounts.annotation', { count: annotations })] : []),
    ...(remaining === null ? [] : [remainingWords(remaining)]),
  ]
  return facts.join(' · ')
}
