import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from '@playwright/test'
import { z } from 'zod'

import { exportProject } from '../../app/workbench/exporters/export-project.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import { spanOfSelection } from '../../shared/text/selection.ts'
import { quoteOf, type Spans } from '../../shared/text/span.ts'
import { loadLibrary } from '../workbench/library.ts'
import { makeProject, valueOf } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

type Matcher = (scope: Node) => AsyncIterable<Range>
type RecogitoTarget = {
  readonly selector: readonly { readonly quote: string; readonly range: Range }[]
}

declare global {
  interface Window {
    article: HTMLElement
    // What is used of each library: their own declarations do not say which files they are in.
    apacheAnnotator: {
      readonly createTextPositionSelectorMatcher: (selector: object) => Matcher
      readonly createTextQuoteSelectorMatcher: (selector: object) => Matcher
    }
    recogito: {
      readonly parseW3CTextAnnotation: (annotation: object) => { readonly parsed?: object }
      readonly reviveAnnotation: (
        parsed: object,
        container: HTMLElement,
      ) => { readonly target: RecogitoTarget }
    }
  }
}

/** Where offsets go wrong: characters of several code points and code units, and what looks the same but is not. */
const texts = {
  English: bridge,
  Emoji: '👨‍👩‍👧‍👦 said: “👩🏽‍🚀 flew.” 🏳️‍🌈🇺🇦🇰🇵 1️⃣ ❤️ 👍🏿 and 👨‍👩‍👧‍👦 said no more.\n🏴󠁧󠁢󠁥󠁮󠁧󠁿 lost to 🇩🇪.',
  Marks:
    'Café, cafe\u0301 and q\u0307\u0323 by Nai\u0308ve\u2028\u1112\u1161\u11ab한국 \u00a0क्षि நி กำ\u0085done',
  Astral: '𠮷野家は𝒜lpha と 🂡 を 𠮷 に。\t𝒜𝒜𝒜𝒜 𝒜𝒜 \u{2F800} end',
  Arabic:
    'قال المتحدث: «لا صحة لذلك»، ثم أضاف بِسْمِ ١٢٣.\nHe said: «שָׁלוֹם» \u202eabc\u202c \u2067دبي\u2069 again.',
  Repeated:
    'no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no',
} as const

const selectorsSchema = z.tuple([
  z.object({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() }),
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
])
const segmentSchema = z.object({ source: z.string(), selector: selectorsSchema })
const itemSchema = z.looseObject({
  id: z.string(),
  target: z.union([segmentSchema.transform((one) => [one]), z.array(segmentSchema)]),
})
const describingSchema = z.object({
  target: z.object({ id: z.string(), verbatim: z.object({ text: z.string() }) }),
})
const collectionSchema = z.object({ first: z.object({ items: z.array(z.unknown()) }) })

/** Spans of all lengths all over a text, overlapping and nested, whole and in two pieces. */
function spansIn(text: string): readonly Spans[] {
  const found = new Map<string, Spans>()
  const add = (...spans: Spans) => found.set(JSON.stringify(spans), spans)
  for (let start = 0; start < text.length; start += 2) {
    for (const length of [1, 4, 15, text.length]) {
      const span = spanOfSelection(text, { anchor: start, focus: start + length })
      const later = spanOfSelection(text, { anchor: start + 2 * length, focus: start + 3 * length })
      if (span === null) continue
      add(span)
      if (later !== null && later.start >= span.end) add(span, later)
    }
  }
  return [...found.values()]
}

