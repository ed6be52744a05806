import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, GridList, GridListItem } from 'react-aria-components'

import type { RecentProject } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { chooseProject, forgetRecent, openPlace, openSample } from '../commands/projects.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { JobStatus } from './job-status.tsx'
import { timeInWords } from './relative-time.ts'

import './start-screen.css'

/** What is shown while no project is open. */
export function StartScreen() {
  const session = useSession()
  return (
    <main className="start-screen">
      <header>
        <h1>Verbatim</h1>
        <p className="start-lead">{t('panels:start.lead')}</p>
      </header>
      <div className="start-actions">
        <Button
          className="button button-primary"
          onPress={() => void chooseProject(session, 'newProject')}
        >
          {t('panels:start.newProject')}
        </Button>
        <Button className="button" onPress={() => void chooseProject(session, 'openProject')}>
          {t('panels:start.openProject')}
        </Button>
        <Button className="button button-quiet" onPress={() => void openSample(session)}>
          {t('panels:start.openSample')}
        </Button>
      </div>
      <RecentProjects />
      <div className="start-actions start-rescue">
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'restore' })
          }}
        >
          {t('panels:start.restore')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'repair' })
          }}
        >
          {t('panels:start.repair')}
        </Button>
        <JobStatus />
      </div>
    </main>
  )
}

function RecentProjects() {
  const session = useSession()
  const recent = useWorkbench((state) => state.recent)
  const section = useRef<HTMLElement>(null)
  const [now] = useState(() => Date.now())
  return (
    <section aria-labelledby="recent-heading" className="recent" ref={section} tabIndex={-1}>
      <h2 id="recent-heading">{t('panels:start.recent')}</h2>
      {recent.length === 0 ? (
        <p className="recent-none">{t('panels:start.recentNone')}</p>
      ) : (
        <GridList
          aria-labelledby="recent-heading"
          className="recent-list"
          items={recent}
          onAction={(ticket) => void openPlace(session, 'project.open', String(ticket))}
        >
          {(project) => (
            <RecentItem
              now={now}
              onForget={() => {
                // The button is about to go; the keyboard stays near it.
                section.current?.focus()
                void forgetRecent(session, project.ticket)
              }}
              project={project}
            />
          )}
        </GridList>
      )}
    </section>
  )
}

function RecentItem({
  project,
  now,
  onForget,
}: {
  readonly project: RecentProject
  readonly now: number
  readonly onForget: () => void
}) {
  const { ticket, name, folder, missing, openedAt } = project
  return (
    <GridListItem className="recent-item" id={ticket} textValue={name}>
      <span className="recent-name">{name}</span>
      <span className="recent-folder">{folder}</span>
      <span className="recent-time">
        {missing ? t('panels:start.missing') : timeInWords(Date.parse(openedAt), now)}
      </span>
      {missing ? (
        <Button
          aria-label={t('panels:start.forget', { name })}
          className="button button-quiet button-icon"
          onPress={onForget}
        >
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
      ) : null}
    </GridListItem>
  )
}
