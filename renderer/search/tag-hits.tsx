import { useMemo } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { activeLabels } from '../../shared/model/label.ts'
import { change } from '../commands/searching.ts'
import { tagHits } from '../commands/tagging-hits.ts'
import { LabelSwatch } from '../panels/label-swatch.tsx'
import { useSession, useWorkbench } from '../store/use-session.ts'

/** Gives a label to the hits that are chosen, all at once. */
export function TagHits() {
  const session = useSession()
  const chosen = useWorkbench(({ search }) => search.chosen.size)
  const all = useWorkbench(({ project }) => project?.labels ?? [])
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  const labels = useMemo(() => activeLabels(all), [all])
  if (chosen === 0 || readOnly) return null
  return (
    <div aria-label={t('search:tagHits.label')} className="tag-hits" role="group">
      <span role="status">{t('search:tagHits.chosen', { count: chosen })}</span>
      {labels.map((label) => (
        <Button
          className="button"
          key={label.id}
          onPress={() => {
            void tagHits(session, label)
          }}
        >
          <LabelSwatch label={label} /> {label.name}
        </Button>
      ))}
      <Button
        className="button button-quiet"
        onPress={() => {
          change(session, { chosen: new Set() })
          document.getElementById('search-results')?.focus()
        }}
      >
        {t('search:tagHits.none')}
      </Button>
    </div>
  )
}
