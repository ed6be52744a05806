import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { success, type Result } from '../../shared/result.ts'
import { createProject } from './project/create-project.ts'
import { expected } from './project/failures.ts'
import { openProject } from './project/open-project.ts'
import type { ProjectFile } from './project/project-file.ts'
import { sampleDraft } from './sample.ts'

/** The path is the same from this source file as from the bundle in out/main. */
const sampleFolder = join(import.meta.dirname, '../../resources/sample')

/** The sample project below a folder of the user's own, made there the first time; `current` where it is that. */
export async function openSampleProject(
  folder: string,
  annotator: string,
  current: ProjectFile | null,
): Promise<Result<ProjectFile>> {
  const path = join(folder, 'Sample project.verbatim')
  if (current !== null && existsSync(path) && realpathSync(path) === current.path) {
    return success(current)
  }
  const opened = existsSync(path) ? openProject(path, { whenInUse: 'read' }) : create(path)
  if (!opened.ok) return opened
  const file = opened.value
  try {
    // Also where an earlier attempt was cut short. What somebody has emptied on purpose stays empty.
    const fresh = file.documents().length === 0 && file.undoState().undo === null
    if (!fresh || file.readOnly !== null) return opened
    const { draft, texts } = await sampleDraft(sampleFolder, annotator)
    const filled = file.commit(draft, texts)
    if (filled.ok) return success(file)
    file.close()
    return filled
  } catch (error) {
    file.close()
    throw error
  }
}

function create(path: string): Result<ProjectFile> {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    return expected(error, path)
  }
  return createProject(path, 'Sample project')
}
