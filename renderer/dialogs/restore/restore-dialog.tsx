import { useEffect, useState } from 'react'
import { Button, Form, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'

import type { BackedUp } from '../../../shared/contract.ts'
import { formatDateTime } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { sizeOf } from '../../commands/amounts.ts'
import { restoreBackup } from '../../commands/projects.ts'
import { timeInWords } from '../../panels/relative-time.ts'
import { useSession } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { ProjectChooser } from '../project-chooser.tsx'

import './restore-dialog.css'

type Copy = BackedUp['copies'][number]

/** Every backup there is, by project, and the way to make a project file of one. */
export function RestoreDialog() {
  const session = useSession()
  const [projects, setProjects] = useState<readonly BackedUp[] | null>(null)
  const [ticket, setTicket] = useState<string | null>(null)
  const [isNaming, setIsNaming] = useState(false)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const listed = await session.ask('backups.list', {})
      if (current) setProjects(listed ?? [])
    }
    void load()
    return () => {
      current = false
    }
  }, [session])

  const chosen = findCopy(projects ?? [], ticket)
  const close = (): void => {
    session.store.setState({ dialog: null })
  }
  const goOn = async (): Promise<void> => {
    if (chosen === null) return
    if (session.store.getState().info?.shell === 'browser') {
      setIsNaming(true)
      return
    }
    const suggestedName = nameFor(chosen)
    const places = await session.ask('places.choose', { purpose: 'newProject', suggestedName })
    const place = places?.[0]
    if (place !== undefined) await restoreBackup(session, chosen.copy.ticket, place.ticket)
  }

  if (isNaming && chosen !== null) {
    return (
      <ProjectChooser
        action={t('jobs:restore.restore')}
        onClose={close}
        onPlace={(place) => restoreBackup(session, chosen.copy.ticket, place.ticket)}
        purpose="newProject"
        suggestedName={nameFor(chosen)}
        title={t('jobs:restore.naming')}
      />
    )
  }
  return (
    <DialogFrame onClose={close} title={t('jobs:restore.title')}>
      <Form
        className="restore"
        onSubmit={(event) => {
          event.preventDefault()
          void goOn()
        }}
      >
        <p>{t('jobs:restore.about')}</p>
        <BackupList
          onChoose={setTicket}
          onGoOn={() => void goOn()}
          projects={projects}
          ticket={ticket}
        />
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={close}>
            {t('common:cancel')}
          </Button>
          <Button className="button button-primary" isDisabled={chosen === null} type="submit">
            {t('jobs:restore.continue')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}

function BackupList({
  projects,
  ticket,
  onChoose,
  onGoOn,
}: {
  /** `null` until they are listed. */
  readonly projects: readonly BackedUp[] | null
  readonly ticket: string | null
  readonly onChoose: (ticket: string | null) => void
  readonly onGoOn: () => void
}) {
  const [now] = useState(() => Date.now())
  if (projects === null) return <div className="backup-list" />
  return (
    <ListBox
      aria-label={t('jobs:restore.list')}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the list is what the dialog is for
      autoFocus="first"
      className="backup-list"
      disallowEmptySelection
      onAction={onGoOn}
      onSelectionChange={(keys) => {
        const key = keys === 'all' ? undefined : [...keys][0]
        onChoose(key === undefined ? null : String(key))
      }}
      renderEmptyState={() => <p className="folder-empty">{t('jobs:restore.none')}</p>}
      selectedKeys={ticket === null ? [] : [ticket]}
      selectionBehavior="replace"
      selectionMode="single"
    >
      {projects.map(({ name, folder, fileName, copies }) => (
        <ListBoxSection
          className="backup-project"
          id={`${folder}/${fileName}`}
          key={`${folder}/${fileName}`}
        >
          <Header className="backup-heading">
            <strong>{name}</strong> <span>{t('jobs:restore.file', { fileName, folder })}</span>
          </Header>
          {copies.map((copy) => (
            <ListBoxItem
              className="folder-entry backup-copy"
              id={copy.ticket}
              key={copy.ticket}
              onFocus={() => {
                onChoose(copy.ticket)
              }}
              textValue={t('jobs:restore.copy', {
                name,
                time: formatDateTime(Date.parse(copy.at)),
              })}
            >
              <span className="entry-name">{formatDateTime(Date.parse(copy.at))}</span>{' '}
              <span className="entry-facts">
                {t('jobs:restore.facts', {
                  time: timeInWords(Date.parse(copy.at), now),
                  size: sizeOf(copy.bytes),
                })}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

type Chosen = { readonly project: BackedUp; readonly copy: Copy }

function findCopy(projects: readonly BackedUp[], ticket: string | null): Chosen | null {
  for (const project of projects) {
    const copy = project.copies.find((one) => one.ticket === ticket)
    if (copy !== undefined) return { project, copy }
  }
  return null
}

/** `News (backup of 2026-11-26 00.50).verbatim`, in the time of this place. */
function nameFor({ project, copy }: Chosen): string {
  const name = project.fileName.replace(/\.verbatim$/, '')
  const at = new Date(copy.at)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}.${two(at.getMinutes())}`
  return `${name} (${t('jobs:restore.nameSuffix')} ${day} ${time}).verbatim`
}
