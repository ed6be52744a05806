import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { mostTags, type Document } from '../../../shared/model/document.ts'
import { changeDocument } from '../../commands/documents.ts'
import { StayingButton } from '../../controls/staying-button.tsx'
import { KnownNameField } from '../../panels/documents/known-name-field.tsx'
import { useAim } from '../../store/use-aim.ts'
import { useSession } from '../../store/use-session.ts'

/** The words that sort a document: each taken away by its button, another one added with Enter. */
export function TagsField({
  document,
  disabled,
}: {
  readonly document: Document
  readonly disabled: boolean
}) {
  const session = useSession()
  const [typed, setTyped] = useState('')
  const id = useId()
  const { tags, title } = document
  const isFull = tags.length >= mostTags
  useAim('documentTags', () => {
    window.document.getElementById(id)?.focus()
  })

  function add(tag: string): void {
    if (tag === '' || tags.includes(tag)) return
    changeDocument(session, t('dialogs:document.tags.added', { title, tag }), {
      tags: [...tags, tag],
    })
    setTyped('')
  }

  return (
    <div className="document-tags">
      <KnownNameField
        disabled={disabled || isFull}
        id={id}
        known="tags"
        label={t('dialogs:document.tags.label')}
        onEnter={(entered) => {
          add(entered.trim())
        }}
        onType={setTyped}
        typed={typed}
      />
      <StayingButton
        className="button"
        isDisabled={disabled || isFull || typed.trim() === ''}
        onPress={() => {
          add(typed.trim())
        }}
      >
        {t('dialogs:document.tags.add')}
      </StayingButton>
      {tags.length === 0 ? null : (
        <ul aria-label={t('dialogs:document.tags.list')}>
          {tags.map((tag) => (
            <li key={tag}>
              <span dir="auto">{tag}</span>
              <Button
                aria-label={t('dialogs:document.tags.remove', { tag })}
                className="button button-quiet button-icon"
                isDisabled={disabled}
                onPress={() => {
                  changeDocument(session, t('dialogs:document.tags.removed', { tag, title }), {
                    tags: tags.filter((one) => one !== tag),
                  })
                }}
              >
                <X aria-hidden="true" size={13} strokeWidth={1.75} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
