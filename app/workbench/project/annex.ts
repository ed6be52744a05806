import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'

import { t } from '../../../shared/language/translate.ts'
import { subjectOf, type Change } from '../../../shared/model/change.ts'
import { timeNow } from '../../../shared/model/id.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { expected, isMisfit } from './failures.ts'
import { graftStepwise } from './graft.ts'
import { goneFrom, identityOf } from './identity.ts'
import { commitDraft, draftOf } from './journal.ts'
import type { PresentProject } from './present-reader.ts'
import type { ProjectFile } from './project-file.ts'
import { openLog, takeLogIn } from './project-log.ts'
import { schema } from './schema.ts'
import { integerIn } from './tables/columns.ts'
import { tablesOf } from './tables/tables.ts'
import { transact } from './transaction.ts'

/** How long a graft waits for another program that writes to the project, in ms. */
const patience = 10_000
/** Steps of a graft that write so much that bringing it to the disk takes some milliseconds. */
const stepsAtOnce = 4

/** What an annex needs to see of its project. */
export type AnnexedProject = Pick<
  PresentProject,
  'path' | 'project' | 'labels' | 'relationTypes' | 'speakers' | 'document' | 'text' | 'has'
>

/**
 * A project of its own beside another one, where much is stored by the same rules while work on the other goes on, and
 * which then becomes a part of it at once. It is a temporary database that goes with its connection, whatever ends it.
 */
export type Annex = Disposable & {
  /** As `ProjectFile.commit`; for what is new to the project, on documents that are new or in it. */
  readonly commit: ProjectFile['commit']
  /**
   * Makes everything that was committed a part of the project, in one transaction, as the latest entries of its journal.
   * `changed` where it does not fit any more, for the tag set is another one, or something was added or removed
   * meanwhile: the project is as it was then, and what was staged has to be staged again. Whoever calls sees to it that
   * nobody of this program writes at that moment, and may be told so: once it `isAwaited` the graft gives way (`gaveWay`), the
   * project is as it was, and the same graft may be tried again.
   */
  readonly graft: (isAwaited?: () => boolean) => Result<'grafted' | 'gaveWay' | 'changed'>
  /** Takes the log of the project in, which the graft made long: for after it, when others may write again. */
  readonly settle: () => void
}

/** `wary`: looks up for everything whether its id is taken in the project, for where the graft has failed once. */
export function openAnnex(project: AnnexedProject, { wary }: { readonly wary: boolean }): Annex {
  const { path } = project
  const opened = identityOf(path)
  const tagSet = tagSetOf(project)
  const speakers = project.speakers()
  const borrowed = new Set<string>()
  let isAttached = false
  const db = new DatabaseSync('', { timeout: patience })
  // Nothing of it outlives this process.
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384')
  db.exec(schema)
  const tables = tablesOf(db)
  tables.project.put(project.project())
  for (const label of tagSet.labels) tables.labels.put(label)
  for (const type of tagSet.relationTypes) tables.relationTypes.put(type)
  for (const speaker of speakers) tables.speakers.put(speaker)

  /** Documents of the project, for annotations on them. */
  function borrow(changes: readonly Change[]): void {
    for (const { after } of changes) {
      if (after === null || !('documentId' in after)) continue
      const { documentId } = after
      if (borrowed.has(documentId) || tables.documents.get(documentId) !== null) continue
      const document = project.document(documentId)
      const text = document === null ? null : project.text(document.sha256)
      if (document === null || text === null) continue
      tables.texts.put(document.sha256, text)
      tables.documents.put(document)
      borrowed.add(documentId)
    }
  }

  function attach(): void {
    if (isAttached) return
    db.prepare('ATTACH ? AS project').run(path)
    db.exec('PRAGMA project.synchronous = FULL; PRAGMA wal_autocheckpoint = 0')
    isAttached = true
  }

  /** Of the project. */
  function latestSeq(): number {
    const latest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM project.journal').get()
    return integerIn(latest ?? {}, 'seq')
  }

  function graftNow(isAwaited: () => boolean): 'grafted' | 'gaveWay' | 'changed' {
    using log = openLog(path)
    db.exec('BEGIN IMMEDIATE')
    try {
      if (!isDeepStrictEqual(tagSetOf(project), tagSet)) return 'changed'
      const values = {
        borrowed: JSON.stringify([...borrowed]),
        known: JSON.stringify(speakers.map(({ id }) => id)),
        at: timeNow(),
        latest: latestSeq(),
      }
      let steps = 0
      for (const _ of graftStepwise(db, 'project', values)) {
        steps += 1
        if (steps % stepsAtOnce === 0) log.flush()
        if (isAwaited()) return 'gaveWay'
      }
      log.flush()
      db.exec('COMMIT')
      return 'grafted'
    } catch (error) {
      if (isMisfit(error)) return 'changed'
      throw error
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK')
    }
  }

  return {
    commit: (act, texts = []) => {
      const draft = draftOf(act)
      const taken = wary ? draft.changes.find(isTaken) : undefined
      if (taken !== undefined) return idTaken(taken)
      try {
        borrow(draft.changes)
        const committed = transact(db, t('failures:file.ofImport'), () =>
          commitDraft(tables, draft, texts),
        )
        if (!committed.ok) tables.texts.forgetLast()
        return committed
      } catch (error) {
        return expected(error, path)
      }
    },
    graft: (isAwaited = () => false) => {
      // The system would let us write to a file that is gone.
      if (identityOf(path) !== opened) return goneFrom(path)
      try {
        attach()
        return success(graftNow(isAwaited))
      } catch (error) {
        return expected(error, path)
      }
    },
    settle: () => takeLogIn(db, path, 'project'),
    [Symbol.dispose]: () => db.close(),
  }

  function isTaken(change: Change): boolean {
    return change.before === null && project.has(subjectOf(change))
  }
}

function tagSetOf({ labels, relationTypes }: AnnexedProject) {
  return { labels: labels(), relationTypes: relationTypes() }
}

function idTaken(change: Change): Result<never> {
  return failure(
    'conflict',
    t('failures:conflict.addedMeanwhile', { id: subjectOf(change) }),
    t('failures:conflict.importAgain'),
  )
}
