import type { DatabaseSync } from 'node:sqlite'

import { z } from 'zod'

import type { CheckReport } from '../../../shared/contract.ts'
import type { English } from '../../../shared/language/catalogues/en.ts'
import { t } from '../../../shared/language/translate.ts'
import { annotationSchema, breachOf } from '../../../shared/model/annotation.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { labelSchema } from '../../../shared/model/label.ts'
import { projectSchema } from '../../../shared/model/project.ts'
import { relationTypeSchema } from '../../../shared/model/relation-type.ts'
import { relationSchema } from '../../../shared/model/relation.ts'
import { speakerSchema } from '../../../shared/model/speaker.ts'
import { success, type Result } from '../../../shared/result.ts'
import { quoteOf } from '../../../shared/text/span.ts'
import { sha256Of } from '../sha256.ts'
import { broughtUp } from './brought-up.ts'
import { checkJournal } from './check-journal.ts'
import { expected, isMalformed } from './failures.ts'
import { resolvePath } from './resolve-path.ts'
import { openSnapshot } from './snapshot.ts'
import { StoredDataError, textIn } from './tables/columns.ts'
import { tablesOf, type Tables } from './tables/tables.ts'
import { hasTextSearch, isInStep } from './text-search.ts'

/** How far a check is: of `total` documents and journal entries, which there are none of before it is known how many. */
export type CheckProgress = {
  readonly phase: 'checking'
  readonly done: number
  readonly total: number
  readonly documents: number
  readonly annotations: number
}

/** A check, step by step: whoever takes the steps may stop between any two. */
type Checking<Value> = Generator<CheckProgress, Value>

/** Looks at all of a project in one go, as `checkSteps` does. */
export function checkProject(path: string): Result<CheckReport> {
  const steps = checkSteps(path)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/**
 * Looks at all of a project: the database itself, every reference, every text against its hash, every annotation
 * against its text, and the journal. Reads one document at a time and changes nothing. Findings are data; a failure is
 * given only where the file could not be read at all.
 */
export function* checkSteps(path: string): Checking<Result<CheckReport>> {
  const resolved = resolvePath(path)
  if (!resolved.ok) return resolved
  const snapshot = openSnapshot(resolved.value)
  if (!snapshot.ok) return snapshot
  let db = snapshot.value
  try {
    // Of the file itself, before anything of an older layout is read from a copy.
    const inFile = checkDatabase(db)
    const readable = broughtUp(db, path)
    if (!readable.ok) return inFile.length === 0 ? readable : success(onlyOf(inFile))
    db = readable.value
    return success(yield* reportOn(db, tablesOf(db), inFile))
  } catch (error) {
    return expected(error, path)
  } finally {
    if (db.isOpen) db.close()
  }
}

function* reportOn(
  db: DatabaseSync,
  tables: Tables,
  inFile: readonly Finding[],
): Checking<CheckReport> {
  const findings: Finding[] = [...inFile]
  const counts = { documents: 0, annotations: 0, relations: 0, journalEntries: 0 }
  /** Runs one part; rows that cannot be read are a finding and do not stop the others. */
  function look(part: Finding['part'], check: () => readonly Finding[]): void {
    try {
      findings.push(...check())
    } catch (error) {
      const known = error instanceof StoredDataError || isMalformed(error)
      if (!known || !(error instanceof Error)) throw error
      findings.push({
        part,
        id: null,
        message: t(`failures:check.unreadable.${part}`, { reason: error.message }),
      })
    }
  }

  look('project', () => misfit('project', projectSchema, tables.project.only()))
  look('label', () => tables.labels.all().flatMap((label) => misfit('label', labelSchema, label)))
  look('relation type', () =>
    tables.relationTypes.all().flatMap((type) => misfit('relation type', relationTypeSchema, type)),
  )
  look('speaker', () =>
    tables.speakers.all().flatMap((speaker) => misfit('speaker', speakerSchema, speaker)),
  )
  look('relation', () => {
    const relations = tables.relations.all()
    counts.relations = relations.length
    return relations.flatMap((relation) => misfit('relation', relationSchema, relation))
  })
  const rows = db.prepare('SELECT id FROM documents ORDER BY id').all()
  const total = rows.length + tables.journal.latestSeq()
  const progress = (): CheckProgress => ({
    phase: 'checking',
    done: counts.documents + counts.journalEntries,
    total,
    documents: counts.documents,
    annotations: counts.annotations,
  })
  for (const row of rows) {
    yield progress()
    const id = textIn(row, 'id')
    counts.documents += 1
    look('document', () => {
      const { findings: found, annotations } = checkDocument(tables, id)
      counts.annotations += annotations
      return found
    })
  }
  look('file', () => checkTextSearch(db))
  const journal = checkJournal(db, tables)
  let isThrough = false
  while (!isThrough) {
    yield progress()
    // What cannot be read ends it.
    isThrough = true
    look('journal', () => {
      const step = journal.next()
      isThrough = step.done === true
      if (step.done === true || step.value === 'part') return []
      counts.journalEntries += 1
      return step.value === null ? [] : [step.value]
    })
  }
  return { ...counts, findings }
}

/** That the index of words has the texts that it says it has. Those that it lacks are put in when the project is open. */
function checkTextSearch(db: DatabaseSync): readonly Finding[] {
  if (!hasTextSearch(db) || isInStep(db)) return []
  return [{ part: 'file', id: null, message: t('failures:check.words') }]
}

/** Where nothing but the database itself could be looked at. */
function onlyOf(findings: readonly Finding[]): CheckReport {
  return { documents: 0, annotations: 0, relations: 0, journalEntries: 0, findings }
}

function checkDatabase(db: DatabaseSync): readonly Finding[] {
  const damage = db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => textIn(row, 'integrity_check'))
    .filter((line) => line !== 'ok')
    .map(
      (line) =>
        ({ part: 'file', id: null, message: t('failures:check.damaged', { line }) }) as const,
    )
  const dangling = db
    .prepare('PRAGMA foreign_key_check')
    .all()
    .map((row) => {
      const places = { from: textIn(row, 'table'), to: textIn(row, 'parent') }
      return { part: 'file', id: null, message: t('failures:check.dangling', places) } as const
    })
  return [...damage, ...dangling]
}

