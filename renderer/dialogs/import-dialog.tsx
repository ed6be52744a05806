import { useState } from 'react'
import {
  Button,
  FileTrigger,
  Form,
  Input,
  Label,
  ProgressBar,
  TextArea,
  TextField,
} from 'react-aria-components'

import { chooseImports, importFiles, importText } from '../commands/importing.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { RefusalList } from './refusal-list.tsx'

const textFileEndings = ['.txt', '.text', '.md', '.markdown']

/** Adds documents. It closes when everything went in, and stays with what was refused. */
export function ImportDialog() {
  const session = useSession()
  const refusals = useWorkbench((state) => state.refusals)
  const close = (): void => {
    session.store.setState({ dialog: null, refusals: [] })
  }
  return (
    <DialogFrame onClose={close} title="Import">
      <RefusalList refusals={refusals} />
      <FileChoice />
      <PasteForm />
      <Progress />
      <div className="dialog-actions">
        <Button className="button" onPress={close}>
          Close
        </Button>
      </div>
    </DialogFrame>
  )
}

/** The files themselves are taken by the window, wherever they are dropped. */
function FileChoice() {
  const session = useSession()
  const browser = useWorkbench(({ info }) => info?.shell === 'browser')
  return (
    <div className="drop-area">
      <p>Drop text or Markdown files here</p>
      {browser ? (
        <FileTrigger
          acceptedFileTypes={textFileEndings}
          allowsMultiple
          onSelect={(files) => {
            if (files !== null) void importFiles(session, [...files])
          }}
        >
          <Button className="button">Choose files…</Button>
        </FileTrigger>
      ) : (
        <Button className="button" onPress={() => void chooseImports(session)}>
          Choose files…
        </Button>
      )}
    </div>
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

function Progress() {
  const words = useWorkbench((state) => state.busy)
  const importing = useWorkbench((state) => state.importing)
  if (importing === null) return null
  const { done, total } = importing
  return (
    <ProgressBar className="progress" maxValue={total} value={done}>
      <Label>{words}</Label>
      <progress aria-hidden="true" className="progress-track" max={total} value={done} />
    </ProgressBar>
  )
}
