/* Run by a test in a process with little memory: exports a project many times that size and prints the result. */
import { newId } from '../../../shared/model/id.ts'
import { sha256Of } from '../sha256.ts'
import { exportProject } from './export-project.ts'
import { readerOf, sampleProject } from './project-reader.fixture.ts'

const { documents } = await sampleProject()
const template = documents[0]
if (template === undefined) throw new Error('the sample has a document')
const textOf = (index: number) => `${index} ${'Words. '.repeat(14_000)}`
const hashes = new Map(Array.from({ length: 2000 }, (_, index) => [sha256Of(textOf(index)), index]))
const many = Array.from(hashes.keys(), (sha256) => ({ ...template, id: newId(), sha256 }))
const reader = {
  ...readerOf({ speakers: [], documents: many, annotations: [], relations: [], texts: [] }),
  text: (sha256: string) => textOf(hashes.get(sha256) ?? 0),
}
const path = process.argv[2] ?? ''
const result = await exportProject({ reader, format: 'json', target: { kind: 'file', path } })
process.stdout.write(JSON.stringify(result))