function checkDocument(tables: Tables, id: string) {
  const document = tables.documents.get(id)
  if (document === null) throw new StoredDataError(t('failures:damage.documentMissing'))
  const findings: Finding[] = [...misfit('document', documentSchema, document)]
  const text = tables.texts.get(document.sha256)
  const { title } = document
  if (text === null) {
    findings.push({ part: 'document', id, message: t('failures:check.textMissing', { title }) })
    return { findings, annotations: 0 }
  }
  if (sha256Of(text) !== document.sha256) {
    findings.push({ part: 'document', id, message: t('failures:check.otherText', { title }) })
  }
  if (text.length !== document.length) {
    findings.push({ part: 'document', id, message: t('failures:check.otherLength', { title }) })
  }
  const annotations = tables.annotations.ofDocument(id)
  for (const annotation of annotations) {
    findings.push(...misfit('annotation', annotationSchema, annotation))
    const breach = breachOf(text, annotation.spans, annotation.quote)
    if (breach === null) continue
    const { reason, ...quotes } = breach
    findings.push({
      part: 'annotation',
      id: annotation.id,
      message: t(`failures:check.annotation.${reason}`, { title, ...quotes }),
    })
  }
  for (const suggestion of tables.suggestions.ofDocument(id)) {
    const { proposal } = suggestion
    const breach = proposal === null ? null : breachOf(text, proposal, quoteOf(text, proposal))
    if (breach === null) continue
    findings.push({
      part: 'suggestion',
      id: suggestion.id,
      message: t(`failures:check.suggestion.${breach.reason}`, { title }),
    })
  }
  return { findings, annotations: annotations.length }
}

function misfit(
  part: keyof English['failures']['check']['invalid'],
  schema: z.ZodType,
  thing: { readonly id: string },
): readonly Finding[] {
  const parsed = schema.safeParse(thing)
  if (parsed.success) return []
  const reasons = z.prettifyError(parsed.error).replaceAll('\n', ' ')
  const { id } = thing
  return [{ part, id, message: t(`failures:check.invalid.${part}`, { id, reasons }) }]
}
