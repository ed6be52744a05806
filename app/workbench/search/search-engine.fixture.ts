import { DatabaseSync } from 'node:sqlite'

import { onTestFinished } from 'vitest'

import type { SearchOrder } from '../../../shared/contract.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { valueOf } from '../project/project.fixture.ts'
import { createSearchEngine, type SearchEngine } from './search-engine.ts'

/** An engine on a project, with the index of texts or without. */
export function engineOn(file: ProjectFile, indexed = true): SearchEngine {
  const db = new DatabaseSync(file.path, { readOnly: true })
  const writer = indexed ? new DatabaseSync(file.path) : null
  const engine = createSearchEngine({ db, writer, tellIndex: () => {} })
  onTestFinished(() => {
    engine.stop()
    db.close()
    writer?.close()
  })
  return engine
}

/** Everything that a query finds, once the search is over. */
export async function found(engine: SearchEngine, query: string, order: SearchOrder = 'document') {
  const { progress } = valueOf(await engine.answers['search.run']({ query, order }))
  const { search } = progress
  for (;;) {
    const now = valueOf(await engine.answers['search.progress']({ search }))
    if (!now.progress.done) continue
    const rows = valueOf(await engine.answers['search.rows']({ search, from: 0, count: 200 }))
    return { ...now, rows, search }
  }
}
