import type { DatabaseSync } from 'node:sqlite'

import { changeSchema, type Change } from '../../../../shared/model/change.ts'
import { jsonIn } from './columns.ts'

/**
 * The changes of one act in their order, in a temporary table of the connection: there may be half a million of them,
 * which no memory should have to hold.
 */
export type ChangeQueue = {
  readonly clear: () => void
  readonly push: (change: Change) => void
  /** Takes over what an entry of the journal did, or what reverses that. */
  readonly pushEntry: (seq: number, as: 'done' | 'reversed') => void
  /** Takes over what makes everything as it was right after an entry: what `condenseChanges` gives for all that came after it. */
  readonly pushWayBack: (seq: number) => void
  readonly each: () => Generator<Change, void>
}

/** SQL for the queued changes as the journal keeps them: one JSON array. */
export const queuedChanges = `
  SELECT '[' || coalesce(group_concat(change, ',' ORDER BY place), '') || ']' FROM temp.change_queue`

const changeOf = (before: string, after: string) =>
  `'{"entity":"' || entity || '","before":' || ${before} || ',"after":' || ${after} || '}'`

/** Each change of an entry as its parts. */
const parts = `
  SELECT journal.seq, key, value ->> 'entity' AS entity, value -> 'before' AS was, value -> 'after' AS became,
    coalesce(value ->> '$.after.id', value ->> '$.before.id') AS id
  FROM journal, json_each(journal.changes)`

export function createChangeQueue(db: DatabaseSync): ChangeQueue {
  db.exec(`
    CREATE TEMP TABLE change_queue (place INTEGER PRIMARY KEY NOT NULL, change TEXT NOT NULL);
    CREATE TEMP TABLE steps (
      place INTEGER PRIMARY KEY NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL
    )`)
  const insertion = db.prepare('INSERT INTO temp.change_queue (change) VALUES (?)')
  const pushed = {
    done: db.prepare(`
      INSERT INTO temp.change_queue (place, change)
      SELECT key, ${changeOf('was', 'became')} FROM (${parts} WHERE journal.seq = ?)`),
    reversed: db.prepare(`
      INSERT INTO temp.change_queue (place, change)
      SELECT -key, ${changeOf('became', 'was')} FROM (${parts} WHERE journal.seq = ?)`),
  }
  const stepping = db.prepare(`
    INSERT INTO temp.steps (entity, id, was, became)
    SELECT entity, id, was, became FROM (${parts} WHERE journal.seq > ?) ORDER BY seq, key`)
  const wayBack = db.prepare(`
    SELECT ${changeOf('last_became', 'first_was')} AS change
    FROM (
      SELECT steps.entity, latest, steps.became AS last_became, earlier.was AS first_was
      FROM (SELECT max(place) AS latest, min(place) AS earliest FROM temp.steps GROUP BY entity, id)
      JOIN temp.steps AS steps ON steps.place = latest
      JOIN temp.steps AS earlier ON earlier.place = earliest
    )
    WHERE last_became <> first_was ORDER BY latest DESC`)
  const every = db.prepare('SELECT change FROM temp.change_queue ORDER BY place')

  function push(change: Change): void {
    insertion.run(JSON.stringify(change))
  }

  return {
    clear: () => {
      db.exec('DELETE FROM temp.change_queue; DELETE FROM temp.steps')
    },
    push,
    pushEntry: (seq, as) => {
      pushed[as].run(seq)
    },
    pushWayBack: (seq) => {
      stepping.run(seq)
      for (const row of wayBack.iterate()) {
        const change = jsonIn(row, 'change', changeSchema)
        // The same thing may have been written with its keys in another order.
        if (JSON.stringify(change.before) !== JSON.stringify(change.after)) push(change)
      }
    },
    *each() {
      for (const row of every.iterate()) yield jsonIn(row, 'change', changeSchema)
    },
  }
}
