import { setImmediate } from 'node:timers/promises'

import type { CallArguments, CallValue, CopiesFound } from '../../../shared/contract.ts'
import { success, type Result } from '../../../shared/result.ts'
import { giveWay } from '../jobs/give-way.ts'
import type { StepHooks } from '../jobs/protocol.ts'
import { serveJob } from '../jobs/serve-job.ts'
import type { ProjectReader } from '../project/project-file.ts'
import { openReader } from '../project/reader.ts'
import { findCopies, type CopiesProgress } from './find-copies.ts'
import { previewCarrying } from './preview-carrying.ts'

const work = {
  /** Compares all documents of the project at a path, as it is when this begins. */
  find: (path: string, hooks: StepHooks<CopiesProgress>): Promise<Result<CopiesFound>> =>
    takeSteps(path, findCopies, hooks),

  /** Works out what carrying annotations over to other documents comes to, in the project as it is when this begins. */
  preview: async (
    {
      path,
      ...asked
    }: Pick<CallArguments<'copies.preview'>, 'from' | 'to'> & { readonly path: string },
    hooks: StepHooks<CopiesProgress>,
  ): Promise<Result<CallValue<'copies.preview'>>> => {
    const previewed = await takeSteps(path, (reader) => previewCarrying(reader, asked), hooks)
    return previewed.ok ? previewed.value : previewed
  },
}

/** Goes through work that reads a project, and stops where it is cancelled. */
async function takeSteps<Value>(
  path: string,
  begin: (reader: ProjectReader) => Generator<CopiesProgress, Value>,
  { signal, onProgress }: StepHooks<CopiesProgress>,
): Promise<Result<Value>> {
  const reader = openReader(path)
  if (!reader.ok) return reader
  try {
    const steps = begin(reader.value)
    let step = steps.next()
    while (step.done !== true) {
      onProgress(step.value)
      // So that a signal gets through.
      await setImmediate()
      signal.throwIfAborted()
      step = steps.next()
    }
    return success(step.value)
  } finally {
    reader.value.close()
  }
}

export type CopiesWork = typeof work

giveWay()
serveJob(work)
