import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Event, ExportFormat, Handlers, ShellCallName } from '../../shared/contract.ts'
import { newId } from '../../shared/model/id.ts'
import { defaultPreferences } from '../../shared/preferences.ts'
import type { Failure } from '../../shared/result.ts'
import { annotationOf, draftOf } from './project/model.fixture.ts'
import { codeOf, namesIn, valueOf } from './project/project.fixture.ts'
import { importAll, readAll, startWorkbench } from './workbench.fixture.ts'
import { dispatch } from './workbench.ts'

function documentsIn(events: readonly Event[]) {
  const imported = events.flatMap((event) => (event.name === 'changedInBulk' ? [event.value] : []))
  return imported.flatMap(({ documents }) => documents.map(({ document }) => document))
}

function exportOf(format: ExportFormat, ticket: string | null) {
  const options = { w3cUnits: 'codePoint', overlaps: 'longest' } as const
  return { job: newId(), format, options, scope: { labels: [], statuses: [] }, ticket }
}

const elsewhere = () => Promise.reject(new Error('broken on purpose'))

test('the main job: create, import, tag, undo, close, open, export', async () => {
  const { handlers, folder, events, place } = startWorkbench()
  expect(codeOf(await handlers['journal.undo']({ id: newId(), annotator: 'Ada' }))).toBe(
    'noProject',
  )

  const created = valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  expect(created).toMatchObject({ fileName: 'News.verbatim', project: { name: 'News' } })
  writeFileSync(join(folder, 'a.txt'), 'The bridge is safe.\r\n')
  const bytes = Buffer.from('Second.').toString('base64')
  const imported = await importAll(handlers, [
    { kind: 'place', ticket: place('a.txt') },
    { kind: 'bytes', name: 'b.txt', base64: bytes },
    { kind: 'paste', title: '', text: 'Third.' },
    { kind: 'place', ticket: place('missing.txt') },
  ])
  expect(imported.report.documents).toEqual({
    read: 4,
    stored: 3,
    changed: 0,
    refused: 1,
    review: 0,
  })
  expect(imported.report.entries.map(({ code }) => code)).toEqual(['notFound'])
  const document = documentsIn(events).find(({ title }) => title === 'a')
  if (document === undefined) throw new Error('a document was imported')

  const opened = valueOf(await handlers['documents.open']({ id: document.id }))
  expect(opened).toMatchObject({ text: 'The bridge is safe.\n', annotations: [], view: null })
  const after = annotationOf(document, opened.text, [{ start: 4, end: 10 }])
  const draft = draftOf({ entity: 'annotation', before: null, after })
  valueOf(await handlers['journal.commit'](draft))
  valueOf(await handlers['journal.undo']({ id: newId(), annotator: 'Ada' }))
  valueOf(await handlers['journal.redo']({ id: newId(), annotator: 'Ada' }))
  const view = { anchor: 4, focus: 10, top: 0, annotationId: after.id }
  valueOf(await handlers['view.save']({ documentId: document.id, view }))
  expect(events.map((event) => event.name).filter((name) => name !== 'jobProgress')).toEqual([
    'projectChanged',
    'changedInBulk',
    ...Array.from({ length: 3 }, () => 'committed'),
  ])

  valueOf(await handlers['project.close']({}))
  expect(valueOf(await handlers['project.current']({}))).toBeNull()
  expect(namesIn(folder)).toEqual(['News.verbatim', 'a.txt'])
  const again = valueOf(await handlers['project.open']({ ticket: place('News.verbatim') }))
  expect(again.currentDocumentId).toBe(document.id)
  expect(valueOf(await handlers['documents.open']({ id: document.id }))).toMatchObject({
    annotations: [after],
    view,
  })
  const written = valueOf(await handlers['export.run'](exportOf('json', place('out.json'))))
  expect(written).toMatchObject({ documents: 3, annotations: 1, download: null })
  expect(readFileSync(join(folder, 'out.json'))).toHaveLength(written.bytes)
  const download = valueOf(await handlers['export.run'](exportOf('jsonl', null)))
  expect(download).toMatchObject({ fileName: 'News.jsonl', download: expect.any(String) })
})

