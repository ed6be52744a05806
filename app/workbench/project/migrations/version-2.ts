import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import { countWords } from '../../../../shared/text/words.ts'
import { textIn } from '../tables/columns.ts'
import type { Migration } from './migration.ts'
import { layoutOfVersion3 } from './version-2-layout.ts'

/**
 * Documents say who wrote them, when and where, what else their source knows, how many words they have, who works on them
 * and what they are sorted by; suggestions wait for review; searches are kept.
 */
export const fromVersion2: Migration = {
  from: 2,
  run: (db) => {
    db.exec(layoutOfVersion3)
    const words = wordsOf(db)
    putWords(db, words)
    rewriteJournal(db, words)
  },
}

const sideSchema = z.looseObject({}).nullable()
const changesSchema = z.array(
  z.strictObject({ entity: z.string(), before: sideSchema, after: sideSchema }),
)

const additions = {
  author: null,
  date: null,
  url: null,
  metadata: {},
  assignee: null,
  tags: [],
}

/** Number of words of every text, by its hash; also of documents that were removed and can come back. */
function wordsOf(db: DatabaseSync): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const row of db.prepare('SELECT sha256, text FROM texts').iterate()) {
    words.set(textIn(row, 'sha256'), countWords(textIn(row, 'text')))
  }
  return words
}

function putWords(db: DatabaseSync, words: ReadonlyMap<string, number>): void {
  const update = db.prepare('UPDATE documents SET words = ? WHERE sha256 = ?')
  for (const [sha256, count] of words) update.run(count, sha256)
}

/** Things in the history get what such things have now, so that every entry can still be undone. */
function rewriteJournal(db: DatabaseSync, words: ReadonlyMap<string, number>): void {
  const update = db.prepare('UPDATE journal SET changes = ? WHERE id = ?')
  const touched = db.prepare(
    `SELECT id FROM journal
      WHERE instr(changes, '"entity":"document"') > 0 OR instr(changes, '"entity":"project"') > 0`,
  )
  const byId = db.prepare('SELECT id, changes FROM journal WHERE id = ?')
  for (const { id } of touched.all()) {
    const row = byId.get(id ?? null) ?? {}
    const changes = parseChanges(textIn(row, 'changes'))
    // What cannot be read stays as it is.
    if (changes === null) continue
    const rewritten = changes.map(({ entity, before, after }) => ({
      entity,
      before: widened(entity, before, words),
      after: widened(entity, after, words),
    }))
    update.run(JSON.stringify(rewritten), textIn(row, 'id'))
  }
}

function widened(
  entity: string,
  side: z.infer<typeof sideSchema>,
  words: ReadonlyMap<string, number>,
) {
  if (side === null) return side
  if (entity === 'project') return { ...side, searches: [] }
  if (entity !== 'document') return side
  return { ...side, ...additions, words: words.get(String(side['sha256'])) ?? 0 }
}

function parseChanges(json: string): z.infer<typeof changesSchema> | null {
  try {
    return changesSchema.safeParse(JSON.parse(json)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
