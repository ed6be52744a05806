import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import { documentWith } from '../../../shared/model/document.fixture.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId, timeNow } from '../../../shared/model/id.ts'
import type { JournalDraft } from '../../../shared/model/journal.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { quoteOf, type Spans } from '../../../shared/text/span.ts'
import { countWords } from '../../../shared/text/words.ts'
import { sha256Of } from '../sha256.ts'

export const articleText =
  'The mayor said the bridge is safe. “It is not,” an engineer replied.\nNaïve 👨‍👩‍👧‍👦 readers agreed.'

export function documentOf(text: string, title = 'An article'): Document {
  const now = timeNow()
  return documentWith({
    id: newId(),
    title,
    language: 'en',
    sha256: sha256Of(text),
    length: text.length,
    words: countWords(text),
    createdAt: now,
    updatedAt: now,
  })
}

export function annotationOf(
  document: Pick<Document, 'id'>,
  text: string,
  spans: Spans,
  label = 'claim',
): Annotation {
  const now = timeNow()
  return {
    id: newId(),
    documentId: document.id,
    label,
    spans,
    quote: quoteOf(text, spans),
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Ada',
    createdAt: now,
    updatedAt: now,
  }
}

/** A machine’s proposal. */
export function suggestionOf(
  document: Document,
  text: string,
  spans: Spans,
  label = 'claim',
): Suggestion {
  const { spans: proposal, quote, ...common } = annotationOf(document, text, spans, label)
  return {
    ...common,
    reason: 'predicted',
    expected: quote,
    found: quote,
    proposal,
    score: 0.5,
    origin: 'tasks.json, task 1',
    relations: [],
  }
}

export function speakerOf(name: string): Speaker {
  return { id: newId(), name, aliases: [], role: null, organisation: null, anonymous: false }
}

export function draftOf(...changes: readonly Change[]): JournalDraft {
  return { id: newId(), annotator: 'Ada', summary: 'Test', changes }
}
