import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { titleFrom } from '../importers/title.ts'
import { annotationOf, documentOf, draftOf, speakerOf } from '../project/model.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import type { Words } from './hostile-strings.fixture.ts'

/** A document with all that is said of it; the annotation is on the very string. */
type Things = {
  readonly document: Document
  readonly text: string
  readonly annotation: Annotation
  readonly speaker: Speaker
}

/** A line of at most so many UTF-16 code units; another one for each `turn`, as far as there are some. */
type LineFor = (turn: number, longest: number) => string

function linesOf(lines: readonly string[]): LineFor {
  const trimmed = lines.filter((line) => line.trim() === line)
  return (turn, longest) => {
    const fitting = trimmed.filter(({ length }) => length <= longest)
    return fitting[turn % fitting.length] ?? ''
  }
}

/** The ids of labels and attributes stay words, as the model has it; some of them are names of every object. */
function labelled(label: Label, index: number, line: LineFor, { lines, guideline }: Words): Label {
  const options = [...new Set(lines.filter(({ length }) => length <= 200))].slice(0, 100)
  return {
    ...label,
    name: line(index, 100),
    description: line(index + 4, 200),
    guideline,
    attributes: [
      ...label.attributes.map((attribute, place) => ({
        ...attribute,
        name: line(index + place + 8, 100),
      })),
      { id: 'constructor', name: line(index + 12, 100), required: false, kind: 'choice', options },
      { id: 'toString', name: line(index + 16, 100), required: false, kind: 'text' },
    ],
    speaker: { title: line(index + 20, 100), required: false },
  }
}

function thingsOf(string: string, turn: number, line: LineFor, labels: readonly Label[]): Things {
  const before = `${line(turn + 1, 200)}\n`
  const text = `${before}${string}\n${line(turn + 2, 200)}`
  const speaker: Speaker = {
    ...speakerOf(`${turn} ${line(turn, 190)}`),
    aliases: [line(turn + 3, 200)],
    role: line(turn + 4, 200),
    organisation: line(turn + 5, 200),
  }
  const document: Document = {
    ...documentOf(text, titleFrom(`${turn} ${string}`, 'Untitled')),
    source: line(turn + 6, 200),
    author: line(turn + 7, 200),
    date: line(turn + 8, 200),
    assignee: line(turn + 9, 200),
    tags: [line(turn + 10, 100)],
    metadata: { [`x ${line(turn + 11, 200)}`]: string },
  }
  const spans = [{ start: before.length, end: before.length + string.length }] as const
  const label = labels[turn % labels.length]?.id ?? ''
  const annotation: Annotation = {
    ...annotationOf(document, text, spans, label),
    attribution: [speaker.id],
    attributes: { constructor: line(turn, 200), toString: string },
    note: string,
    annotator: line(turn + 12, 200),
  }
  return { document, text, annotation, speaker }
}

/**
 * Fills a new project with words: one document for each string, which has it in its title, its text, a note, an attribute
 * and its metadata, and lines in everything else that is said of it, of its speaker and of the tag set.
 */
export function fillProject(file: ProjectFile, words: Words): void {
  const line = linesOf(words.lines)
  const before = file.labels()
  const labels = before.map((label, index) => labelled(label, index, line, words))
  const things = words.strings.map((string, turn) => thingsOf(string, turn, line, labels))
  const types = file.relationTypes()
  const added = (entity: 'speaker' | 'document' | 'annotation'): readonly Change[] =>
    things.map((each): Change => {
      switch (entity) {
        case 'speaker':
          return { entity, before: null, after: each.speaker }
        case 'document':
          return { entity, before: null, after: each.document }
        case 'annotation':
          return { entity, before: null, after: each.annotation }
      }
    })
  const changes: readonly Change[] = [
    ...labels.map((after, index): Change => ({
      entity: 'label',
      before: before[index] ?? null,
      after,
    })),
    ...types.map((type, index): Change => ({
      entity: 'relationType',
      before: type,
      after: { ...type, name: line(index + 24, 100), description: line(index + 28, 200) },
    })),
    ...added('speaker'),
    ...added('document'),
    ...added('annotation'),
    ...things.slice(1).map(({ annotation: { id } }, index): Change => {
      const to = things[index]?.annotation.id ?? id
      const relation: Relation = { id: newId(), type: types[0]?.id ?? '', from: id, to }
      return { entity: 'relation', before: null, after: relation }
    }),
  ]
  const draft = { ...draftOf(...changes), annotator: line(0, 200), summary: line(2, 200) }
  const committed = file.commit(
    draft,
    things.map(({ text }) => text),
  )
  if (!committed.ok) throw new Error(committed.failure.message)
}
