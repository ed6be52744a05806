import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

import type { Folder, Purpose } from '../../shared/contract.ts'
import { createPlaces } from '../workbench/places.ts'
import { createChooser } from './chooser.ts'

const places = createPlaces()
let home: string
let chooser: ReturnType<typeof createChooser>

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  chooser = createChooser(places, home)
  await mkdir(join(home, 'Week 10'))
  await mkdir(join(home, 'Week 9'))
  await mkdir(join(home, '.config'))
  await mkdir(join(home, 'Taken.verbatim'))
  const names = [
    'a.verbatim',
    'b.TXT',
    'c.md',
    'd.markdown',
    'e.text',
    'f.json',
    'g.jsonl',
    'h.exe',
  ]
  for (const name of [...names, '.hidden.txt']) await writeFile(join(home, name), 'four')
  await symlink(join(home, 'nowhere'), join(home, 'broken.txt'))
})

afterAll(() => rm(home, { recursive: true }))

async function list(purpose: Purpose, folder: string | null = null): Promise<Folder> {
  const result = await chooser['places.list']({ purpose, folder })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function nameIn(name: string) {
  const { ticket } = await list('newProject')
  return chooser['places.name']({ purpose: 'newProject', folder: ticket, name })
}

describe('a list', () => {
  test('starts at home', async () => {
    expect((await list('import')).path).toBe(home)
  })

  test.each([
    ['openProject', ['a.verbatim']],
    ['newProject', ['a.verbatim']],
    ['exportTagSet', ['f.json']],
  ] as const)('for %s holds folders first, then what fits', async (purpose, files) => {
    const { entries } = await list(purpose)
    expect(entries.map(({ name }) => name)).toEqual([
      'Taken.verbatim',
      'Week 9',
      'Week 10',
      ...files,
    ])
  })

  test('tells size and kind', async () => {
    const { entries } = await list('openProject')
    expect(entries.map(({ kind, bytes }) => [kind, bytes])).toEqual([
      ['folder', 0],
      ['folder', 0],
      ['folder', 0],
      ['file', 4],
    ])
  })

  test('leads into a folder, out of it, and up to the root', async () => {
    const inside = (await list('import')).entries.find(({ name }) => name === 'Week 9')
    const within = await list('import', inside?.ticket ?? '')
    expect(within.path).toBe(join(home, 'Week 9'))
    let folder = await list('import', within.parent)
    expect(folder.path).toBe(home)
    while (folder.parent !== null) folder = await list('import', folder.parent)
    expect(folder.path).toBe('/')
  })

  test('of a folder with very many files has them all, in order', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `${index}.txt`)
    const many = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
    onTestFinished(() => rm(many, { recursive: true }))
    await Promise.all(names.map((name) => writeFile(join(many, name), '')))
    const { entries } = await list('import', places.issue(many))
    expect(entries.map(({ name }) => name)).toEqual(names)
  })

  test('of a folder that went, or of a file, gives a failure', async () => {
    const gone = places.issue(join(home, 'gone'))
    const file = places.issue(join(home, 'a.verbatim'))
    for (const folder of [gone, file]) {
      expect(await chooser['places.list']({ purpose: 'import', folder })).toMatchObject({
        ok: false,
        failure: { code: 'notFound' },
      })
    }
  })

  test('is not to be had for a ticket that was never given', async () => {
    const folder = '0'.repeat(32)
    const answers = [
      await chooser['places.list']({ purpose: 'import', folder }),
      await chooser['places.name']({ purpose: 'newProject', folder, name: 'x' }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false })
  })
})

describe('a name', () => {
  test('gets its ending and a ticket for the place', async () => {
    const named = await nameIn('Week 12')
    expect(named).toMatchObject({
      ok: true,
      value: { place: { name: 'Week 12.verbatim' }, exists: false },
    })
    const ticket = named.ok ? named.value.place.ticket : ''
    expect(places.resolve(ticket)).toEqual({ ok: true, value: join(home, 'Week 12.verbatim') })
  })

  test('that is taken says so', async () => {
    expect(await nameIn('a')).toMatchObject({ ok: true, value: { exists: true } })
    expect(await nameIn('Taken')).toMatchObject({ ok: false, failure: { code: 'alreadyExists' } })
  })

  test.each([
    '../a',
    'Week 9/a',
    '/etc/a',
    '..\\a',
    '\\\\server\\share\\a',
    '//server/share/a',
    'C:\\a',
    'file:///etc/a',
    'a\u0000.verbatim',
    '..',
    '~/a\u0000',
    '',
  ])('never leaves its folder: %j', async (name) => {
    expect(await nameIn(name)).toMatchObject({ ok: false, failure: { code: 'invalidArguments' } })
  })

  test.each(['%2e%2e%2fa', '$HOME', '~', '%APPDATA%', '-rf', '__proto__'])(
    'is taken as it stands, whatever else it could mean: %j',
    async (name) => {
      const named = await nameIn(name)
      const ticket = named.ok ? named.value.place.ticket : ''
      expect(places.resolve(ticket)).toEqual({
        ok: true,
        value: join(home, `${name}.verbatim`),
      })
    },
  )
})

test('there are no dialogs of the operating system', async () => {
  expect(await chooser['places.choose']({ purpose: 'import', suggestedName: '' })).toMatchObject({
    ok: false,
    failure: { code: 'notAvailable' },
  })
})
