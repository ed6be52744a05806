import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { schemaVersion } from '../../app/workbench/project/schema.ts'
import { generateProject, seed } from './generate-project.ts'
import type { ProjectScale } from './project-scale.ts'

const folder = join(import.meta.dirname, '../../out/bench-projects')

/**
 * A copy at `path` of the generated project of this size, to be worked in. It is generated where no run before has left one
 * of the same seed and layout; `say` then tells how long that took.
 */
export async function copyProject(
  path: string,
  scale: ProjectScale,
  say: (line: string) => void,
): Promise<void> {
  const kept = join(folder, `${scale.documents}-seed-${seed}-layout-${schemaVersion}.verbatim`)
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = `${kept}.unfinished`
    rmSync(unfinished, { force: true })
    const began = performance.now()
    generateProject(unfinished, scale)
    renameSync(unfinished, kept)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`Generated ${scale.documents.toLocaleString('en')} documents in ${seconds} s.`)
  }
  copyFileSync(kept, path)
}
