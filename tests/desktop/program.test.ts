import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { annotationOf, draftOf } from '../../app/workbench/project/model.fixture.ts'
import { newId } from '../../shared/model/id.ts'
import { folderForTest, startProgram, titled } from './start-program.ts'

const article = 'The bridge is safe, the mayor said. “It is not,” replied 👩🏽‍🚒 Ada.'
const ticketSchema = z.object({ value: z.array(z.object({ ticket: z.string() })).length(1) })
const documentSchema = z.object({
  ok: z.literal(true),
  value: z.object({ documents: z.array(z.object({ document: z.object({ id: z.string() }) })) }),
})
const exportedSchema = z.object({
  documents: z.array(
    z.object({
      text: z.string(),
      annotations: z.array(
        z.object({ quote: z.string(), spans: z.array(z.object({ start: z.int(), end: z.int() })) }),
      ),
    }),
  ),
})

type Program = ReturnType<typeof startProgram>

async function newProject(program: Program, path: string, window = 0) {
  await program.expectState(titled('Verbatim'))
  await program.ask('answerDialogs', { save: path })
  const wanted = { purpose: 'newProject', suggestedName: 'New.verbatim' }
  const { value } = ticketSchema.parse(await program.call('places.choose', wanted, window))
  expect(await program.call('project.create', value[0], window)).toMatchObject({ ok: true })
}

/** Takes the article in and tags its first sentence. */
async function tagArticle(program: Program) {
  const job = newId()
  const sources = [{ kind: 'paste', title: 'Bridge', text: article }]
  await program.call('import.gather', { job, sources })
  await program.call('import.plan', { job, format: 'auto', annotator: 'Ada' })
  await program.call('import.read', { job, columns: {} })
  expect(await program.call('import.store', { job, map: {} })).toMatchObject({ ok: true })
  const { value } = documentSchema.parse(await program.call('project.current', {}))
  const id = value.documents[0]?.document.id ?? ''
  const spans = [{ start: 0, end: article.indexOf(',') }] as const
  const after = annotationOf({ id }, article, spans, 'claim')
  const draft = draftOf({ entity: 'annotation', before: null, after })
  expect(await program.call('journal.commit', draft)).toMatchObject({ ok: true })
}

test('the built program opens, makes a project, tags through preload and IPC, and closes to one file; its command line reads it', async () => {
  const folder = await folderForTest()
  const path = join(folder, 'Week 1.verbatim')
  const program = startProgram(folder, [])
  await newProject(program, path)
  await tagArticle(program)
  await program.expectState({
    windows: [{ title: 'Week 1 – Verbatim', url: 'app://verbatim/index.html' }],
    hasUsualMenu: false,
  })
  expect(await program.ask('goesOut', { url: 'https://example.org/' })).toBe(false)
  expect(await program.ask('goesOut', { url: 'app://verbatim/index.html' })).toBe(true)
  const diagnostics = JSON.stringify(await program.call('app.diagnostics', {}))
  expect(diagnostics).toContain('Annotations: 1')
  // Neither the article nor its title, nobody’s name, and no file.
  for (const said of ['mayor', 'Bridge', 'Ada', 'Week 1', folder]) {
    expect(diagnostics).not.toContain(said)
  }
  await program.ask('close', { window: 0 })
  expect(await program.ended).toMatchObject({ status: 0, said: '' })
  const files = readdirSync(folder).filter((name) => name.startsWith('Week'))
  expect(files).toEqual(['Week 1.verbatim'])

  const out = join(folder, 'out.json')
  const args = ['export', path, '--format', 'json', '--out', out]
  expect(await startProgram(folder, args).ended).toMatchObject({ status: 0, windows: 0 })
  const [document] = exportedSchema.parse(JSON.parse(readFileSync(out, 'utf8'))).documents
  const [annotation] = document?.annotations ?? []
  const span = annotation?.spans[0]
  expect(document?.text.slice(span?.start, span?.end)).toBe('The bridge is safe')
  expect(annotation?.quote).toBe('The bridge is safe')
})

test('a command ends with its status, and nothing of the program with windows is there', async () => {
  const folder = await folderForTest()
  const statuses = [
    [['stats', 'nothing.verbatim'], 3],
    [['--no-sandbox', 'export', 'a.verbatim', '--format', 'none', '--out', 'b'], 2],
    [['--version'], 0],
  ] as const
  const ended = await Promise.all(statuses.map(([args]) => startProgram(folder, args).ended))
  expect(ended).toMatchObject(statuses.map(([, status]) => ({ status, windows: 0 })))
  // Not even a log or settings.
  expect(readdirSync(folder)).toEqual([])
})

