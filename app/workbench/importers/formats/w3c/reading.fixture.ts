import { expect } from 'vitest'

import type { ForeignAnnotation } from '../../foreign.ts'
import { readFileAs, sourceFileOf, type ReadFile } from '../../source-file.fixture.ts'
import { w3cFormat } from './w3c.ts'

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** An annotation on a page elsewhere, with what a test is about in it. */
export function annotation(given: object): object {
  return {
    '@context': annotationContext,
    id: 'https://notes.example/1',
    type: 'Annotation',
    target: { source: 'https://news.example/a', selector: position(4, 9) },
    ...given,
  }
}

export function position(start: number, end: number): object {
  return { type: 'TextPositionSelector', start, end }
}

export function quote(exact: string, prefix = '', suffix = ''): object {
  return { type: 'TextQuoteSelector', exact, prefix, suffix }
}

/** What is read of a file: of a text as it is, of anything else as JSON. */
export async function read(value: unknown): Promise<ReadFile> {
  const content = typeof value === 'string' ? value : JSON.stringify(value)
  return readFileAs(w3cFormat, sourceFileOf('notes.jsonld', content))
}

/** The one annotation in a file of which nothing is refused. */
export async function only(value: unknown): Promise<ForeignAnnotation | undefined> {
  const { annotations, refused } = await read(value)
  expect(refused).toEqual([])
  expect(annotations.flatMap((each) => each.annotations)).toHaveLength(1)
  return annotations[0]?.annotations[0]
}

/** Why the one annotation in a file is refused. */
export async function refusalOf(value: unknown): Promise<string> {
  const { annotations, documents, refused } = await read(value)
  expect([...annotations, ...documents]).toEqual([])
  expect(refused).toHaveLength(1)
  return refused[0]?.reason ?? ''
}
