import { DatabaseSync } from 'node:sqlite'

import { expect, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { openJobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { CheckWork } from './check-thread.ts'
import { checkProject } from './check.ts'
import { projectWithLongEntry } from './long-entry.fixture.ts'
import { annotationOf, articleText, draftOf, speakerOf } from './model.fixture.ts'
import { projectWithArticle, valueOf } from './project.fixture.ts'
import { openReader } from './reader.ts'
import { projectStats } from './stats.ts'

/** A closed project with an article, two annotations, a relation, and something undone. */
function closedProject(): string {
  const { file, document } = projectWithArticle()
  const mayor = speakerOf('The mayor')
  const one = {
    ...annotationOf(document, articleText, [{ start: 15, end: 34 }]),
    attribution: [mayor.id],
  }
  const other = annotationOf(document, articleText, [{ start: 36, end: 46 }], 'denial')
  valueOf(
    file.commit(
      draftOf(
        { entity: 'speaker', before: null, after: mayor },
        { entity: 'annotation', before: null, after: one },
        { entity: 'annotation', before: null, after: other },
        {
          entity: 'relation',
          before: null,
          after: { id: newId(), type: 'denies', from: other.id, to: one.id },
        },
      ),
    ),
  )
  const after = { ...document, status: 'done' as const }
  valueOf(file.commit(draftOf({ entity: 'document', before: document, after })))
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.redo(newId(), 'Ada'))
  file.close()
  return file.path
}

test('a sound project has no findings, and its numbers', () => {
  const path = closedProject()
  expect(valueOf(checkProject(path))).toEqual({
    documents: 1,
    annotations: 2,
    relations: 1,
    journalEntries: 5,
    findings: [],
  })
  const reader = valueOf(openReader(path))
  expect(projectStats(reader)).toEqual({
    documents: 1,
    byStatus: { todo: 0, inProgress: 0, done: 1, setAside: 0 },
    characters: articleText.length,
    annotations: 2,
    byLabel: { claim: 1, quote: 0, denial: 1, analysis: 0 },
    relations: 1,
    relationTypes: 4,
    speakers: 1,
  })
  reader.close()
})

const spoilings: readonly (readonly [string, string, string])[] = [
  ['a quote', "UPDATE annotations SET quote = 'moved' WHERE label = 'denial'", 'annotation'],
  ['a span', `UPDATE annotations SET spans = '[{"start":90,"end":900}]'`, 'annotation'],
  ['unreadable spans', "UPDATE annotations SET spans = '[{'", 'document'],
  ['a text', "UPDATE texts SET text = replace(text, 'mayor', 'baker')", 'document'],
  ['a missing text', 'DELETE FROM texts', 'document'],
  ['a length', 'UPDATE documents SET length = 7', 'document'],
  ['a status', "UPDATE documents SET status = 'unheard of'", 'document'],
  ['a dangling relation', "DELETE FROM annotations WHERE label = 'claim'", 'file'],
  ['a colour', "UPDATE labels SET color = 'red' WHERE id = 'claim'", 'label'],
  ['a label’s attributes', "UPDATE labels SET attributes = '[{}]'", 'label'],
  ['a label’s speaker', "UPDATE labels SET speaker = '7'", 'label'],
  ['a rule of a relation type', "UPDATE relation_types SET to_labels = '{}'", 'relation type'],
  ['a speaker', "UPDATE speakers SET name = ''", 'speaker'],
  ['a lost speaker', 'DELETE FROM speakers', 'file'],
  ['a lost relation type', "DELETE FROM relation_types WHERE id = 'denies'", 'file'],
  ['a chain', "UPDATE attributions SET speaker_id = 'somebody'", 'annotation'],
  ['a gap in the journal', 'DELETE FROM journal WHERE seq = 3', 'journal'],
  ['the reach of the journal', 'UPDATE journal SET undo_seq = 1 WHERE seq = 5', 'journal'],
  ['an undo of something else', 'UPDATE journal SET of_seq = 2 WHERE seq = 4', 'journal'],
  ['the changes of an undo', "UPDATE journal SET changes = '[]' WHERE seq = 4", 'journal'],
  [
    'a change too many of a redo',
    "UPDATE journal SET changes = json_insert(changes, '$[#]', changes -> 0) WHERE seq = 5",
    'journal',
  ],
  ['changes that break off', "UPDATE journal SET changes = '[{' WHERE seq = 2", 'journal'],
  ['changes that are no list', "UPDATE journal SET changes = '{}' WHERE seq = 2", 'journal'],
  [
    'changes that only SQLite would read',
    "UPDATE journal SET changes = replace(changes, '}]', '},]') WHERE seq = 5",
    'journal',
  ],
  [
    'a change written as text',
    'UPDATE journal SET changes = json_array(changes ->> 0) WHERE seq = 5',
    'journal',
  ],
]

test.each(spoilings)('%s altered from outside is found', (_what, sql, part) => {
  const path = closedProject()
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  db.exec(sql)
  db.close()
  const { findings } = valueOf(checkProject(path))
  expect(findings.map((finding) => finding.part)).toContain(part)
})

test('an entry that is longer than memory is checked, and what undoes it', async () => {
  const path = projectWithLongEntry(200)
  await using thread = openJobThread<CheckWork>(threadScript('check-thread', import.meta.url), 32)
  const report = valueOf(await thread.run('check', path))
  expect(report).toMatchObject({ journalEntries: 3, findings: [] })
})
