import type { DatabaseSync } from 'node:sqlite'

import { textIn, textOrNullIn } from '../tables/columns.ts'
import type { Migration } from './migration.ts'
import { listingOf, namesIn, parseChanges, rewriteChanges } from './version-1-changes.ts'
import { newTables, widenedTables } from './version-1-layout.ts'
import { registerSpeakers, type Registered } from './version-1-speakers.ts'

/** Speakers were words on annotations, relation types words on relations; now both are things of their own. */
export const fromVersion1: Migration = {
  from: 1,
  run: (db) => {
    const { speakers, types } = namesOf(db)
    const registry = registerSpeakers(speakers, projectOf(db))
    db.exec(newTables)
    putSpeakers(db, registry)
    putRelationTypes(db, types)
    putAttributions(db, registry)
    rewriteJournal(db, registry)
    db.exec(widenedTables)
  },
}

/** The relation types of a new project of version 2, with the labels that they join. */
const defaultTypes = [
  ['denies', 'Rejects what the other says.', ['denial'], ['claim', 'quote']],
  [
    'supports',
    'Gives evidence or backing for what the other says.',
    [],
    ['claim', 'denial', 'analysis'],
  ],
  ['repeats', 'Says again what the other says, here or in another article.', [], []],
  ['responds to', 'Answers the other without plainly denying or supporting it.', [], []],
] as const

/** All speakers and relation types that are named anywhere, also in what was undone. */
function namesOf(db: DatabaseSync) {
  const column = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => textIn(row, 'name'))
  const speakers = new Set(
    column('SELECT DISTINCT speaker AS name FROM annotations WHERE speaker IS NOT NULL'),
  )
  const types = new Set(column('SELECT type AS name FROM relations ORDER BY id'))
  for (const row of db.prepare('SELECT changes FROM journal ORDER BY seq').iterate()) {
    const named = namesIn(parseChanges(textIn(row, 'changes')) ?? [])
    for (const speaker of named.speakers) speakers.add(speaker)
    for (const type of named.types) types.add(type)
  }
  return { speakers, types }
}

function projectOf(db: DatabaseSync) {
  const row = db.prepare('SELECT id, created_at FROM project').get() ?? {}
  return { id: textIn(row, 'id'), createdAt: textIn(row, 'created_at') }
}

function putSpeakers(db: DatabaseSync, registry: ReadonlyMap<string, Registered>): void {
  const insertion = db.prepare('INSERT INTO speakers VALUES (?, ?, ?, ?, NULL, 0)')
  for (const { id, name, role } of registry.values()) insertion.run(id, name, '[]', role)
}

/** The default ones, without rules on labels that this project lacks, and those of its own without any rule. */
function putRelationTypes(db: DatabaseSync, used: ReadonlySet<string>): void {
  const labels = new Set(
    db
      .prepare('SELECT id FROM labels')
      .all()
      .map((row) => textIn(row, 'id')),
  )
  const rule = (ids: readonly string[]) => JSON.stringify(ids.filter((id) => labels.has(id)))
  const insertion = db.prepare('INSERT INTO relation_types VALUES (?, ?, ?, ?, ?, ?)')
  const own = new Set(used)
  for (const [position, [id, description, from, to]] of defaultTypes.entries()) {
    insertion.run(id, id, description, rule(from), rule(to), position)
    own.delete(id)
  }
  for (const [index, id] of [...own].entries()) {
    insertion.run(id, id, '', '[]', '[]', defaultTypes.length + index)
  }
}

function putAttributions(db: DatabaseSync, registry: ReadonlyMap<string, Registered>): void {
  const insertion = db.prepare('INSERT INTO attributions VALUES (?, 0, ?)')
  const rows = db.prepare('SELECT id, speaker FROM annotations WHERE speaker IS NOT NULL').iterate()
  for (const row of rows) {
    for (const id of chainOf(registry, textOrNullIn(row, 'speaker'))) {
      insertion.run(textIn(row, 'id'), id)
    }
  }
}

/** Every entry in the words of version 2, so that it can still be undone. What cannot be read stays as it is. */
function rewriteJournal(db: DatabaseSync, registry: ReadonlyMap<string, Registered>): void {
  const insertion = db.prepare(`
    INSERT INTO new_journal (seq, id, at, kind, of_seq, annotator, summary, subjects, document_id, undo_seq, redo_seq,
      changes)
    SELECT seq, id, at, kind, of_seq, annotator, summary, ?, ?, undo_seq, redo_seq, ? FROM journal WHERE id = ?`)
  for (const row of db.prepare('SELECT id, changes FROM journal').iterate()) {
    const changes = parseChanges(textIn(row, 'changes'))
    const { subjects, documentId } = listingOf(changes ?? [])
    const rewritten =
      changes === null
        ? textIn(row, 'changes')
        : JSON.stringify(rewriteChanges(changes, (name) => chainOf(registry, name)))
    insertion.run(JSON.stringify(subjects), documentId, rewritten, textIn(row, 'id'))
  }
}

function chainOf(
  registry: ReadonlyMap<string, Registered>,
  name: string | null | undefined,
): readonly string[] {
  const speaker = registry.get(name?.trim() ?? '')
  return speaker === undefined ? [] : [speaker.id]
}
