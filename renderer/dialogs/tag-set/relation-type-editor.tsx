import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { RelationType } from '../../../shared/model/relation-type.ts'
import { changeRelationType, replaceRelationType } from '../../commands/relation-types.ts'
import { Trans } from '../../language/trans.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { LabelRule } from './label-rule.tsx'
import { ReplacementForm } from './replacement-form.tsx'

/** Everything that the tag set says of one relation type. */
export function RelationTypeEditor({
  type,
  disabled,
  onReplaced,
}: {
  readonly type: RelationType
  readonly disabled: boolean
  /** Gets the id of the type that took its place, or `null`. */
  readonly onReplaced: (by: string | null) => void
}) {
  const session = useSession()
  const { name } = type
  const types = useWorkbench(({ project }) => project?.relationTypes ?? [])
  const [asking, setAsking] = useState(false)

  function change(summary: string, part: Partial<Omit<RelationType, 'id' | 'position'>>): void {
    changeRelationType(session, type.id, summary, part)
  }

  async function replace(by: RelationType | null): Promise<void> {
    setAsking(false)
    if (await replaceRelationType(session, type, by)) onReplaced(by?.id ?? null)
  }

  return (
    <div
      aria-label={t('dialogs:tagSet.relationType.title', { name })}
      className="tag-set-editor"
      role="group"
    >
      <div className="editor-head">
        <h3>{name}</h3>
        <span className="dialog-remark">
          <Trans
            message="dialogs:tagSet.carriedAs"
            parts={{ code: <code /> }}
            values={{ id: type.id }}
          />
        </span>
      </div>
      <RecordedField
        disabled={disabled}
        label={t('dialogs:tagSet.name')}
        onRecord={(typed) => {
          change(t('dialogs:tagSet.relationType.rename', { name }), { name: typed.trim() })
        }}
        problem={(typed) => (typed.trim() === '' ? t('dialogs:tagSet.relationType.noName') : null)}
        value={name}
      />
      <p className="dialog-remark">
        <Trans message="dialogs:tagSet.relationType.between" parts={{ em: <em /> }} />
      </p>
      <RecordedField
        disabled={disabled}
        label={t('dialogs:tagSet.description')}
        onRecord={(description) => {
          change(t('dialogs:tagSet.relationType.describe', { name }), { description })
        }}
        value={type.description}
      />
      <LabelRule
        chosen={type.from}
        disabled={disabled}
        name={t('dialogs:tagSet.relationType.from')}
        onChange={(from) => {
          change(t('dialogs:tagSet.relationType.changeFrom', { name }), { from })
        }}
      />
      <LabelRule
        chosen={type.to}
        disabled={disabled}
        name={t('dialogs:tagSet.relationType.to')}
        onChange={(to) => {
          change(t('dialogs:tagSet.relationType.changeTo', { name }), { to })
        }}
      />
      <div className="editor-foot">
        <div className="replacement-actions">
          <Button
            className="button button-danger"
            isDisabled={disabled}
            onPress={() => {
              setAsking(true)
            }}
          >
            <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} /> {t('dialogs:tagSet.delete')}
          </Button>
        </div>
        {asking ? (
          <ReplacementForm
            kind="delete"
            noun="relation"
            onCancel={() => {
              setAsking(false)
            }}
            onReplace={(by) => {
              void replace(by)
            }}
            others={types.filter(({ id }) => id !== type.id)}
            thing={type}
            usageOf={(usage) => usage.relationTypes[type.id] ?? 0}
          />
        ) : null}
      </div>
    </div>
  )
}