test('pages are told of a large import a hundred documents at a time, and of all else in the project once', async () => {
  const { handlers, events, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  const texts = Array.from({ length: 120 }, (_, rank) => `Text ${rank}.`)
  await importAll(
    handlers,
    texts.map((text) => ({ kind: 'paste', title: text, text })),
  )
  const told = events.flatMap((event) => (event.name === 'changedInBulk' ? [event.value] : []))
  expect(told.map(({ state, documents }) => [state === null, documents.length])).toEqual([
    [false, 100],
    [true, 20],
  ])
  expect(new Set(documentsIn(events).map(({ title }) => title))).toEqual(new Set(texts))
})

test('a check looks at all of the project, says how far it is, and can be cancelled', async () => {
  const { handlers, events, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('News.verbatim') }))
  await importAll(handlers, [{ kind: 'paste', title: '', text: 'One.' }])
  const report = valueOf(await handlers['check.run']({ job: newId() }))
  expect(report).toMatchObject({ documents: 1, journalEntries: 1, findings: [] })
  const phases = events.flatMap((event) =>
    event.name === 'jobProgress' ? [event.value.phase] : [],
  )
  expect(phases).toContain('checking')
  const job = newId()
  const checking = handlers['check.run']({ job })
  valueOf(await handlers['check.cancel']({ job }))
  expect(codeOf(await checking)).toBe('cancelled')
  const closed = handlers['check.run']({ job: newId() })
  valueOf(await handlers['project.close']({}))
  expect(codeOf(await closed)).toBe('cancelled')
})

test('preferences are changed one by one, and every page is told', async () => {
  const { handlers, events } = startWorkbench()
  const before = valueOf(await handlers['preferences.get']({}))
  expect(before).toEqual({ ...defaultPreferences, annotator: 'Ada' })
  const after = valueOf(
    await handlers['preferences.set']({ theme: 'dark', annotator: undefined, keys: { undo: [] } }),
  )
  expect(after).toEqual({ ...before, theme: 'dark', keys: { undo: [] } })
  expect(valueOf(await handlers['preferences.get']({}))).toEqual(after)
  expect(events).toEqual([{ name: 'preferencesChanged', value: after }])
})

test('opening another project closes the present one only where it succeeds', async () => {
  const { handlers, openPath, folder, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('One.verbatim') }))
  expect(codeOf(await openPath(join(folder, 'Missing.verbatim')))).toBe('notFound')
  expect(valueOf(await handlers['project.current']({}))?.fileName).toBe('One.verbatim')
  // The one that is open is not in its own way.
  expect(valueOf(await openPath(join(folder, 'One.verbatim'))).fileName).toBe('One.verbatim')
  valueOf(await handlers['project.create']({ ticket: place('Two.verbatim') }))
  expect(namesIn(folder).filter((name) => name.startsWith('One'))).toEqual(['One.verbatim'])
})

test('a project is not closed under an import that is being stored', async () => {
  const { handlers, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('One.verbatim') }))
  const job = newId()
  const sources = Array.from({ length: 40 }, (_, index) => ({
    kind: 'paste' as const,
    title: `Article ${index}`,
    text: `Text ${index}.`,
  }))
  await readAll(handlers, job, sources)
  const storing = handlers['import.store']({ job, map: {} })
  const closing = handlers['project.close']({})
  expect(valueOf(await storing).report.documents.stored).toBe(40)
  valueOf(await closing)
  const again = valueOf(await handlers['project.open']({ ticket: place('One.verbatim') }))
  expect(again.documents).toHaveLength(40)
})

test('an import that is cancelled while it is stored leaves nothing, and what is done meanwhile is saved', async () => {
  const { handlers, place } = startWorkbench()
  const created = valueOf(await handlers['project.create']({ ticket: place('One.verbatim') }))
  const job = newId()
  const sources = Array.from({ length: 450 }, (_, index) => ({
    kind: 'paste' as const,
    title: `Article ${index}`,
    text: `Text ${index}.`,
  }))
  await readAll(handlers, job, sources)
  const storing = handlers['import.store']({ job, map: {} })
  const before = created.project
  const after = { ...before, name: 'Two' }
  const draft = draftOf({ entity: 'project', before, after })
  const renaming = handlers['journal.commit'](draft)
  valueOf(await handlers['import.cancel']({ job }))
  expect(codeOf(await storing)).toBe('cancelled')
  expect(codeOf(await renaming)).toBe('ok')
  const now = valueOf(await handlers['project.current']({}))
  expect(now).toMatchObject({ documents: [], project: { name: 'Two' } })
})

test('an import that is cancelled, or whose project is closed, leaves nothing', async () => {
  const { handlers, folder, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('One.verbatim') }))
  const paste = { kind: 'paste', title: '', text: 'Text.' } as const
  for (const give of [
    (job: string) => handlers['import.cancel']({ job }),
    () => handlers['project.close']({}),
  ]) {
    const job = newId()
    await readAll(handlers, job, [paste])
    valueOf(await give(job))
    expect(namesIn(folder).filter((name) => name.includes('import'))).toEqual([])
    valueOf(await handlers['project.open']({ ticket: place('One.verbatim') }))
    expect(codeOf(await handlers['import.store']({ job, map: {} }))).toBe('cancelled')
    expect(valueOf(await handlers['project.current']({}))?.documents).toEqual([])
  }
})

