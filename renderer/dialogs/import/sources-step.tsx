import { useState } from 'react'
import { Button, FileTrigger, Form, Input, Label, TextArea, TextField } from 'react-aria-components'

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
          Close
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
      <p className="drop-words">
        Drop files or folders here: articles, tables, or annotations of another tool.
      </p>
      <div className="drop-buttons">
        {browser ? (
          <>
            <BrowserChoice isFolder={false} />
            <BrowserChoice isFolder />
          </>
        ) : (
          <>
            <Button className="button" onPress={() => void chooseImports(session, 'import')}>
              Choose files…
            </Button>
            <Button className="button" onPress={() => void chooseImports(session, 'importFolder')}>
              Choose a folder…
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
      <Button className="button">{isFolder ? 'Choose a folder…' : 'Choose files…'}</Button>
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
      label="Format"
      labelled="before"
      onChange={(importFormat) => {
        session.store.setState({ importFormat })
      }}
      value={format}
    >
      <option value="auto">Find out</option>
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
        <Label>Title</Label>
        <Input className="input" placeholder="The first line, if left empty" />
      </TextField>
      <TextField className="field" onChange={setText} value={text}>
        <Label>Text</Label>
        <TextArea className="input paste-text" placeholder="Paste an article" rows={8} />
      </TextField>
      <Button className="button button-primary" isDisabled={text === ''} type="submit">
        Add text
      </Button>
    </Form>
  )
}