/** A project with every text tagged all over, as Web Annotations: the collection as another program reads it. */
async function exported(home: string, w3cUnits: 'codePoint' | 'utf16') {
  const file = valueOf(openProject(await makeProject(home, texts)))
  try {
    const changes = file.documents().flatMap(({ document }): readonly Change[] => {
      const text = file.text(document.sha256) ?? ''
      const now = timeNow()
      return spansIn(text).map((spans) => ({
        entity: 'annotation',
        before: null,
        after: {
          id: newId(),
          documentId: document.id,
          label: 'claim',
          spans,
          quote: quoteOf(text, spans),
          attribution: [],
          attributes: {},
          note: null,
          annotator: 'Ada',
          createdAt: now,
          updatedAt: now,
        },
      }))
    })
    valueOf(file.commit({ id: newId(), annotator: 'Ada', summary: 'Tag all over', changes }))
    const path = join(home, 'News.jsonld')
    const target = { kind: 'file', path } as const
    valueOf(await exportProject({ reader: file, format: 'w3c', options: { w3cUnits }, target }))
    const { first } = collectionSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const documents = first.items.flatMap((item) => describingSchema.safeParse(item).data ?? [])
    const annotations = first.items.flatMap((item) => itemSchema.safeParse(item).data ?? [])
    expect(annotations).toHaveLength(changes.length)
    return documents.map(({ target: { id, verbatim } }) => ({
      id,
      text: verbatim.text,
      annotations: annotations.filter(({ target: segments }) => segments[0]?.source === id),
    }))
  } finally {
    file.close()
  }
}

/** Puts a text on the page in many small text nodes, which cut words and characters but no surrogate pairs. */
async function show(page: Page, text: string): Promise<void> {
  await page.evaluate((shown) => {
    window.article = document.createElement('article')
    const characters = Array.from(shown)
    for (let start = 0; start < characters.length; start += 3) {
      const part = document.createElement(start % 2 === 0 ? 'span' : 'b')
      part.append(characters.slice(start, start + 3).join(''))
      window.article.append(part)
    }
    document.body.replaceChildren(window.article)
  }, text)
}

// Apache Annotator reads positions in code points (`selector/src/text/code-point-seeker.ts`). Its quotes are found wherever prefix,
// exact text and suffix stand together, overlapping places included, and all of these are given, in order
// (`selector/src/text/match-text-quote.ts`): a text that repeats itself for longer than prefix and suffix reach has several.
test('Apache Annotator anchors every annotation by its position and by its quote', async ({
  page,
  home,
}) => {
  await loadLibrary(page, import.meta.resolve('@apache-annotator/dom'), 'apacheAnnotator')
  for (const { text, annotations } of await exported(home, 'codePoint')) {
    await show(page, text)
    const segments = annotations.flatMap(({ target }) => target.map(({ selector }) => selector))
    const anchored = await page.evaluate(async (all) => {
      const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } =
        window.apacheAnnotator
      const { article } = window
      const whereabouts = async (ranges: AsyncIterable<Range>) => {
        const found: { readonly start: number; readonly quote: string }[] = []
        for await (const range of ranges) {
          const before = document.createRange()
          before.setStart(article, 0)
          before.setEnd(range.startContainer, range.startOffset)
          found.push({ start: Array.from(before.toString()).length, quote: range.toString() })
        }
        return found
      }
      return Promise.all(
        all.map(async ([position, quote]) => ({
          byPosition: await whereabouts(createTextPositionSelectorMatcher(position)(article)),
          byQuote: await whereabouts(createTextQuoteSelectorMatcher(quote)(article)),
        })),
      )
    }, segments)
    for (const [index, [{ start }, { exact }]] of segments.entries()) {
      const { byPosition, byQuote } = anchored[index] ?? { byPosition: [], byQuote: [] }
      expect(byPosition).toEqual([{ start, quote: exact }])
      expect(byQuote).toContainEqual({ start, quote: exact })
      expect(byQuote.every(({ quote }) => quote === exact)).toBe(true)
      if (text !== texts.Repeated) expect(byQuote).toHaveLength(1)
    }
  }
})

test('Recogito anchors every annotation by its position in UTF-16 code units', async ({
  page,
  home,
}) => {
  await loadLibrary(page, import.meta.resolve('@recogito/text-annotator'), 'recogito')
  for (const { text, annotations } of await exported(home, 'utf16')) {
    await show(page, text)
    const anchored = await page.evaluate((all) => {
      const { parseW3CTextAnnotation, reviveAnnotation } = window.recogito
      return all.map((annotation) => {
        const { parsed } = parseW3CTextAnnotation(annotation)
        if (parsed === undefined) return null
        const { selector } = reviveAnnotation(parsed, window.article).target
        return selector.map(({ range, quote }) => ({ quote, found: range.toString() }))
      })
    }, annotations)
    const expected = annotations.map(({ target }) =>
      target.map(({ selector: [, { exact }] }) => ({ quote: exact, found: exact })),
    )
    expect(anchored).toEqual(expected)
  }
})
