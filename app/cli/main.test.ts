import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { createProject } from '../workbench/project/create-project.ts'
import { openProject } from '../workbench/project/open-project.ts'
import { sampleDraft } from '../workbench/sample.ts'
import { version } from '../workbench/version.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

// Each run starts a program, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let project: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-cli-'))
  project = join(folder, 'news.verbatim')
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** On each system another variable says where settings are. */
function ownSettings() {
  return { XDG_CONFIG_HOME: folder, HOME: folder, APPDATA: folder, LOCALAPPDATA: folder }
}

async function verbatim(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      // Settings of the person who runs the tests are left alone.
      { cwd: folder, env: { ...process.env, ...ownSettings() } },
      (_, stdout, stderr) => {
        resolve({ status: child.exitCode, stdout, stderr })
      },
    )
  })
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function sampleProject(): Promise<void> {
  const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url))
  const { draft, texts } = await sampleDraft(sample, 'Ada')
  const created = createProject(project, 'News')
  if (!created.ok) throw new Error(created.failure.message)
  created.value.commit(draft, texts)
  created.value.close()
}

describe('verbatim', () => {
  it('explains itself', async () => {
    expect(await verbatim('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    const help = await verbatim('--help')
    expect(help).toMatchObject({ status: 0, stderr: '' })
    for (const command of ['new', 'import', 'export', 'check', 'repair', 'compact', 'stats']) {
      expect(help.stdout).toContain(`  ${command} `)
    }
    const importHelp = await verbatim('import', '--help')
    expect(importHelp).toMatchObject({ status: 0, stderr: '' })
    expect(importHelp.stdout).toContain('--report')
  })

  it('answers wrong usage with one line and status 2', async () => {
    const wrong = [
      [],
      ['tag'],
      ['new'],
      ['new', 'a.verbatim', 'b.verbatim'],
      ['new', 'a.txt'],
      ['new', 'a.verbatim', '--colour'],
      ['import', 'a.verbatim'],
      ['import', 'a.txt', 'b.txt'],
      ['import', 'a.verbatim', 'b.txt', '--format', 'xls'],
      ['import', 'a.verbatim', 'b.txt', '--map', 'Claim'],
      ['export', 'a.verbatim', '--format', 'json'],
      ['export', 'a.verbatim', '--out', 'a.json'],
      ['export', 'a.verbatim', '--format', 'xls', '--out', 'a.xls'],
      ['export', 'a.verbatim', '--format', 'json', '--out', 'a.json', '--status', 'finished'],
      ['serve', '--port', 'http'],
      ['serve', '--port', '70000'],
    ]
    const runs = await Promise.all(wrong.map(async (args) => verbatim(...args)))
    expect(runs).toEqual(
      wrong.map(() => ({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]+ Usage: verbatim [^\n]+\n$/),
      })),
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('says what failed to programs too', async () => {
    const misused = await verbatim('export', '--json')
    expect(JSON.parse(misused.stdout)).toMatchObject({ failure: { code: 'invalidArguments' } })
    const both = await verbatim('export', project, '--format', 'json', '--out', '-', '--json')
    expect(both).toMatchObject({ status: 2, stderr: expect.stringContaining('--out -') })
    const missing = await verbatim('stats', 'none.verbatim', '--json')
    expect(missing.status).toBe(3)
    expect(JSON.parse(missing.stdout)).toMatchObject({ failure: { code: 'notFound' } })
    expect(missing.stderr).toContain('none.verbatim')
  })
})

describe('verbatim new', () => {
  it('creates a project once and never overwrites', async () => {
    const created = await verbatim('new', project, '--json')
    expect(created).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(created.stdout)).toMatchObject({
      project: { name: 'news' },
      labels: ['claim', 'quote', 'denial', 'analysis'],
    })
    expect(await readdir(folder)).toEqual(['news.verbatim'])
    expect(await verbatim('new', project)).toMatchObject({ status: 3, stdout: '' })
  })
})

describe('verbatim import', () => {
  it('creates the project, imports, and reports each refusal with status 1', async () => {
    const good = await fileOf('good.txt', 'One\r\ntwo')
    const bad = await fileOf('bad.txt', 'PK\u0003\u0004')
    const huge = await fileOf('huge.txt', '')
    await truncate(huge, 60 * 1024 * 1024)
    const report = join(folder, 'report.json')
    const run = await verbatim(
      'import',
      project,
      good,
      bad,
      huge,
      'none.txt',
      '--report',
      report,
      '--json',
    )
    expect(run.status).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({
      imported: 1,
      refused: 3,
      documents: [{ title: 'good', file: 'good.txt' }],
      refusals: [
        { file: 'none.txt', code: 'notFound' },
        { file: 'bad.txt', code: 'damaged', place: null },
        { file: 'huge.txt', code: 'binary' },
      ],
    })
    expect(JSON.parse(await readFile(report, 'utf8'))).toEqual(JSON.parse(run.stdout))
    expect(run.stderr).toContain('huge.txt: ')
    expect((await readdir(folder)).filter((name) => name.startsWith('news'))).toEqual([
      'news.verbatim',
    ])
  })

  it('takes the articles of a folder in order and skips other files', async () => {
    await mkdir(join(folder, 'in', 'b'), { recursive: true })
    await fileOf('in/c.txt', 'Three')
    await fileOf('in/b/two.md', '# Two')
    await fileOf('in/a.txt', 'One')
    await fileOf('in/photo.jpg', 'no')
    await fileOf('in/.hidden.txt', 'no')
    const run = await verbatim('import', project, join(folder, 'in'), '--json')
    expect(run.status).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({
      documents: [{ title: 'a' }, { title: 'Two' }, { title: 'c' }],
      skippedFiles: ['in/photo.jpg'],
    })
  })

  it('takes the columns that are named, remembers them, and refuses those that there are not', async () => {
    const table = await fileOf('news.csv', 'lead,body\nShort,The minister said no.\n')
    const wrong = await verbatim('import', project, table, '--column', 'text=bdoy')
    expect(wrong).toMatchObject({ status: 2, stdout: '' })
    expect(wrong.stderr).toContain('“bdoy”. The columns are “lead”, “body”.')
    expect(await readdir(folder)).not.toContain('news.verbatim')
    const named = await verbatim('import', project, table, '--column', 'text=lead')
    expect(named).toMatchObject({ status: 0 })
    const again = await verbatim('import', project, table)
    expect(again).toMatchObject({ status: 0 })
    expect(again.stderr).toContain('Its text is in “lead”')
  })

  it('tells of a label to map that no annotation has', async () => {
    const row = { text: 'He said no.', labels: [[3, 7, 'Q']] }
    const file = await fileOf('a.jsonl', JSON.stringify(row))
    const run = await verbatim('import', project, file, '--map', 'q=quote', '--json')
    expect(run.stderr).toContain('“q”, which no annotation has. The labels are “Q”.')
    expect(JSON.parse(run.stdout)).toMatchObject({
      changes: [{ thing: 'label', id: 'q', code: 'notFound' }],
    })
  })

  it('leaves no project where nothing was imported', async () => {
    const bad = await fileOf('bad.txt', Buffer.alloc(10))
    expect(await verbatim('import', project, bad)).toMatchObject({ status: 1 })
    expect(await verbatim('import', project, 'none.txt')).toMatchObject({ status: 3 })
    expect(await readdir(folder)).toEqual(['bad.txt'])
  })

  it('leaves a file alone that is no project', async () => {
    const text = await fileOf('good.txt', 'Text')
    const other = await fileOf('other.verbatim', 'not a project')
    expect(await verbatim('import', other, text)).toMatchObject({ status: 3, stdout: '' })
    expect(await readFile(other, 'utf8')).toBe('not a project')
    expect(await readdir(folder)).toEqual(['good.txt', 'other.verbatim'])
  })
})

describe('verbatim export', () => {
  it('writes a file, or streams to standard output, with the same bytes', async () => {
    await sampleProject()
    const out = join(folder, 'out.jsonl')
    const toFile = await verbatim('export', project, '--format', 'jsonl', '--out', out, '--json')
    expect(toFile.status).toBe(0)
    const written = await readFile(out, 'utf8')
    expect(JSON.parse(toFile.stdout)).toMatchObject({
      documents: 1,
      relations: 5,
      bytes: Buffer.byteLength(written),
    })
    const toOutput = await verbatim('export', project, '--format', 'jsonl', '--out', '-')
    expect(toOutput).toMatchObject({ status: 0, stdout: written })
  })

  it('works while the project is open for work, and filters', async () => {
    await sampleProject()
    const open = openProject(project)
    const args = ['export', project, '--format', 'json', '--out', '-', '--label', 'denial']
    const run = await verbatim(...args)
    expect(run.status).toBe(0)
    expect(run.stdout.match(/"quote":/g)).toHaveLength(2)
    expect(await verbatim(...args, '--label', 'rumour')).toMatchObject({ status: 2, stdout: '' })
    if (open.ok) open.value.close()
    expect(open.ok).toBe(true)
  })

  it('says why it could not write', async () => {
    await sampleProject()
    const run = await verbatim('export', project, '--format', 'json', '--out', 'none/out.json')
    expect(run).toMatchObject({ status: 3, stdout: '' })
    expect(run.stderr).toContain('folder does not exist')
  })
})

describe('verbatim stats and check', () => {
  it('count and prove a project', async () => {
    await sampleProject()
    const stats = await verbatim('stats', project, '--json')
    expect(stats.status).toBe(0)
    expect(JSON.parse(stats.stdout)).toMatchObject({
      documents: 1,
      annotations: 18,
      byLabel: { claim: 4, quote: 10, denial: 2, analysis: 2 },
      relations: 5,
      relationTypes: 4,
      speakers: 10,
    })
    expect(await verbatim('check', project)).toMatchObject({ status: 0 })
    const checked = await verbatim('check', project, '--json')
    expect(JSON.parse(checked.stdout)).toMatchObject({ findings: [] })
  })

  it('find a quote that is not the text, and then nothing is exported', async () => {
    await sampleProject()
    const db = new DatabaseSync(project)
    db.exec(`UPDATE annotations SET quote = quote || '!' WHERE quote LIKE '%sat on a warning'`)
    db.close()
    const checked = await verbatim('check', project)
    expect(checked).toMatchObject({ status: 1, stderr: '' })
    expect(checked.stdout).toContain('sat on a warning!')
    const exported = await verbatim('export', project, '--format', 'json', '--out', 'out.json')
    expect(exported).toMatchObject({ status: 3, stdout: '' })
    expect(exported.stderr).toContain('sat on a warning!')
    expect(await readdir(folder)).toEqual(['news.verbatim'])
  })

  it('tell what is no project', async () => {
    const other = await fileOf('other.verbatim', 'not a project')
    expect(await verbatim('check', other)).toMatchObject({ status: 3, stdout: '' })
    expect(await verbatim('stats', other)).toMatchObject({ status: 3, stdout: '' })
  })
})

// Windows cannot ask a process to end.
describe.skipIf(process.platform === 'win32')('verbatim serve', () => {
  it('prints one line with the address and closes cleanly when it is ended', async () => {
    await sampleProject()
    const child = spawn(process.execPath, [main, 'serve', project, '--no-open', '--json'], {
      cwd: folder,
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    const reader = createInterface({ input: child.stdout })
    reader.on('line', (line) => lines.push(line))
    await Promise.race([once(reader, 'line'), once(child, 'exit')])
    const { url } = z.object({ url: z.url() }).parse(JSON.parse(lines[0] ?? ''))
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(new URL('/', url))).status).toBe(403)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(lines).toHaveLength(1)
    const left = (await readdir(folder)).filter((name) => name.startsWith('news'))
    expect(left).toEqual(['news.verbatim'])
  })
})
