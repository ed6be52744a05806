import { useId, useState, type RefObject } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { AnnotationWords } from '../../panels/annotation/annotation-words.tsx'
import type { RelationOffer } from '../../relations/relation-offers.ts'
import { annotationWords } from '../../relations/relation-words.ts'
import { useWorkbench } from '../../store/use-session.ts'
import { useNearTargets, useFarTargets } from './use-targets.ts'

/** What to relate to, found by typing: annotations of this document, nearest first, then those of the others. */
export function TargetSearch({
  source,
  offer,
  input,
  onPick,
}: {
  readonly source: Annotation
  readonly offer: RelationOffer
  readonly input: RefObject<HTMLInputElement | null>
  readonly onPick: (target: Annotation) => void
}) {
  const listId = useId()
  const [typed, setTyped] = useState('')
  const near = useNearTargets(source, offer, typed)
  const far = useFarTargets(source, offer, typed)
  const first = near[0] ?? far[0]
  return (
    <form
      className="target-search"
      onSubmit={(event) => {
        event.preventDefault()
        // Where one of its rows is focused, the list takes Enter itself.
        if (first !== undefined) onPick(first)
      }}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField className="field">
          <Label>{t('dialogs:relation.target')}</Label>
          {/* The arrows go through the list while the field keeps the keyboard: a combo box, always open. */}
          <Input
            aria-controls={listId}
            aria-expanded="true"
            autoComplete="off"
            className="input"
            placeholder={t('dialogs:relation.placeholder')}
            ref={input}
            role="combobox"
          />
        </TextField>
        <ListBox
          aria-label={t('dialogs:relation.targets')}
          className="target-list"
          id={listId}
          onAction={(key) => {
            const target = [...near, ...far].find(({ id }) => id === key)
            if (target !== undefined) onPick(target)
          }}
          renderEmptyState={() => <p className="target-none">{t('dialogs:relation.none')}</p>}
        >
          <Targets name={t('dialogs:relation.here')} targets={near} />
          <Targets name={t('dialogs:relation.elsewhere')} targets={far} />
        </ListBox>
      </Autocomplete>
    </form>
  )
}

function Targets({
  name,
  targets,
}: {
  readonly name: string
  readonly targets: readonly Annotation[]
}) {
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  if (targets.length === 0) return null
  return (
    <ListBoxSection id={name}>
      <Header className="target-heading">{name}</Header>
      {targets.map((target) => (
        <ListBoxItem
          className="target"
          id={target.id}
          key={target.id}
          textValue={annotationWords(labels, target)}
        >
          <AnnotationWords annotation={target} />
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
