import { useState } from 'react'

import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { addLabel, moveLabel } from '../../commands/tag-set.ts'
import { LabelSwatch } from '../../panels/label-swatch.tsx'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { AdditionForm } from './addition-form.tsx'
import { LabelEditor } from './label-editor.tsx'
import { OrderedList } from './ordered-list.tsx'

/** The labels of the project in their order, and everything about the chosen one. */
export function LabelsTab({ disabled }: { readonly disabled: boolean }) {
  const session = useSession()
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const current = useWorkbench((state) => currentAnnotationOf(state)?.label ?? null)
  const [wanted, setWanted] = useState<string | null>(current)
  const active = labels.filter(({ archived }) => !archived)
  const archived = labels.filter((label) => label.archived)
  const chosen = labels.find(({ id }) => id === wanted) ?? active[0] ?? archived[0]

  /** Places are those of all labels; archived ones keep theirs behind. */
  function move(things: readonly Label[], id: string, place: number): void {
    const others = things.filter((label) => label.id !== id)
    const next = others[place]
    const rest = labels.filter((label) => label.id !== id)
    const last = others.at(-1)
    const index =
      next === undefined
        ? rest.findIndex((label) => label.id === last?.id) + 1
        : rest.findIndex((label) => label.id === next.id)
    moveLabel(session, id, index)
  }

  function list(name: string, things: readonly Label[]) {
    return (
      <OrderedList
        chosenId={chosen?.id ?? null}
        disabled={disabled}
        name={name}
        onChoose={setWanted}
        onMove={(id, place) => {
          move(things, id, place)
        }}
        things={things}
      >
        {(label) => (
          <span className="ordered-name">
            <LabelSwatch label={label} />
            <span className="ordered-words">{label.name}</span>
            {label.key === null ? null : <kbd>{label.key}</kbd>}
          </span>
        )}
      </OrderedList>
    )
  }

  return (
    <div className="tag-set-halves">
      <div className="tag-set-list">
        {list(t('dialogs:tagSet.labels'), active)}
        {archived.length === 0 ? null : (
          <div className="archived">
            <h3>{t('dialogs:tagSet.archived')}</h3>
            {list(t('dialogs:tagSet.archivedLabels'), archived)}
          </div>
        )}
        <AdditionForm
          action={t('dialogs:tagSet.addLabel')}
          disabled={disabled}
          onAdd={(name) => {
            const id = addLabel(session, name)
            if (id !== null) setWanted(id)
          }}
        />
      </div>
      {chosen === undefined ? null : (
        <LabelEditor disabled={disabled} key={chosen.id} label={chosen} onReplaced={setWanted} />
      )}
    </div>
  )
}