test('every page is told of what was replaced and of going back', async () => {
  const { handlers, events } = startWorkbench()
  valueOf(await handlers['project.openSample']({}))
  const act = () => ({ id: newId(), annotator: 'Ada' })
  const { labels, speakers } = valueOf(await handlers['project.usage']({}))
  expect(labels).toMatchObject({ claim: 4, denial: 2 })
  const [speaker = ''] = Object.keys(speakers)
  const commits = [
    await handlers['labels.replace']({ ...act(), label: 'denial', by: null }),
    await handlers['relationTypes.replace']({ ...act(), relationType: 'supports', by: 'repeats' }),
    await handlers['speakers.replace']({ ...act(), speakers: [speaker], by: null }),
    await handlers['journal.goBack']({ ...act(), seq: 1 }),
  ].map(valueOf)
  expect(events.slice(1)).toEqual(commits.map((value) => ({ name: 'committed', value })))
  const list = valueOf(await handlers['journal.list']({ before: null, limit: 10 }))
  expect(list.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
  const query = { query: 'premature', labels: [], except: null }
  const found = valueOf(await handlers['annotations.find'](query))
  expect(found.annotations.map(({ label }) => label)).toEqual(['denial', 'quote'])
})

test('recent projects are remembered, marked where they are gone, and forgotten', async () => {
  const { handlers, place } = startWorkbench()
  valueOf(await handlers['project.create']({ ticket: place('One.verbatim') }))
  valueOf(await handlers['project.create']({ ticket: place('Two.verbatim') }))
  valueOf(await handlers['project.close']({}))
  const recent = valueOf(await handlers['recent.list']({}))
  expect(recent.map(({ name, missing }) => [name, missing])).toEqual([
    ['Two', false],
    ['One', false],
  ])
  const ticket = recent[0]?.ticket ?? ''
  valueOf(await handlers['recent.forget']({ ticket }))
  expect(valueOf(await handlers['recent.list']({})).map(({ name }) => name)).toEqual(['One'])
})

test('the sample project is made once and then opened as it was left', async () => {
  const { handlers } = startWorkbench()
  const first = valueOf(await handlers['project.openSample']({}))
  expect(first.documents[0]?.annotations).toBeGreaterThan(3)
  expect(valueOf(await handlers['project.openSample']({}))).toEqual(first)
  const renamed = { ...first.project, name: 'Mine' }
  valueOf(
    await handlers['journal.commit'](
      draftOf({ entity: 'project', before: first.project, after: renamed }),
    ),
  )
  valueOf(await handlers['project.close']({}))
  expect(valueOf(await handlers['project.openSample']({})).project).toEqual(renamed)
})

test('a call is checked before it runs, and always answered', async () => {
  const { handlers, logged } = startWorkbench()
  const shell: Handlers<ShellCallName> = {
    'app.info': elsewhere,
    'app.speak': elsewhere,
    'app.about': elsewhere,
    'app.diagnostics': elsewhere,
    'menu.show': elsewhere,
    'window.open': elsewhere,
    'window.openProject': elsewhere,
    'places.choose': elsewhere,
    'places.list': elsewhere,
    'places.name': elsewhere,
    'window.readyToClose': elsewhere,
  }
  const all: Handlers = { ...handlers, ...shell }
  const failureOf = async (name: unknown, args: unknown): Promise<Failure | null> => {
    const result = await dispatch(all, name, args, (text) => logged.push(text))
    return result.ok ? null : result.failure
  }
  expect(await failureOf('recent.list', {})).toBeNull()
  for (const name of ['no.such', '__proto__', 'toString', 7, undefined]) {
    expect((await failureOf(name, {}))?.code).toBe('invalidArguments')
  }
  const sources = [
    { kind: 'paste', title: 'x', text: 'y' },
    { kind: 'place', ticket: '../etc' },
  ]
  expect((await failureOf('import.gather', { job: newId(), sources }))?.message).toContain(
    'sources[1].ticket',
  )
  expect((await failureOf('recent.list', { extra: 1 }))?.code).toBe('invalidArguments')
  expect(await failureOf('app.info', {})).toMatchObject({ code: 'storage' })
  expect(logged.join()).toContain('The call app.info failed: Error')
  // It may quote an article.
  expect(logged.join()).not.toContain('broken on purpose')
})
