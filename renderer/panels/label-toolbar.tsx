import { Tags } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Toolbar,
} from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { activeLabels, type Label } from '../../shared/model/label.ts'
import { foldForSearch } from '../../shared/text/folding.ts'
import { applyLabel } from '../commands/tagging.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { LabelSwatch } from './label-swatch.tsx'

import './label-toolbar.css'

/** Above so many labels, typing a name is faster than looking for its button. */
const fewLabels = 9

/** A button for each label of the tag set: tags the selection, or relabels the current annotation. */
export function LabelToolbar() {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => activeLabels(project?.labels ?? []))
  const disabled = useWorkbenchAfterPaint(
    ({ document, project }) => document === null || project?.readOnly !== null,
  )

  function consult(label: Label): void {
    session.store.setState({ consultedLabel: label.id })
  }

  return (
    <div className="labels">
      <Toolbar aria-label={t('panels:labels.title')} className="label-toolbar">
        {labels.map((label) => (
          <Button
            className="button label-button"
            isDisabled={disabled}
            key={label.id}
            onFocus={() => {
              consult(label)
            }}
            onHoverStart={() => {
              consult(label)
            }}
            onPress={() => {
              session.article()?.syncSelection()
              applyLabel(session, label)
            }}
            preventFocusOnPress
            ref={(element) => {
              // The component passes no other ARIA attributes on.
              if (label.key !== null) element?.setAttribute('aria-keyshortcuts', label.key)
            }}
          >
            <LabelSwatch label={label} />
            {label.name}
            {label.key === null ? null : <kbd aria-hidden="true">{label.key}</kbd>}
          </Button>
        ))}
      </Toolbar>
      {labels.length > fewLabels ? <LabelSearch disabled={disabled} labels={labels} /> : null}
      <Button
        aria-label={t('panels:labels.tagSet')}
        className="button button-quiet button-icon"
        onPress={() => {
          session.store.setState({ dialog: 'tagSet' })
        }}
      >
        <Tags aria-hidden="true" size={15} strokeWidth={1.75} />
      </Button>
    </div>
  )
}

/** Applies a label found by typing a part of its name. */
function LabelSearch({
  labels,
  disabled,
}: {
  readonly labels: readonly Label[]
  readonly disabled: boolean
}) {
  const session = useSession()
  const [typed, setTyped] = useState('')
  const found = labels.filter(({ name }) => foldForSearch(name).includes(foldForSearch(typed)))
  return (
    <ComboBox
      // What is no label is put away again: without this, closing the list opens it anew.
      allowsCustomValue
      aria-label={t('panels:labels.more')}
      className="label-search"
      inputValue={typed}
      isDisabled={disabled}
      items={found}
      onBlur={() => {
        setTyped('')
      }}
      onInputChange={setTyped}
      onSelectionChange={(id) => {
        const label = labels.find((one) => one.id === id)
        if (label === undefined) return
        setTyped('')
        applyLabel(session, label)
        session.article()?.focus()
      }}
      selectedKey={null}
    >
      <Input autoComplete="off" className="input" placeholder={t('panels:labels.more')} />
      <Popover className="suggestions-popover" offset={2}>
        <ListBox className="suggestions">
          {(label: Label) => (
            <ListBoxItem className="suggestion" id={label.id} textValue={label.name}>
              <span className="label-found">
                <LabelSwatch label={label} /> {label.name}
              </span>
              {label.key === null ? null : <kbd aria-hidden="true">{label.key}</kbd>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
