import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { checkProject } from '../project/check.ts'
import { newProject, valueOf } from '../project/project.fixture.ts'
import { importAll } from './import.fixture.ts'

// Hundreds of files go through a thread.
vi.setConfig({ testTimeout: 120_000 })

/** Files that other tools wrote, where this machine has them. */
const samples = join(import.meta.dirname, '../../../../shared/samples')

test.skipIf(!existsSync(samples))(
  'everything that other tools wrote is stored or refused by place, and what is stored is sound',
  async () => {
    const file = newProject()
    const { report } = await importAll(file, [{ kind: 'path', path: samples }])
    for (const what of ['documents', 'annotations', 'relations', 'suggestions'] as const) {
      const { read, stored, refused } = report[what]
      const told = report.entries.filter(
        ({ thing, outcome }) =>
          outcome !== 'changed' &&
          (`${thing}s` === what || (what === 'documents' && thing === 'file')),
      )
      expect([what, stored + refused, told.length]).toEqual([what, read, refused])
    }
    expect(report.annotations.stored).toBeGreaterThan(400)
    expect(report.relations.stored).toBeGreaterThan(100)
    expect(report.entries.filter(({ code }) => code === 'unlawful')).toEqual([])
    file.close()
    expect(valueOf(checkProject(file.path))).toMatchObject({
      documents: report.documents.stored,
      annotations: report.annotations.stored,
      relations: report.relations.stored,
      findings: [],
    })
  },
)
