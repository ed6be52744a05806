import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import { textIn } from '../tables/columns.ts'
import type { Migration } from './migration.ts'
import { layoutOfVersion3 } from './version-2-layout.ts'

/** Documents say who wrote them, when and where, and what else their source knows; suggestions wait for review. */
export const fromVersion2: Migration = {
  from: 2,
  run: (db) => {
    db.exec(layoutOfVersion3)
    rewriteJournal(db)
  },
}

const sideSchema = z.looseObject({}).nullable()
const changesSchema = z.array(
  z.strictObject({ entity: z.string(), before: sideSchema, after: sideSchema }),
)

const additions = { author: null, date: null, url: null, metadata: {} }

/** Documents in the history get what documents have now, so that every entry can still be undone. */
function rewriteJournal(db: DatabaseSync): void {
  const update = db.prepare('UPDATE journal SET changes = ? WHERE id = ?')
  const touched = db.prepare(
    `SELECT id FROM journal WHERE instr(changes, '"entity":"document"') > 0`,
  )
  const byId = db.prepare('SELECT id, changes FROM journal WHERE id = ?')
  for (const { id } of touched.all()) {
    const row = byId.get(id ?? null) ?? {}
    const changes = parseChanges(textIn(row, 'changes'))
    // What cannot be read stays as it is.
    if (changes === null) continue
    const rewritten = changes.map(({ entity, before, after }) => ({
      entity,
      before: widened(entity, before),
      after: widened(entity, after),
    }))
    update.run(JSON.stringify(rewritten), textIn(row, 'id'))
  }
}

function widened(entity: string, side: z.infer<typeof sideSchema>) {
  return entity === 'document' && side !== null ? { ...side, ...additions } : side
}

function parseChanges(json: string): z.infer<typeof changesSchema> | null {
  try {
    return changesSchema.safeParse(JSON.parse(json)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
