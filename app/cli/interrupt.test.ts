import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { expect, test, vi } from 'vitest'

import { checkProject } from '../workbench/project/check.ts'
import { openProject } from '../workbench/project/open-project.ts'
import { dump, projectWithArticle, valueOf } from '../workbench/project/project.fixture.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

// Each run starts a program, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** A closed project with one article, and what is in it. */
function closedProject() {
  const { file } = projectWithArticle()
  const content = dump(file)
  file.close()
  return { path: file.path, content }
}

/** Imports many rows, and asks the program to end `times` times once it says that it has stored something. */
async function interrupted(project: string, times: number) {
  const rows = Array.from({ length: 30_000 }, (_, index) => `{"text":"Text ${index}."}`)
  const input = join(dirname(project), 'rows.jsonl')
  writeFileSync(input, rows.join('\n'))
  const child = spawn(process.execPath, [main, 'import', project, input])
  const ended = once(child, 'close')
  const said: string[] = []
  let asked = false
  async function ask(): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      child.kill('SIGINT')
      // Sooner, it would be taken for the same request.
      await delay(400)
    }
  }
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (asked || !line.startsWith('Stored')) return
    asked = true
    void ask()
  })
  const [status] = await ended
  return { status, said: said.join('\n') }
}

function contentOf(path: string) {
  const file = valueOf(openProject(path))
  const content = dump(file)
  file.close()
  return content
}

const isWindows = process.platform === 'win32'

test.skipIf(isWindows)(
  'an import that is asked to end while it stores leaves the project as it was',
  async () => {
    const { path, content } = closedProject()
    const { status, said } = await interrupted(path, 1)
    expect(said).toContain('Nothing was imported. The project is as it was.')
    expect(status).toBe(130)
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['News.verbatim', 'rows.jsonl'])
    expect(contentOf(path)).toEqual(content)
  },
)

test.skipIf(isWindows)(
  'asked twice, it ends at once, and the project opens as it was',
  async () => {
    const { path, content } = closedProject()
    const { status, said } = await interrupted(path, 2)
    expect(said).toContain('Stored')
    expect(status).toBe(130)
    expect(contentOf(path)).toEqual(content)
    expect(valueOf(checkProject(path)).findings).toEqual([])
  },
)
