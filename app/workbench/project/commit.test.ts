import { renameSync } from 'node:fs'
import { dirname } from 'node:path'

import { expect, test } from 'vitest'

import type { Change } from '../../../shared/model/change.ts'
import { listedDocument } from '../../../shared/model/document.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import {
  annotationOf,
  articleText,
  documentOf,
  draftOf,
  speakerOf,
  suggestionOf,
} from './model.fixture.ts'
import { openProject } from './open-project.ts'
import {
  codeOf,
  dump,
  namesIn,
  newProject,
  projectWithArticle,
  valueOf,
} from './project.fixture.ts'
import { openReader } from './reader.ts'

const claim = [{ start: 15, end: 34 }]
const denial = [{ start: 35, end: 47 }]

test('what was committed is there after closing and opening, in a single file', () => {
  const { file, document } = projectWithArticle()
  const speakers = ['мэр', 'KCNA'].map(speakerOf)
  const annotation = {
    ...annotationOf(document, articleText, [
      { start: 0, end: 9 },
      { start: 15, end: 33 },
    ]),
    attributes: { certainty: 0.5, topics: ['bridge', 'safety'], checked: true, by: '' },
    note: 'a note with \u0000 and \u2028',
    attribution: speakers.map(({ id }) => id).toReversed(),
  }
  const added = speakers.map((after): Change => ({ entity: 'speaker', before: null, after }))
  valueOf(file.commit(draftOf({ entity: 'annotation', before: null, after: annotation }, ...added)))
  const before = dump(file)
  file.close()

  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim'])
  const again = valueOf(openProject(file.path))
  expect(dump(again)).toEqual(before)
  expect(again.annotations(document.id)).toEqual([annotation])
  expect(again.annotation(annotation.id)).toEqual(annotation)
  expect(again.speakers()).toEqual(speakers.toReversed())
  expect(again.text(document.sha256)).toBe(articleText)
  expect(again.documents()).toEqual([
    { document: listedDocument(document), annotations: 1, suggestions: 0 },
  ])
  again.close()
})

test('annotations come in reading order, what encloses first', () => {
  const { file, document } = projectWithArticle()
  const inner = annotationOf(document, articleText, [{ start: 0, end: 3 }])
  const outer = annotationOf(document, articleText, [{ start: 0, end: 9 }])
  const later = annotationOf(document, articleText, claim)
  const changes = [later, inner, outer].map(
    (after) => ({ entity: 'annotation', before: null, after }) as const,
  )
  valueOf(file.commit(draftOf(...changes)))
  expect(file.annotations(document.id)).toEqual([outer, inner, later])
})

test('a draft that is sent twice is stored once', () => {
  const { file, document } = projectWithArticle()
  const after = annotationOf(document, articleText, claim)
  const draft = draftOf({ entity: 'annotation', before: null, after })
  const first = valueOf(file.commit(draft))
  expect(valueOf(file.commit(draft))).toEqual(first)
  expect(file.annotations(document.id)).toHaveLength(1)
  const other = annotationOf(document, articleText, denial)
  const reused = {
    ...draft,
    changes: [{ entity: 'annotation', before: null, after: other }] as const,
  }
  expect(codeOf(file.commit(reused))).toBe('conflict')
})

test('a change must find what it was made from', () => {
  const { file, document } = projectWithArticle()
  const annotation = annotationOf(document, articleText, claim)
  const noted = { ...annotation, note: 'seen' }
  const add = { entity: 'annotation', before: null, after: annotation } as const
  const note = { entity: 'annotation', before: annotation, after: noted } as const

  expect(codeOf(file.commit(draftOf(note)))).toBe('conflict')
  valueOf(file.commit(draftOf(add)))
  expect(codeOf(file.commit(draftOf(add)))).toBe('conflict')
  valueOf(file.commit(draftOf(note)))
  const before = dump(file)
  // The second change does not fit, so the first is not kept either.
  const title = {
    entity: 'document',
    before: document,
    after: { ...document, title: 'New' },
  } as const
  expect(codeOf(file.commit(draftOf(title, note)))).toBe('conflict')
  expect(dump(file)).toEqual(before)
})

test('the order of keys does not make a conflict', () => {
  const { file, document } = projectWithArticle()
  const reordered = Object.fromEntries(Object.entries(document).toReversed())
  const before = { ...document, ...reordered }
  const after = { ...document, title: 'New' }
  expect(codeOf(file.commit(draftOf({ entity: 'document', before, after })))).toBe('ok')
})

