import { useState } from 'react'
import { Button, FileTrigger, Form, Input, Label, TextArea, TextField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { leaveImport } from '../../commands/importing-steps.ts'
import { chooseImports, importFiles, importText } from '../../commands/importing.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { FailureAlert } from '../failure-alert.tsx'
import { useFormats } from '../use-formats.ts'

/** What to import: files and folders dropped anywhere, chosen, or text that is pasted. */
export function SourcesStep({ failure }: { readonly failure: Failure | null }) {
  const session = useSession()
  return (
    <>
      <FailureAlert failure={failure} />
      <FileChoice />
      <PasteForm />
      <div className="dialog-actions">
        <Button
          className="button"
          onPress={() => {
            leaveImport(session)
          }}
        >
          {t('common:close')}
        </Button>
      </div>
    </>
  )
}

/** The files themselves are taken by the window, wherever they are dropped. */
function FileChoice() {
  const session = useSession()
  const browser = useWorkbench(({ info }) => info?.shell === 'browser')
  return (
    <div className="drop-area">
      <p className="drop-words">{t('jobs:import.drop')}</p>
      <div className="drop-buttons">
        {browser ? (
          <>
            <BrowserChoice isFolder={false} />
            <BrowserChoice isFolder />
          </>
        ) : (
          <>
            <Button className="button" onPress={() => void chooseImports(session, 'import')}>
              {t('jobs:import.files')}
            </Button>
            <Button className="button" onPress={() => void chooseImports(session, 'importFolder')}>
              {t('jobs:import.folder')}
            </Button>
          </>
        )}
        <FormatChoice />
      </div>
    </div>
  )
}

function BrowserChoice({ isFolder }: { readonly isFolder: boolean }) {
  const session = useSession()
  return (
    <FileTrigger
      acceptDirectory={isFolder}
      allowsMultiple
      onSelect={(files) => {
        if (files !== null) void importFiles(session, [...files])
      }}
    >
      <Button className="button">
        {isFolder ? t('jobs:import.folder') : t('jobs:import.files')}
      </Button>
    </FileTrigger>
  )
}

/** For files whose format cannot be told by what is in them. */
function FormatChoice() {
  const session = useSession()
  const formats = useFormats()?.import ?? []
  const format = useWorkbench(({ importFormat }) => importFormat)
  return (
    <Choice
      label={t('jobs:import.format')}
      labelled="before"
      onChange={(importFormat) => {
        session.store.setState({ importFormat })
      }}
      value={format}
    >
      <option value="auto">{t('jobs:import.anyFormat')}</option>
      <NamedOptions things={formats} />
    </Choice>
  )
}

function PasteForm() {
  const session = useSession()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  return (
    <Form
      className="paste-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== '') void importText(session, { title, text })
      }}
    >
      <TextField className="field" onChange={setTitle} value={title}>
        <Label>{t('jobs:import.textTitle')}</Label>
        <Input className="input" placeholder={t('jobs:import.firstLine')} />
      </TextField>
      <TextField className="field" onChange={setText} value={text}>
        <Label>{t('jobs:import.text')}</Label>
        <TextArea className="input paste-text" placeholder={t('jobs:import.paste')} rows={8} />
      </TextField>
      <Button className="button button-primary" isDisabled={text === ''} type="submit">
        {t('jobs:import.add')}
      </Button>
    </Form>
  )
}
