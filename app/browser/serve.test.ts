import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import type { CallArguments, CallName, CallValue } from '../../shared/contract.ts'
import { newId } from '../../shared/model/id.ts'
import type { Result } from '../../shared/result.ts'
import { type BrowserShell, startBrowserShell } from './serve.ts'

let folder: string
let shell: BrowserShell
const logged: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  await writeFile(join(folder, 'index.html'), '<title>Verbatim</title>')
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  logged.length = 0
  shell = await start(null)
})
afterEach(async () => {
  await shell.close()
  if (logged.length > 0) throw new Error(logged.join('\n'))
})

async function start(projectPath: string | null): Promise<BrowserShell> {
  const started = await startBrowserShell({
    projectPath,
    port: 0,
    openBrowser: false,
    log: (line) => logged.push(line),
    pageFolder: folder,
    userDataFolder: join(folder, 'settings'),
    homeFolder: folder,
  })
  if (!started.ok) throw new Error(started.failure.message)
  return started.value
}

function post(name: string, body: string): Promise<Response> {
  const { origin, searchParams } = new URL(shell.url)
  return fetch(`${origin}/call/${name}`, {
    method: 'POST',
    headers: {
      origin,
      authorization: `Bearer ${searchParams.get('token')}`,
      'content-type': 'application/json',
    },
    body,
  })
}

async function call<Name extends CallName>(
  name: Name,
  args: CallArguments<Name>,
): Promise<CallValue<Name>> {
  const response = await post(name, JSON.stringify(args))
  const result: Result<CallValue<Name>> = JSON.parse(await response.text())
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

const scope = { labels: [], statuses: [] }
const options = { w3cUnits: 'codePoint', overlaps: 'longest' } as const

async function createProject(name: string) {
  const { ticket } = await call('places.list', { purpose: 'newProject', folder: null })
  const { place } = await call('places.name', { purpose: 'newProject', folder: ticket, name })
  return call('project.create', { ticket: place.ticket })
}

test('a project made through the chooser holds an article, is exported once, and closes to one file', async () => {
  await createProject('Week 1')
  const job = newId()
  const sources = [{ kind: 'paste' as const, title: 'Note', text: 'He “denied” it.' }]
  await call('import.gather', { job, sources })
  await call('import.plan', { job, format: 'auto', annotator: 'Ana' })
  await call('import.read', { job, columns: {} })
  await call('import.store', { job, map: {} })
  const exported = await call('export.run', { job, format: 'json', options, scope, ticket: null })
  const { origin } = new URL(shell.url)
  const address = `${origin}${exported.download}`
  const download = await fetch(address)
  expect(await download.json()).toMatchObject({
    format: 'verbatim',
    documents: [{ text: 'He “denied” it.' }],
  })
  expect((await fetch(address)).status).toBe(403)
  await shell.close()
  const files = (await readdir(folder)).filter((name) => name.startsWith('Week 1'))
  expect(files).toEqual(['Week 1.verbatim'])
  shell = await start(join(folder, 'Week 1.verbatim'))
  expect(await call('project.current', {})).toMatchObject({ fileName: 'Week 1.verbatim' })
})

test('events reach a page that listens', async () => {
  const { origin, searchParams } = new URL(shell.url)
  const headers = { authorization: `Bearer ${searchParams.get('token')}` }
  const response = await fetch(`${origin}/events`, { headers })
  await createProject('Week 2')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('{')) text += (await reader?.read())?.value
  expect(JSON.parse(text)).toMatchObject({ name: 'projectChanged' })
})

test('downloads that nobody fetched are gone after the end', async () => {
  const temporary = await mkdtemp(join(folder, 'temporary-'))
  vi.stubEnv('TMPDIR', temporary)
  await createProject('Week 3')
  await call('export.run', { job: newId(), format: 'jsonl', options, scope, ticket: null })
  expect(await readdir(temporary)).toHaveLength(1)
  await shell.close()
  vi.unstubAllEnvs()
  expect(await readdir(temporary)).toEqual([])
  shell = await start(null)
})

test('the app says which shell it is', async () => {
  expect(await call('app.info', {})).toMatchObject({ shell: 'browser' })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'app.info.constructor'])(
  'there is no call %s',
  async (name) => {
    const response = await post(name, '{}')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ ok: false })
  },
)

test.each([
  ['a prototype of their own', '{"__proto__":{"purpose":"import","folder":null}}'],
  [
    'a prototype beside what is asked for',
    '{"purpose":"import","folder":null,"__proto__":{"x":1}}',
  ],
  [
    'a prototype of all objects',
    '{"purpose":"import","folder":null,"constructor":{"prototype":{"x":1}}}',
  ],
  [
    'lists without end',
    `{"purpose":"import","folder":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  ],
  ['what cannot be a number', '{"purpose":"import","folder":1e999}'],
])('arguments with %s are refused, and change nothing', async (_, body) => {
  const response = await post('places.list', body)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ ok: false, failure: { code: 'invalidArguments' } })
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

test.each([
  ['a project that is not there', { projectPath: '/nowhere/x.verbatim' }, 'notFound'],
  ['a page that is not built', { pageFolder: '/nowhere' }, 'notFound'],
])('%s is a failure, and nothing keeps running', async (_, wrong, code) => {
  const started = await startBrowserShell({
    projectPath: null,
    port: 0,
    openBrowser: false,
    log: (line) => logged.push(line),
    pageFolder: folder,
    userDataFolder: join(folder, 'settings'),
    homeFolder: folder,
    ...wrong,
  })
  expect(started).toMatchObject({ ok: false, failure: { code } })
})

test('a port that is taken is a failure', async () => {
  const started = await startBrowserShell({
    projectPath: null,
    port: Number(new URL(shell.url).port),
    openBrowser: false,
    log: (line) => logged.push(line),
    pageFolder: folder,
    userDataFolder: join(folder, 'settings'),
  })
  expect(started).toMatchObject({ ok: false, failure: { code: 'notAvailable' } })
})
