import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { RelationType } from '../../../shared/model/relation-type.ts'
import { changeRelationType, replaceRelationType } from '../../commands/relation-types.ts'
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
    <div aria-label={`Relation type ${type.name}`} className="tag-set-editor" role="group">
      <div className="editor-head">
        <h3>{type.name}</h3>
        <span className="dialog-remark">
          Datasets carry it as <code>{type.id}</code>
        </span>
      </div>
      <RecordedField
        disabled={disabled}
        label="Name"
        onRecord={(name) => {
          change(`Rename relation type ${type.name}`, { name: name.trim() })
        }}
        problem={(name) => (name.trim() === '' ? 'A relation type needs a name.' : null)}
        value={type.name}
      />
      <p className="dialog-remark">
        The name reads between its two ends: this denial <em>denies</em> that claim.
      </p>
      <RecordedField
        disabled={disabled}
        label="Description"
        onRecord={(description) => {
          change(`Describe relation type ${type.name}`, { description })
        }}
        value={type.description}
      />
      <LabelRule
        chosen={type.from}
        disabled={disabled}
        name="Leads from"
        onChange={(from) => {
          change(`Change what ${type.name} leads from`, { from })
        }}
      />
      <LabelRule
        chosen={type.to}
        disabled={disabled}
        name="Leads to"
        onChange={(to) => {
          change(`Change what ${type.name} leads to`, { to })
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
            <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} /> Delete…
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
