import type { DatabaseSync } from 'node:sqlite'

import type { z } from 'zod'

import { t } from '../../../../shared/language/translate.ts'
import { annotationSchema } from '../../../../shared/model/annotation.ts'
import { subjectOf, type Change } from '../../../../shared/model/change.ts'
import { documentSchema } from '../../../../shared/model/document.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { labelSchema } from '../../../../shared/model/label.ts'
import { projectSchema } from '../../../../shared/model/project.ts'
import { relationTypeSchema } from '../../../../shared/model/relation-type.ts'
import { relationSchema } from '../../../../shared/model/relation.ts'
import { speakerSchema } from '../../../../shared/model/speaker.ts'
import { suggestionSchema } from '../../../../shared/model/suggestion.ts'
import { integerIn, StoredDataError, textIn } from '../tables/columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { Repairing, Storing } from './progress.ts'

type Entity = Change['entity']
type Thing<Name extends Entity> = NonNullable<Extract<Change, { entity: Name }>['after']>

const kinds = {
  project: { table: 'project', schema: projectSchema, part: 'project' },
  label: { table: 'labels', schema: labelSchema, part: 'label' },
  relationType: { table: 'relation_types', schema: relationTypeSchema, part: 'relation type' },
  speaker: { table: 'speakers', schema: speakerSchema, part: 'speaker' },
  document: { table: 'documents', schema: documentSchema, part: 'document' },
  annotation: { table: 'annotations', schema: annotationSchema, part: 'annotation' },
  relation: { table: 'relations', schema: relationSchema, part: 'relation' },
  suggestion: { table: 'suggestions', schema: suggestionSchema, part: 'suggestion' },
} as const

/** The things of a project that can be read, from its tables or, where a row is lost, from its history. */
export type Readable = {
  readonly things: <Name extends Entity>(entity: Name) => Iterable<Thing<Name>>
  readonly findings: readonly Finding[]
}

export function* readableIn(
  db: DatabaseSync,
  tables: Tables,
  progress: Storing,
): Repairing<Readable> {
  const findings: Finding[] = []
  const inHistory = yield* lostInHistory(db, tables, progress)

  function* things<Name extends Entity>(entity: Name): Iterable<Thing<Name>> {
    const { table, schema, part } = kinds[entity]
    const fromHistory = inHistory.get(entity) ?? new Map<string, unknown>()
    const accept: z.ZodType = schema
    const isThing = (value: unknown): value is Thing<Name> => accept.safeParse(value).success
    for (const row of db.prepare(`SELECT id FROM ${table} ORDER BY id`).iterate()) {
      const id = textIn(row, 'id')
      const thing = readOr(() => storedThing(tables, entity, id), null)
      if (isThing(thing)) yield thing
      else if (!fromHistory.has(id)) {
        findings.push({ part, id, message: t(`failures:repair.unreadable.${part}`, { id }) })
      }
    }
    for (const [id, thing] of fromHistory) {
      if (!isThing(thing)) continue
      const message = t(`failures:repair.fromHistory.${part}`, { id })
      findings.push({ part, id, message })
      yield thing
    }
  }
  return { things, findings }
}

/** What `read` gives; `otherwise` where it meets something unreadable. */
export function readOr<Value, Other>(read: () => Value, otherwise: Other): Value | Other {
  try {
    return read()
  } catch (error) {
    if (error instanceof StoredDataError) return otherwise
    throw error
  }
}

function storedThing(tables: Tables, entity: Entity, id: string): unknown {
  switch (entity) {
    case 'project':
      return tables.project.get(id)
    case 'label':
      return tables.labels.get(id)
    case 'relationType':
      return tables.relationTypes.get(id)
    case 'speaker':
      return tables.speakers.get(id)
    case 'document':
      return tables.documents.get(id)
    case 'annotation':
      return tables.annotations.get(id)
    case 'relation':
      return tables.relations.get(id)
    case 'suggestion':
      return tables.suggestions.get(id)
  }
}

/** What the history says was there last, of things whose rows are gone or cannot be read. */
function* lostInHistory(
  db: DatabaseSync,
  tables: Tables,
  progress: Storing,
): Repairing<ReadonlyMap<Entity, ReadonlyMap<string, unknown>>> {
  const lost = new Map<Entity, Map<string, unknown>>()
  /** `seq` of the latest entry that is about a thing. */
  const latest = new Map<string, number>()

  function note(change: Change, seq: number): void {
    const { entity, after } = change
    const id = subjectOf(change)
    const name = `${entity} ${id}`
    const last = latest.get(name) ?? seq
    if (last !== seq) return
    latest.set(name, seq)
    const some = lost.get(entity) ?? new Map<string, unknown>()
    // The last of the changes of one entry tells.
    some.delete(id)
    const isLost = after !== null && readOr(() => storedThing(tables, entity, id), null) === null
    if (isLost) lost.set(entity, some.set(id, after))
  }

  for (const row of db.prepare('SELECT seq FROM journal ORDER BY seq DESC').all()) {
    yield progress.next()
    const seq = integerIn(row, 'seq')
    // What an entry says before it cannot be read any more is taken.
    readOr(() => {
      for (const change of tables.journal.changesOf(seq)) note(change, seq)
    }, null)
  }
  return lost
}