test('a second start hands its file over and ends; the first opens it in a free window or a new one', async () => {
  const folder = await folderForTest()
  const [one, two] = [join(folder, 'One.verbatim'), join(folder, 'Two.verbatim')]
  for (const path of [one, two]) {
    expect(await startProgram(folder, ['new', path]).ended).toMatchObject({ status: 0 })
  }
  const second = startProgram(folder, ['Two.verbatim'], { isFirst: false })
  expect(await second.ended).toMatchObject({ status: 0, handedOver: { paths: [two] }, windows: 0 })

  const program = startProgram(folder, [])
  await program.expectState(titled('Verbatim'))
  await program.ask('secondStart', { paths: [one] })
  await program.expectState(titled('One – Verbatim'))
  await program.ask('openFile', { path: two })
  await program.expectState(titled('One – Verbatim', 'Two – Verbatim'))
  await program.ask('secondStart', { paths: [one] })
  await program.expectState({ ...titled('One – Verbatim', 'Two – Verbatim'), focused: 0 })
  // Each window has a workbench of its own.
  expect(await program.call('project.current', {}, 0)).toMatchObject({
    value: { fileName: 'One.verbatim', readOnly: null },
  })
  expect(await program.call('project.current', {}, 1)).toMatchObject({
    value: { fileName: 'Two.verbatim', readOnly: null },
  })
  await program.ask('quit')
  expect(await program.ended).toMatchObject({ status: 0, said: '' })
})

test('a dropped project opens in another window, and a file that a script made has no place', async () => {
  const folder = await folderForTest()
  const [one, two] = [join(folder, 'One.verbatim'), join(folder, 'Two.verbatim')]
  await startProgram(folder, ['new', two]).ended
  const program = startProgram(folder, [])
  await newProject(program, one)
  const dropped = await program.ask('drop', { window: 0, path: two })
  const { ticket } = z.object({ value: z.object({ ticket: z.string() }) }).parse(dropped).value
  expect(await program.call('window.openProject', { ticket })).toMatchObject({ ok: true })
  await program.expectState(titled('One – Verbatim', 'Two – Verbatim'))
  expect(await program.ask('drop', { window: 0, path: {} })).toMatchObject({
    failure: { code: 'notFound' },
  })
})

test('the menu has what the page tells it, and what is chosen reaches the page', async () => {
  const folder = await folderForTest()
  const program = startProgram(folder, [])
  await newProject(program, join(folder, 'One.verbatim'))
  const command = { id: 'label-claim', title: 'Tag Claim', group: 'tag', key: '(1|Digit1)' }
  const commands = [{ ...command, possible: true }]
  expect(await program.call('menu.show', { commands })).toMatchObject({ ok: true })
  expect(await program.ask('menu', { window: 0 })).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'label-claim', accelerator: '1', enabled: true }),
      expect.objectContaining({ label: 'One' }),
    ]),
  )
  await program.ask('choose', { window: 0, item: 'label-claim' })
  const heard = z.array(z.unknown()).parse(await program.ask('heard', { window: 0 }))
  expect(heard.at(-1)).toEqual({ name: 'menu', value: { command: 'label-claim' } })
  await program.ask('choose', { window: 0, item: 'New window' })
  await program.expectState(titled('One – Verbatim', 'Verbatim'))
})

test('closing waits for what is not saved, and is up to the person', async () => {
  const folder = await folderForTest()
  const program = startProgram(folder, [])
  await newProject(program, join(folder, 'One.verbatim'))
  await program.ask('unsaved', { window: 0, acts: 2 })
  await program.ask('quit')
  await program.expectState({ boxes: [{ message: '2 changes are not saved.' }] })
  await program.expectState(titled('One – Verbatim'))
  await program.ask('unsaved', { window: 0, acts: 0 })
  await program.ask('quit')
  expect(await program.ended).toMatchObject({ status: 0, said: '' })
})

test('a page that crashes is loaded again and finds everything that was saved', async () => {
  const folder = await folderForTest()
  const program = startProgram(folder, [])
  await newProject(program, join(folder, 'One.verbatim'))
  await tagArticle(program)
  await program.ask('crash', { window: 0 })
  await program.expectState({
    windows: [{ reloads: 1, isLoaded: true }],
    boxes: [{ message: 'The page of this window ended unexpectedly.' }],
  })
  expect(await program.call('project.current', {})).toMatchObject({
    ok: true,
    value: { documents: [{ annotations: 1 }] },
  })
  await program.ask('close', { window: 0 })
  expect(await program.ended).toMatchObject({ status: 0 })
  expect(readFileSync(join(folder, 'verbatim.log'), 'utf8')).toMatch(
    / A page ended: crashed \(139\)\n$/,
  )
})

test('what nobody caught ends the program, is told, offers another start, and is logged without a word of any article', async () => {
  const folder = await folderForTest()
  const program = startProgram(folder, [])
  const path = join(folder, 'One.verbatim')
  await newProject(program, path)
  await tagArticle(program)
  await program.ask('answerDialogs', { box: 0 })
  await program.ask('fail', { message: `could not read ${article}` })
  expect(await program.ended).toMatchObject({ status: 1, relaunches: 1 })
  const log = readFileSync(join(folder, 'verbatim.log'), 'utf8')
  expect(log).toContain('Not caught: TypeError')
  expect(log).not.toContain('mayor')
  const checked = await startProgram(folder, ['check', path]).ended
  expect(checked).toMatchObject({ status: 0 })
})

test('what is no project says so in the window', async () => {
  const folder = await folderForTest()
  writeFileSync(join(folder, 'letter.verbatim'), 'Dear Ana')
  const program = startProgram(folder, ['letter.verbatim'])
  await program.expectState({
    ...titled('Verbatim'),
    boxes: [{ message: expect.stringContaining('letter.verbatim') }],
    switches: expect.arrayContaining(['host-resolver-rules=MAP * ~NOTFOUND']),
  })
})
