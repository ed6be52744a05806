import { Plus } from 'lucide-react'
import { useState } from 'react'
import {
  Form,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { foldForSearch } from '../../../shared/text/folding.ts'
import { addSpeaker } from '../../commands/speakers.ts'
import { StayingButton } from '../../controls/staying-button.tsx'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { SpeakerActions } from './speaker-actions.tsx'

/** Row height in CSS px: the name, and what tells people of like names apart. */
const rowHeight = 52

/** All speakers by name, searched and chosen; Enter opens one, several can be merged. */
export function SpeakerList({ uses }: { readonly uses: Readonly<Record<string, number>> }) {
  const session = useSession()
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const [typed, setTyped] = useState('')
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const found = speakers.filter((speaker) => isFoundBy(speaker, typed))
  const chosen = speakers.filter(({ id }) => chosenIds.includes(id))

  return (
    <div className="speakers">
      <Form
        className="speakers-head"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '' && addSpeaker(session, typed)) setTyped('')
        }}
      >
        <SearchField
          aria-label={t('panels:speakers.findOrAddSpeaker')}
          onChange={setTyped}
          value={typed}
        >
          <Input
            autoComplete="off"
            className="input"
            placeholder={t('panels:speakers.findOrAdd')}
          />
        </SearchField>
        <StayingButton
          className="button"
          isDisabled={readOnly || typed.trim() === ''}
          type="submit"
        >
          <Plus aria-hidden="true" size={15} strokeWidth={1.75} /> {t('panels:speakers.addSpeaker')}
        </StayingButton>
      </Form>
      {found.length === 0 ? (
        <p className="speakers-none">
          {speakers.length === 0 ? t('panels:speakers.none') : t('panels:speakers.noneFound')}
        </p>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
          <ListBox
            aria-label={t('panels:speakers.title')}
            className="list speaker-list"
            dependencies={[uses]}
            items={found}
            onAction={(id) => {
              session.store.setState({ speakerShown: String(id) })
            }}
            onSelectionChange={(keys) => {
              setChosenIds(
                found.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ id }) => id),
              )
            }}
            selectedKeys={chosenIds}
            selectionBehavior="replace"
            selectionMode="multiple"
          >
            {(speaker) => (
              <ListBoxItem className="row speaker-row" textValue={speaker.name}>
                <span className="row-title">{speaker.name}</span>
                <span className="row-meta">
                  <span className="speaker-count">
                    {t('common:amounts.annotation', { count: uses[speaker.id] ?? 0 })}
                  </span>
                  <span className="row-speaker">{detailsOf(speaker)}</span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      )}
      {chosen.length === 0 ? null : (
        <SpeakerActions
          key={chosen.map(({ id }) => id).join()}
          onDone={() => {
            setChosenIds([])
          }}
          speakers={chosen}
          uses={chosen.reduce((sum, { id }) => sum + (uses[id] ?? 0), 0)}
        />
      )}
    </div>
  )
}

function isFoundBy({ name, aliases, role, organisation }: Speaker, typed: string): boolean {
  const wanted = foldForSearch(typed)
  return [name, ...aliases, role ?? '', organisation ?? ''].some((words) =>
    foldForSearch(words).includes(wanted),
  )
}

function detailsOf({ role, organisation, anonymous }: Speaker): string {
  const details = [anonymous ? t('panels:speakers.anonymous') : null, role, organisation]
  return details.filter((one) => one !== null).join(t('common:comma'))
}