test('an annotation that breaks the law of offsets is refused', () => {
  const { file, document } = projectWithArticle()
  const good = annotationOf(document, articleText, claim)
  const family = articleText.indexOf('👨')
  const bad = [
    { ...good, quote: 'the bridge is unsafe' },
    { ...good, spans: [{ start: 90, end: 900 }], quote: articleText.slice(90) },
    annotationOf(document, articleText, [{ start: family, end: family + 2 }]),
    { ...good, label: 'rumour' },
    { ...good, attribution: [newId()] },
    { ...good, documentId: newId() },
    { ...good, note: 'half \ud83d' },
  ]
  for (const after of bad) {
    expect(codeOf(file.commit(draftOf({ entity: 'annotation', before: null, after })))).toBe(
      'unlawful',
    )
  }
  expect(file.annotations(document.id)).toEqual([])
})

test('a document needs its text, at its length', () => {
  const file = newProject()
  const document = documentOf('Once.')
  const add = draftOf({ entity: 'document', before: null, after: document })
  expect(codeOf(file.commit(add))).toBe('unlawful')
  expect(codeOf(file.commit(add, ['Another text.']))).toBe('unlawful')
  const longer = draftOf({ entity: 'document', before: null, after: { ...document, length: 6 } })
  expect(codeOf(file.commit(longer, ['Once.']))).toBe('unlawful')
  expect(file.text(document.sha256)).toBeNull()
  expect(codeOf(file.commit(add, ['Once.']))).toBe('ok')
})

test('a document may not get a text that its annotations do not fit', () => {
  const { file, document } = projectWithArticle()
  const annotation = annotationOf(document, articleText, claim)
  valueOf(file.commit(draftOf({ entity: 'annotation', before: null, after: annotation })))
  const text = `Yesterday. ${articleText}`
  const { sha256, length } = documentOf(text)
  const retexted = { ...document, sha256, length }
  const retext = { entity: 'document', before: document, after: retexted } as const
  const retitle = {
    entity: 'document',
    before: retexted,
    after: { ...retexted, title: 'New' },
  } as const
  expect(codeOf(file.commit(draftOf(retext), [text]))).toBe('unlawful')
  expect(codeOf(file.commit(draftOf(retext, retitle), [text]))).toBe('unlawful')
  const moved = annotationOf(document, text, [{ start: 26, end: 45 }])
  const move = {
    entity: 'annotation',
    before: annotation,
    after: { ...moved, id: annotation.id },
  } as const
  expect(codeOf(file.commit(draftOf(retext, move), [text]))).toBe('ok')
})

