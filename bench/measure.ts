import type { Measure, Result, SubjectName } from './results.ts'
import type { Scale } from './scale.ts'
import { summarize } from './statistics.ts'

export type Options = {
  readonly scales: readonly Scale[]
  /** How often each subject is measured at each scale, after one run that is not counted. */
  readonly runs: number
  readonly say: (progress: string) => void
}

/** The window that pages are measured in, in CSS px. */
export const viewport = { width: 1280, height: 900 } as const

/** Times of one subject at one scale, in ms, as a result. */
export function resultOf(
  subject: SubjectName,
  scale: Scale,
  measure: Measure,
  times: readonly number[],
): Result {
  return { measure, scale, subject, ...summarize(times) }
}
