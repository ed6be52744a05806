import type { Event, JobProgress } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { initialSearch } from '../search/search-state.ts'
import { isUnderWay } from './jobs.ts'
import { resynchronize } from './reload.ts'
import type { Session } from './session.ts'
import { takeBulkChange } from './take-bulk-change.ts'

/** What a page shows of a project, where that is not the same one any more. */
const nothingShown = {
  document: null,
  numbers: null,
  search: initialSearch,
  searchIndex: null,
} as const

/** Brings the state in line with what the workbench tells. What the window is asked to do is heard in `commands`. */
export function hear(session: Session, event: Event): void {
  switch (event.name) {
    case 'committed':
      session.receive(event.value)
      break
    case 'projectChanged': {
      const { project, busy } = session.store.getState()
      const same = project !== null && project.project.id === event.value?.id
      if (!same) dropJobs(session)
      if (event.value === null) session.store.setState({ ...nothingShown, project: null })
      // What this page is opening itself comes as the answer to its call.
      else if (busy !== null) break
      // The same project again: the connection was lost, and changes may have been missed.
      else if (same) void resynchronize(session)
      else session.store.setState(nothingShown)
      break
    }
    case 'changedInBulk':
      void takeBulkChange(session, event.value)
      break
    case 'jobProgress':
      noteProgress(session, event.value)
      break
    case 'searchIndex':
      session.store.setState({
        searchIndex: event.value.done < event.value.total ? event.value : null,
      })
      break
    case 'preferencesChanged':
      // What this page is changing itself is answered by the call.
      if (session.store.getState().preferencesWaiting === null) {
        session.store.setState({ preferences: event.value })
      }
      break
    case 'backupFailed':
      session.tellFailure(event.value)
      break
    case 'closing':
    case 'menu':
      break
  }
}

/** Jobs belong to the project that they were begun in, but repairs. What is being stored is in it all the same. */
function dropJobs(session: Session): void {
  const { importing } = session.store.getState()
  session.store.setState({ importing: null, exporting: null, checking: null, copying: null })
  if (importing === null || !isUnderWay(importing) || importing.step.kind === 'storing') return
  session.tell('failure', t('store:hear.importGivenUp'), t('store:hear.importGivenUpRemedy'))
}

function noteProgress(session: Session, progress: JobProgress): void {
  const { importing, exporting, checking, repairing, copying } = session.store.getState()
  if (importing?.job === progress.job) {
    session.store.setState({ importing: { ...importing, progress } })
  }
  if (exporting?.job === progress.job) {
    session.store.setState({ exporting: { ...exporting, progress } })
  }
  if (checking?.job === progress.job) {
    session.store.setState({ checking: { ...checking, progress } })
  }
  if (repairing?.job === progress.job) {
    session.store.setState({ repairing: { ...repairing, progress } })
  }
  if (copying?.job === progress.job) {
    session.store.setState({ copying: { ...copying, progress } })
  }
}
