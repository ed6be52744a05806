import type { Event, JobProgress } from '../../shared/contract.ts'
import { isUnderWay } from './jobs.ts'
import { reloadDocument } from './reload.ts'
import type { Session } from './session.ts'
import { takeImported } from './take-imported.ts'

/** Brings the state in line with what the workbench tells. What the window is asked to do is heard in `commands`. */
export function hear(session: Session, event: Event): void {
  switch (event.name) {
    case 'committed':
      session.receive(event.value)
      break
    case 'projectChanged': {
      const { project } = session.store.getState()
      const same = project !== null && project.project.id === event.value?.project.id
      if (!same) dropJobs(session)
      session.store.setState({ project: event.value, ...(same ? {} : { document: null }) })
      // The same project again: the connection was lost, and changes may have been missed.
      if (same) void reloadDocument(session)
      break
    }
    case 'imported':
      void takeImported(session, event.value)
      break
    case 'jobProgress':
      noteProgress(session, event.value)
      break
    case 'preferencesChanged':
      // What this page is changing itself is answered by the call.
      if (session.store.getState().preferencesUnderWay === 0) {
        session.store.setState({ preferences: event.value })
      }
      break
    case 'closing':
    case 'menu':
      break
  }
}

/** Jobs belong to the project that they were begun in. What is being stored is in it all the same. */
function dropJobs(session: Session): void {
  const { importing } = session.store.getState()
  session.store.setState({ importing: null, exporting: null, checking: null, copying: null })
  if (importing === null || !isUnderWay(importing) || importing.step.kind === 'storing') return
  session.tell(
    'failure',
    'The import was given up, because its project was closed.',
    'Nothing of it was stored. Open the project and import again.',
  )
}

function noteProgress(session: Session, progress: JobProgress): void {
  const { importing, exporting, checking, copying } = session.store.getState()
  if (importing?.job === progress.job) {
    session.store.setState({ importing: { ...importing, progress } })
  }
  if (exporting?.job === progress.job) {
    session.store.setState({ exporting: { ...exporting, progress } })
  }
  if (checking?.job === progress.job) {
    session.store.setState({ checking: { ...checking, progress } })
  }
  if (copying?.job === progress.job) {
    session.store.setState({ copying: { ...copying, progress } })
  }
}
