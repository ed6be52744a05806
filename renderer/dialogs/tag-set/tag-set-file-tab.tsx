import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'

import type { TagSetFile } from '../../../shared/model/tag-set.ts'
import type { Failure } from '../../../shared/result.ts'
import { adopt, describeAdoption, exportTagSet, readTagSet } from '../../commands/tag-set-file.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { FailureAlert } from '../failure-alert.tsx'

type Incoming = { readonly fileName: string; readonly tagSet: TagSetFile }

/** A tag set as a file of its own: taken in from another project, or handed on. */
export function TagSetFileTab({ disabled }: { readonly disabled: boolean }) {
  const session = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [incoming, setIncoming] = useState<Incoming | null>(null)

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return
    const tagSet = await readTagSet(file)
    setFailure(tagSet.ok ? null : tagSet.failure)
    setIncoming(tagSet.ok ? { fileName: file.name, tagSet: tagSet.value } : null)
  }

  return (
    <div className="tag-set-file">
      <section aria-labelledby="tag-set-import">
        <h3 id="tag-set-import">Import</h3>
        <p className="dialog-remark">
          Labels and relation types of the file come into this project. What both have becomes as in
          the file; what only this project has stays. Annotations stay as they are.
        </p>
        <FileTrigger acceptedFileTypes={['.json']} onSelect={(files) => void read(files?.[0])}>
          <Button className="button" isDisabled={disabled}>
            <Download aria-hidden="true" size={15} strokeWidth={1.75} /> Import…
          </Button>
        </FileTrigger>
        <FailureAlert failure={failure} />
        {incoming === null ? null : (
          <Plan
            incoming={incoming}
            onDone={(agreed) => {
              if (agreed) adopt(session, incoming.tagSet)
              setIncoming(null)
            }}
          />
        )}
      </section>
      <section aria-labelledby="tag-set-export">
        <h3 id="tag-set-export">Export</h3>
        <p className="dialog-remark">
          All labels with guidelines and attributes, and all relation types, as one JSON file.
        </p>
        <Button className="button" onPress={() => void exportTagSet(session)}>
          <Upload aria-hidden="true" size={15} strokeWidth={1.75} /> Export…
        </Button>
      </section>
    </div>
  )
}

/** What taking the file in would change, before it does. */
function Plan({
  incoming,
  onDone,
}: {
  readonly incoming: Incoming
  readonly onDone: (agreed: boolean) => void
}) {
  const project = useWorkbench((state) => state.project)
  const sentences = project === null ? [] : describeAdoption(project, incoming.tagSet)
  return (
    <div aria-label="What would change" className="replacement" role="group">
      <p>
        {sentences.length === 0
          ? `This project has everything in “${incoming.fileName}” already.`
          : `“${incoming.fileName}” would change this tag set:`}
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="replacement-actions">
        {sentences.length === 0 ? null : (
          <Button
            className="button button-primary"
            onPress={() => {
              onDone(true)
            }}
          >
            Change the tag set
          </Button>
        )}
        <Button
          className="button button-quiet"
          onPress={() => {
            onDone(false)
          }}
        >
          {sentences.length === 0 ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </div>
  )
}
