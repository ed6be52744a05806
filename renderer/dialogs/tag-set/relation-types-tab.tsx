import { useState } from 'react'

import { t } from '../../../shared/language/translate.ts'
import { addRelationType, moveRelationType } from '../../commands/relation-types.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { AdditionForm } from './addition-form.tsx'
import { OrderedList } from './ordered-list.tsx'
import { RelationTypeEditor } from './relation-type-editor.tsx'

/** The relation types of the project in their order, and everything about the chosen one. */
export function RelationTypesTab({ disabled }: { readonly disabled: boolean }) {
  const session = useSession()
  const types = useWorkbench(({ project }) => project?.relationTypes ?? [])
  const [wanted, setWanted] = useState<string | null>(null)
  const chosen = types.find(({ id }) => id === wanted) ?? types[0]
  return (
    <div className="tag-set-halves">
      <div className="tag-set-list">
        {types.length === 0 ? (
          <p className="dialog-remark">{t('dialogs:tagSet.noRelationTypes')}</p>
        ) : (
          <OrderedList
            chosenId={chosen?.id ?? null}
            disabled={disabled}
            name={t('dialogs:tagSet.relationTypes')}
            onChoose={setWanted}
            onMove={(id, place) => {
              moveRelationType(session, id, place)
            }}
            things={types}
          >
            {(type) => (
              <span className="ordered-name">
                <span className="ordered-words">{type.name}</span>
              </span>
            )}
          </OrderedList>
        )}
        <AdditionForm
          action={t('dialogs:tagSet.addRelationType')}
          disabled={disabled}
          onAdd={(name) => {
            const id = addRelationType(session, name)
            if (id !== null) setWanted(id)
          }}
        />
      </div>
      {chosen === undefined ? null : (
        <RelationTypeEditor
          disabled={disabled}
          key={chosen.id}
          onReplaced={setWanted}
          type={chosen}
        />
      )}
    </div>
  )
}
