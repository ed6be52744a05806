import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'

import { arbitrarySpannedText } from '../../../shared/model/arbitrary-change.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import type { JournalDraft } from '../../../shared/model/journal.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { Spans } from '../../../shared/text/span.ts'
import { openAnnex } from './annex.ts'
import { checkProject } from './check.ts'
import { graftedTables } from './graft-sql.ts'
import {
  annotationOf,
  articleText,
  documentOf,
  draftOf,
  speakerOf,
  suggestionOf,
} from './model.fixture.ts'
import { openProject } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import {
  codeOf,
  dump,
  newProject,
  projectWithArticle,
  temporaryFolder,
  valueOf,
} from './project.fixture.ts'
import { schema } from './schema.ts'

const rumour = (file: ProjectFile): Label => {
  const [claim] = file.labels()
  if (claim === undefined) throw new Error('a project has labels')
  return { ...claim, id: 'rumour', name: 'Rumour', key: null, position: 9 }
}

/** Two projects of the same content and history, of which the latest entry is undone. */
function twins(): readonly [ProjectFile, ProjectFile, articleId: string] {
  const { file, document } = projectWithArticle()
  const speaker = speakerOf('Ada')
  valueOf(file.commit(draftOf({ entity: 'speaker', before: null, after: speaker })))
  const note = { ...document, title: 'Renamed' }
  valueOf(file.commit(draftOf({ entity: 'document', before: document, after: note })))
  valueOf(file.undo(newId(), 'Ada'))
  file.close()
  const [one, other] = ['one', 'other'].map((name) => {
    const path = join(temporaryFolder(), `${name}.verbatim`)
    copyFileSync(file.path, path)
    const opened = valueOf(openProject(path))
    onTestFinished(() => opened.close())
    return opened
  })
  if (one === undefined || other === undefined) throw new Error('there are two')
  return [one, other, document.id]
}

type Draft = readonly [JournalDraft, readonly string[]]

type Given = {
  readonly spanned: { readonly text: string; readonly spans: Spans }
  readonly hasSpeaker: boolean
  readonly isRelated: boolean
  readonly waits: boolean
  readonly onArticle: boolean
}

