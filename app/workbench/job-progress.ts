import type { Event, JobProgress } from '../../shared/contract.ts'

/** Pages hear of progress no more often than this, in ms: as often as anybody can see. */
const pause = 100
/** The pace says nothing before this, in ms. */
const settling = 1500

type Progress = Omit<JobProgress, 'job' | 'remaining'>

/** Tells pages how far a job is, with an estimate by the pace of its present phase. */
export function jobProgress(job: string, emit: (event: Event) => void): (now: Progress) => void {
  let told = 0
  let phase: Progress['phase'] | null = null
  let began = 0
  return (progress) => {
    const now = performance.now()
    if (progress.phase !== phase) {
      phase = progress.phase
      began = now
    } else if (now - told < pause && progress.done < progress.total) return
    told = now
    const spent = now - began
    const { done, total } = progress
    const remaining =
      spent < settling || done === 0 ? null : Math.max(0, (spent / done) * (total - done))
    emit({ name: 'jobProgress', value: { job, remaining, ...progress } })
  }
}
