import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
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
        <h3 id="tag-set-import">{t('dialogs:tagSet.transfer.importTitle')}</h3>
        <p className="dialog-remark">{t('dialogs:tagSet.transfer.importLead')}</p>
        <FileTrigger acceptedFileTypes={['.json']} onSelect={(files) => void read(files?.[0])}>
          <Button className="button" isDisabled={disabled}>
            <Download aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
            {t('dialogs:tagSet.transfer.import')}
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
        <h3 id="tag-set-export">{t('dialogs:tagSet.transfer.exportTitle')}</h3>
        <p className="dialog-remark">{t('dialogs:tagSet.transfer.exportLead')}</p>
        <Button className="button" onPress={() => void exportTagSet(session)}>
          <Upload aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
          {t('dialogs:tagSet.transfer.export')}
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
    <div aria-label={t('dialogs:tagSet.transfer.plan')} className="replacement" role="group">
      <p>
        {sentences.length === 0
          ? t('dialogs:tagSet.transfer.nothing', { file: incoming.fileName })
          : t('dialogs:tagSet.transfer.changes', { file: incoming.fileName })}
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
            {t('dialogs:tagSet.transfer.agree')}
          </Button>
        )}
        <Button
          className="button button-quiet"
          onPress={() => {
            onDone(false)
          }}
        >
          {sentences.length === 0 ? t('common:close') : t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
