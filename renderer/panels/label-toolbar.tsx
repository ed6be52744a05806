import { Button, Toolbar } from 'react-aria-components'

import { applyLabel } from '../commands/tagging.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { LabelSwatch } from './label-swatch.tsx'

/** A button for each label of the tag set: tags the selection, or relabels the current annotation. */
export function LabelToolbar() {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const disabled = useWorkbenchAfterPaint(
    ({ document, project }) => document === null || project?.readOnly !== null,
  )
  return (
    <Toolbar aria-label="Labels" className="label-toolbar">
      {labels.map((label) => (
        <Button
          className="button label-button"
          isDisabled={disabled}
          key={label.id}
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
  )
}