test('what others hang on is removed only together with them', () => {
  const { file, document } = projectWithArticle()
  const speaker = speakerOf('The mayor')
  const one = { ...annotationOf(document, articleText, claim), attribution: [speaker.id] }
  const other = annotationOf(document, articleText, denial, 'denial')
  const relation: Relation = { id: newId(), type: 'denies', from: other.id, to: one.id }
  const [label] = file.labels()
  const [type] = file.relationTypes()
  if (label === undefined || type === undefined) throw new Error('a new project has a tag set')
  const adds = [
    { entity: 'annotation', before: null, after: one },
    { entity: 'annotation', before: null, after: other },
    { entity: 'relation', before: null, after: relation },
    { entity: 'speaker', before: null, after: speaker },
  ] as const
  valueOf(file.commit(draftOf(...adds)))

  const noLabel = { entity: 'label', before: label, after: null } as const
  const noType = { entity: 'relationType', before: type, after: null } as const
  const noSpeaker = { entity: 'speaker', before: speaker, after: null } as const
  const noDocument = { entity: 'document', before: document, after: null } as const
  const noOne = { entity: 'annotation', before: one, after: null } as const
  const noOther = { entity: 'annotation', before: other, after: null } as const
  const noRelation = { entity: 'relation', before: relation, after: null } as const
  for (const change of [noLabel, noType, noSpeaker, noDocument, noOne, noOther]) {
    expect(codeOf(file.commit(draftOf(change)))).toBe('unlawful')
  }
  const everything = draftOf(noSpeaker, noType, noDocument, noLabel, noOne, noOther, noRelation)
  const before = dump(file)
  expect(codeOf(file.commit(everything))).toBe('ok')
  expect([file.documents(), file.speakers()]).toEqual([[], []])
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('what waits for review needs its document, its speakers and a lawful place, but no label', () => {
  const { file, document } = projectWithArticle()
  const good = suggestionOf(document, articleText, claim)
  const family = articleText.indexOf('👨')
  const bad = [
    { ...good, attribution: [newId()] },
    { ...good, documentId: newId() },
    { ...good, proposal: [{ start: 90, end: 900 }] },
    { ...good, proposal: [{ start: family, end: family + 2 }] },
  ]
  for (const after of bad) {
    expect(codeOf(file.commit(draftOf({ entity: 'suggestion', before: null, after })))).toBe(
      'unlawful',
    )
  }
  expect(file.suggestions(document.id)).toEqual([])
  const unlabelled = { ...good, label: 'rumour' }
  valueOf(file.commit(draftOf({ entity: 'suggestion', before: null, after: unlabelled })))
  expect(file.suggestions(document.id)).toEqual([unlabelled])
  expect(file.documents()).toEqual([
    { document: listedDocument(document), annotations: 0, suggestions: 1 },
  ])
})

test('speakers, texts and documents that suggestions hang on change only together with them', () => {
  const { file, document } = projectWithArticle()
  const speaker = speakerOf('The mayor')
  const suggestion = {
    ...suggestionOf(document, articleText, claim),
    attribution: [speaker.id],
  }
  const adds = [
    { entity: 'speaker', before: null, after: speaker },
    { entity: 'suggestion', before: null, after: suggestion },
  ] as const
  valueOf(file.commit(draftOf(...adds)))
  const text = 'Short.'
  const retexted = { ...document, sha256: documentOf(text).sha256, length: text.length }
  const noSpeaker = { entity: 'speaker', before: speaker, after: null } as const
  const noDocument = { entity: 'document', before: document, after: null } as const
  const retext = { entity: 'document', before: document, after: retexted } as const
  for (const change of [noSpeaker, noDocument, retext]) {
    expect(codeOf(file.commit(draftOf(change), [text]))).toBe('unlawful')
  }
  const noSuggestion = { entity: 'suggestion', before: suggestion, after: null } as const
  const before = dump(file)
  expect(codeOf(file.commit(draftOf(noSpeaker, noDocument, noSuggestion)))).toBe('ok')
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('a relation needs a type of the tag set', () => {
  const { file, document } = projectWithArticle()
  const one = annotationOf(document, articleText, claim)
  const other = annotationOf(document, articleText, denial, 'denial')
  const relation: Relation = { id: newId(), type: 'mocks', from: other.id, to: one.id }
  const adds = [
    { entity: 'annotation', before: null, after: one },
    { entity: 'annotation', before: null, after: other },
    { entity: 'relation', before: null, after: relation },
  ] as const
  expect(codeOf(file.commit(draftOf(...adds)))).toBe('unlawful')
  const mocks = { id: 'mocks', name: 'mocks', description: '', from: [], to: [], position: 4 }
  const type = { entity: 'relationType', before: null, after: mocks } as const
  expect(codeOf(file.commit(draftOf(...adds, type)))).toBe('ok')
  expect(file.relationTypes().at(-1)).toEqual(mocks)
  expect(file.relationsOf(document.id)).toEqual([relation])
})

test('a relation needs both its annotations, and a file its project', () => {
  const { file } = projectWithArticle()
  const relation = { id: newId(), type: 'denies', from: newId(), to: newId() }
  const project = file.project()
  const drafts = [
    draftOf({ entity: 'relation', before: null, after: relation }),
    draftOf({ entity: 'project', before: project, after: null }),
    draftOf({ entity: 'project', before: null, after: { ...project, id: newId() } }),
  ]
  expect(drafts.map((draft) => codeOf(file.commit(draft)))).toEqual(
    Array.from(drafts, () => 'unlawful'),
  )
  const renamed = { ...project, name: 'Old news' }
  valueOf(file.commit(draftOf({ entity: 'project', before: project, after: renamed })))
  expect(file.project()).toEqual(renamed)
})

test('the view of a document is kept, and which one was seen last', () => {
  const { file, document } = projectWithArticle()
  const second = documentOf('Another.')
  valueOf(file.commit(draftOf({ entity: 'document', before: null, after: second }), ['Another.']))
  expect([file.view(document.id), file.currentDocumentId()]).toEqual([null, null])
  const view = { anchor: 3, focus: 7, top: 0, annotationId: newId() }
  valueOf(file.saveView(second.id, { ...view, annotationId: null }))
  valueOf(file.saveView(document.id, view))
  const again = valueOf(openReader(file.path))
  again.close()
  expect(file.view(document.id)).toEqual(view)
  expect(file.currentDocumentId()).toBe(document.id)
  valueOf(file.commit(draftOf({ entity: 'document', before: document, after: null })))
  expect(file.currentDocumentId()).toBe(second.id)
})

test('nothing is said to be saved into a file that is gone', () => {
  const { file, document } = projectWithArticle()
  const after = { ...document, title: 'New' }
  const draft = draftOf({ entity: 'document', before: document, after })
  renameSync(file.path, `${file.path}.moved`)
  expect(codeOf(file.commit(draft))).toBe('storage')
  renameSync(`${file.path}.moved`, file.path)
  expect(codeOf(file.commit(draft))).toBe('ok')
})
