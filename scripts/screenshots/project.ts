import { join } from 'node:path'

import { startImport } from '../../app/workbench/importers/import-job.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import { openSampleProject } from '../../app/workbench/sample-project.ts'
import { editDocuments } from '../../shared/model/document-edit.ts'
import { newId } from '../../shared/model/id.ts'
import { valueOf } from '../../tests/workbench/project.ts'
import { tagStored } from '../../tests/workbench/tagged-project.ts'

const articles = join(import.meta.dirname, 'articles')
const annotator = 'Ada'

/** Files that are imported while pictures are taken: letters with annotations of brat, one of them shifted. */
export const filesToImport: readonly string[] = filesNamed('harbour-letters')

/** Makes the project of the pictures: the sample, and what the papers wrote in the two weeks after. Gives its path. */
export async function makePictureProject(folder: string): Promise<string> {
  const sample = valueOf(await openSampleProject(folder, annotator, null))
  const { path } = sample
  sample.close()
  await importFiles(path, [join(articles, 'week.csv')])
  await importFiles(path, filesNamed('council-minutes'))
  tagStored(path, 'Commission publishes the test results it had', [
    { words: 'none had been held back', label: 'claim', speaker: 'Henrik Saule' },
    {
      words: '“We have hidden nothing,”',
      label: 'quote',
      speaker: 'Henrik Saule',
      attributes: { kind: 'direct' },
    },
    {
      words: 'the main had been closed on the day the second result arrived',
      label: 'claim',
      speaker: 'Marta Kolvig',
      attributes: { checkable: true, certainty: 'certain' },
    },
    { words: 'has it open for six more days', label: 'claim', attributes: { checkable: true } },
    {
      words: 'Ms. Kolvig denied that the log was complete',
      label: 'denial',
      speaker: 'Marta Kolvig',
      attributes: { kind: 'partial' },
    },
    {
      words: '“Nobody writes down every valve,”',
      label: 'quote',
      speaker: 'Marta Kolvig',
      attributes: { kind: 'direct' },
    },
  ])
  tagStored(path, 'The repair that was put off until spring', [
    { words: 'put off twice', label: 'claim', attributes: { checkable: true } },
    {
      words: '“We were ready, and we were told to wait,”',
      label: 'quote',
      speaker: 'Ingrid Falk',
      attributes: { kind: 'direct' },
    },
    {
      words: 'The town says it never asked anybody to wait',
      label: 'denial',
      attributes: { kind: 'full' },
    },
    { words: 'In small networks a delay rarely has one author', label: 'analysis' },
  ])
  arrange(path)
  return path
}

function filesNamed(name: string): readonly string[] {
  return ['txt', 'ann'].map((ending) => join(articles, `${name}.${ending}`))
}

async function importFiles(path: string, files: readonly string[]): Promise<void> {
  const file = valueOf(openProject(path))
  try {
    const inputs = files.map((one) => ({ kind: 'path', path: one }) as const)
    await using job = startImport(file, { inputs, pastes: [], format: 'auto', annotator })
    await job.plan()
    await job.read(new Map(), {})
    valueOf(await job.store({ Statement: 'claim', Denial: 'denial' }, {}))
  } finally {
    file.close()
  }
}

/** Says how far each document is, who works on it, and what it belongs to. */
function arrange(path: string): void {
  const file = valueOf(openProject(path))
  try {
    const documents = file.wholeDocuments()
    const about = (title: string) => documents.filter((document) => document.title.includes(title))
    for (const [chosen, edit] of [
      [about('publishes'), { kind: 'status', status: 'done' }],
      [about('repair'), { kind: 'status', status: 'inProgress' }],
      [about('Ferry town'), { kind: 'status', status: 'inProgress' }],
      [about('repair'), { kind: 'assign', assignee: 'Ada' }],
      [about('lifted'), { kind: 'assign', assignee: 'Tomasz' }],
      [about('minutes'), { kind: 'rename', title: 'Minutes of the town council, 11 March' }],
      [about('water'), { kind: 'addTag', tag: 'harbour' }],
    ] as const) {
      const now = file
        .wholeDocuments()
        .filter(({ id }) => chosen.some((document) => document.id === id))
      const changes = editDocuments(now, edit)
      valueOf(file.commit({ id: newId(), annotator, summary: 'Arrange the documents', changes }))
    }
  } finally {
    file.close()
  }
}
