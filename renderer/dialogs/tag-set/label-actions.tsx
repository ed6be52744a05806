import { Archive, ArchiveRestore, Combine, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { replaceLabel, setArchived } from '../../commands/tag-set.ts'
import { useAim } from '../../store/use-aim.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { ReplacementForm, type Replacement } from './replacement-form.tsx'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Taking a label out of use: for new annotations only, into another label, or for good. */
export function LabelActions({
  label,
  disabled,
  onReplaced,
}: {
  readonly label: Label
  readonly disabled: boolean
  readonly onReplaced: (by: string | null) => void
}) {
  const session = useSession()
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const [asking, setAsking] = useState<Replacement | null>(null)
  const others = labels.filter(({ id }) => id !== label.id)
  const isLast = others.length === 0
  const archive = useRef<HTMLButtonElement>(null)
  useAim('archiveLabel', () => archive.current?.focus())
  useAim(isLast ? null : 'mergeLabel', () => {
    setAsking('merge')
  })
  useAim(isLast ? null : 'deleteLabel', () => {
    setAsking('delete')
  })

  async function replace(by: Label | null): Promise<void> {
    setAsking(null)
    if (await replaceLabel(session, label, by)) onReplaced(by?.id ?? null)
  }

  return (
    <div className="editor-foot">
      <div className="replacement-actions">
        <Button
          className="button"
          isDisabled={disabled}
          onPress={() => {
            setArchived(session, label, !label.archived)
          }}
          ref={archive}
        >
          {label.archived ? <ArchiveRestore {...icon} /> : <Archive {...icon} />}
          {label.archived
            ? t('dialogs:tagSet.actions.restore')
            : t('dialogs:tagSet.actions.archive')}
        </Button>
        <Button
          className="button"
          isDisabled={disabled || isLast}
          onPress={() => {
            setAsking('merge')
          }}
        >
          <Combine {...icon} /> {t('dialogs:tagSet.actions.merge')}
        </Button>
        <Button
          className="button button-danger"
          isDisabled={disabled || isLast}
          onPress={() => {
            setAsking('delete')
          }}
        >
          <Trash2 {...icon} /> {t('dialogs:tagSet.delete')}
        </Button>
      </div>
      {isLast ? <p className="dialog-remark">{t('dialogs:tagSet.actions.last')}</p> : null}
      {asking === null ? null : (
        <ReplacementForm
          key={asking}
          kind={asking}
          noun="annotation"
          onCancel={() => {
            setAsking(null)
          }}
          onReplace={(by) => {
            void replace(by)
          }}
          others={others}
          thing={label}
          usageOf={(usage) => usage.labels[label.id] ?? 0}
        />
      )}
    </div>
  )
}
