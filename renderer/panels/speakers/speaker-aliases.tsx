import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, Form, Input, Tag, TagGroup, TagList, TextField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { speakerNamed, type Speaker } from '../../../shared/model/speaker.ts'
import { changeSpeaker } from '../../commands/speakers.ts'
import { StayingButton } from '../../controls/staying-button.tsx'
import { useSession } from '../../store/use-session.ts'

/** Other names of a speaker. Delete takes one out; Enter adds what is typed. */
export function SpeakerAliases({
  speaker,
  disabled,
  remarkOn,
}: {
  readonly speaker: Speaker
  readonly disabled: boolean
  /** What is to be known of a name, in a sentence. */
  readonly remarkOn: (name: string) => string | null
}) {
  const session = useSession()
  const labelId = useId()
  const [typed, setTyped] = useState('')
  const { id, name, aliases } = speaker
  const remark = remarkOn(typed)

  function set(summary: string, next: readonly string[]): void {
    changeSpeaker(session, id, summary, { aliases: next })
  }

  return (
    <div className="field">
      <span className="field-label" id={labelId}>
        {t('panels:speakers.otherNames')}
      </span>
      {aliases.length === 0 ? null : (
        <TagGroup
          aria-labelledby={labelId}
          {...(disabled
            ? {}
            : {
                onRemove: (keys) => {
                  const kept = aliases.filter((alias) => !keys.has(alias))
                  set(t('panels:speakers.nameRemoved', { name }), kept)
                },
              })}
        >
          <TagList
            className="attribution-chain"
            items={[...new Set(aliases)].map((alias) => ({ id: alias }))}
          >
            {(alias) => (
              <Tag className="alias" textValue={alias.id}>
                <span className="attribution-name">{alias.id}</span>
                {disabled ? null : (
                  <Button
                    aria-label={t('panels:speakers.takeOutName')}
                    className="attribution-more"
                    slot="remove"
                  >
                    <X aria-hidden="true" size={12} strokeWidth={2} />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <Form
        className="alias-form"
        onSubmit={(event) => {
          event.preventDefault()
          const alias = typed.trim()
          if (alias === '') return
          setTyped('')
          if (speakerNamed([speaker], alias) === null) {
            set(t('panels:speakers.nameAdded', { name }), [...aliases, alias])
          }
        }}
      >
        <TextField
          aria-label={t('panels:speakers.addName')}
          isDisabled={disabled}
          maxLength={200}
          onChange={setTyped}
          value={typed}
        >
          <Input autoComplete="off" className="input" placeholder={t('panels:speakers.addName')} />
        </TextField>
        <StayingButton
          className="button"
          isDisabled={disabled || typed.trim() === ''}
          type="submit"
        >
          {t('panels:speakers.add')}
        </StayingButton>
      </Form>
      {typed === '' || remark === null ? null : <p className="field-remark">{remark}</p>}
    </div>
  )
}