/** Documents with what can hang on them, and something on the article that is there before. */
const arbitraryDrafts: fc.Arbitrary<readonly Given[]> = fc.array(
  fc.record({
    spanned: arbitrarySpannedText,
    hasSpeaker: fc.boolean(),
    isRelated: fc.boolean(),
    waits: fc.boolean(),
    onArticle: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
)

function draftsOf(file: ProjectFile, articleId: string, given: readonly Given[]): readonly Draft[] {
  const article = file.document(articleId)
  if (article === null) throw new Error('the article is there')
  const label = rumour(file)
  return given.map((each, index) => {
    const { text, spans } = each.spanned
    const document = documentOf(text)
    const speaker = speakerOf(`Speaker ${index}`)
    const one = annotationOf(document, text, spans)
    const named = { ...one, attribution: each.hasSpeaker ? [speaker.id] : [] }
    const other = annotationOf(article, articleText, [{ start: 4, end: 9 }], 'rumour')
    const relation = { id: newId(), type: 'denies', from: named.id, to: other.id }
    const changes: readonly Change[] = [
      ...(index === 0 ? [{ entity: 'label', before: null, after: label } as const] : []),
      { entity: 'speaker', before: null, after: speaker },
      { entity: 'document', before: null, after: document },
      { entity: 'annotation', before: null, after: named },
      ...(each.onArticle ? [{ entity: 'annotation', before: null, after: other } as const] : []),
      ...(each.onArticle && each.isRelated
        ? [{ entity: 'relation', before: null, after: relation } as const]
        : []),
      ...(each.waits
        ? [
            {
              entity: 'suggestion',
              before: null,
              after: suggestionOf(document, text, spans, 'rumour'),
            } as const,
          ]
        : []),
    ]
    return [draftOf(...changes), [text]]
  })
}

/** All that it holds and all that was done, but for when. */
function wholeOf(file: ProjectFile) {
  const journal = file.journal(null, 200).map((entry) => ({ ...entry, at: null }))
  return { content: dump(file), journal, changes: file.changesAfter(0), undo: file.undoState() }
}

describe('an annex', () => {
  it('gives the project what committing directly gives, step by step back as well', () => {
    fc.assert(
      fc.property(arbitraryDrafts, (given) => {
        const [direct, grafted, articleId] = twins()
        const drafts = draftsOf(direct, articleId, given)
        for (const [draft, texts] of drafts) valueOf(direct.commit(draft, texts))
        using annex = openAnnex(grafted, { wary: false })
        for (const [draft, texts] of drafts) valueOf(annex.commit(draft, texts))
        expect(valueOf(annex.graft())).toBe('grafted')
        expect(wholeOf(grafted)).toEqual(wholeOf(direct))
        for (let step = 0; step < drafts.length + 2; step += 1) {
          const id = newId()
          valueOf(direct.undo(id, 'Ada'))
          valueOf(grafted.undo(id, 'Ada'))
          expect(wholeOf(grafted)).toEqual(wholeOf(direct))
        }
        valueOf(grafted.redo(newId(), 'Ada'))
        expect(valueOf(checkProject(grafted.path)).findings).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('gives way at any step to somebody who wants to write, and loses nothing by it', () => {
    fc.assert(
      fc.property(arbitraryDrafts, (given) => {
        const [direct, grafted, articleId] = twins()
        const drafts = draftsOf(direct, articleId, given)
        const speaker = speakerOf('Said meanwhile')
        const meanwhile = draftOf({ entity: 'speaker', before: null, after: speaker })
        using annex = openAnnex(grafted, { wary: false })
        for (const [draft, texts] of drafts) valueOf(annex.commit(draft, texts))
        const before = wholeOf(grafted)
        let steps = 0
        for (let outcome = 'gaveWay'; outcome === 'gaveWay'; steps += 1) {
          let asked = 0
          outcome = valueOf(
            annex.graft(() => {
              asked += 1
              return asked > steps
            }),
          )
          if (outcome !== 'gaveWay') break
          expect(wholeOf(grafted)).toEqual(steps === 0 ? before : wholeOf(direct))
          if (steps > 0) continue
          for (const file of [direct, grafted]) valueOf(file.commit(meanwhile))
        }
        // Tag set, speakers, text, document, annotation and entry: it was stopped at each of them.
        expect(steps).toBeGreaterThanOrEqual(9)
        for (const [draft, texts] of drafts) valueOf(direct.commit(draft, texts))
        expect(wholeOf(grafted)).toEqual(wholeOf(direct))
      }),
      { numRuns: 5 },
    )
  })

  it('leaves the project as it is until it is grafted, and what is done there meanwhile stays', () => {
    const { file, document } = projectWithArticle()
    const before = wholeOf(file)
    using annex = openAnnex(file, { wary: false })
    const added = documentOf('Two.')
    valueOf(annex.commit(draftOf({ entity: 'document', before: null, after: added }), ['Two.']))
    expect(wholeOf(file)).toEqual(before)
    const tag = annotationOf(document, articleText, [{ start: 4, end: 9 }])
    valueOf(file.commit(draftOf({ entity: 'annotation', before: null, after: tag })))
    expect(valueOf(annex.graft())).toBe('grafted')
    expect(file.annotations(document.id)).toEqual([tag])
    expect(file.documents()).toHaveLength(2)
    expect(file.journal(null, 9).map(({ seq }) => seq)).toEqual([3, 2, 1])
  })

  it.each<[string, (file: ProjectFile, ids: { readonly article: string }) => void]>([
    [
      'its tag set is another one',
      (file) => {
        valueOf(file.commit(draftOf({ entity: 'label', before: null, after: rumour(file) })))
      },
    ],
    [
      'a document that annotations were for is gone',
      (file, { article }) => {
        const before = file.document(article)
        valueOf(file.commit(draftOf({ entity: 'document', before, after: null })))
      },
    ],
  ])('does not fit where %s, and the project is as it was', (_, meanwhile) => {
    const { file, document } = projectWithArticle()
    using annex = openAnnex(file, { wary: false })
    const tag = annotationOf(document, articleText, [{ start: 4, end: 9 }])
    valueOf(annex.commit(draftOf({ entity: 'annotation', before: null, after: tag })))
    meanwhile(file, { article: document.id })
    const before = wholeOf(file)
    expect(valueOf(annex.graft())).toBe('changed')
    expect(wholeOf(file)).toEqual(before)
  })

  it('takes no id that the project has, where it is wary', () => {
    const { file, document } = projectWithArticle()
    using annex = openAnnex(file, { wary: true })
    const again = draftOf({ entity: 'document', before: null, after: document })
    expect(codeOf(annex.commit(again, [articleText]))).toBe('conflict')
  })

  it('keeps to the laws of a project', () => {
    const file = newProject()
    using annex = openAnnex(file, { wary: false })
    const document = documentOf('Two words.')
    const tag = { ...annotationOf(document, 'Two words.', [{ start: 0, end: 3 }]), quote: 'Too' }
    const draft = draftOf(
      { entity: 'document', before: null, after: document },
      { entity: 'annotation', before: null, after: tag },
    )
    expect(codeOf(annex.commit(draft, ['Two words.']))).toBe('unlawful')
  })

  it('is grafted with every table of the layout but those that no import writes', () => {
    const tables = [...schema.matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm)].map(
      ([, name]) => name,
    )
    const left = tables.filter((table) => !graftedTables.some((one) => one === table))
    expect(left).toEqual(['project', 'views'])
  })
})
