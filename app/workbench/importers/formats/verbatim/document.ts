import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { documentSchema, provenanceSchema } from '../../../../../shared/model/document.ts'
import { relationSchema } from '../../../../../shared/model/relation.ts'
import { suggestionSchema, type Suggestion } from '../../../../../shared/model/suggestion.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import { sha256Of } from '../../../sha256.ts'
import type { ForeignRelation, Reading } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { readAnnotation } from './annotation.ts'
import { issueOf, type Head } from './head.ts'

const { shape } = documentSchema.unwrap()

const datasetDocumentSchema = z.object({
  id: shape.id,
  title: shape.title,
  source: shape.source,
  author: shape.author.default(null),
  date: shape.date.default(null),
  url: shape.url.default(null),
  language: shape.language,
  direction: shape.direction.default(null),
  status: shape.status,
  assignee: shape.assignee.default(null),
  tags: shape.tags.default([]),
  metadata: shape.metadata.default({}),
  text: z.string(),
  sha256: shape.sha256,
  provenance: provenanceSchema,
  annotations: z.array(z.unknown()),
  suggestions: z.array(z.unknown()).default([]),
  /** In JSON Lines: those that start in the document. */
  relations: z.array(z.unknown()).default([]),
})

/** A document of a dataset of any version. `place` says where it is in its file: `line 3`, `documents[2]`. */
export function readDocument(value: unknown, place: string, head: Head): Reading {
  const refuse = (given: Partial<Remark> & Pick<Remark, 'code' | 'reason'>): Reading => ({
    kind: 'refused',
    remark: remark({ thing: 'document', place, ...given }),
  })
  const parsed = datasetDocumentSchema.safeParse(value)
  if (!parsed.success) {
    const reason = t('remarks:verbatim.document', { issue: issueOf(parsed.error) })
    return refuse({ code: 'malformed', reason })
  }
  const { id, text, sha256, provenance, title, ...rest } = parsed.data
  const found = text.isWellFormed() ? sha256Of(text) : t('remarks:verbatim.halfCharacter')
  if (found !== sha256) {
    const reason = t('remarks:verbatim.otherText')
    return refuse({ id, code: 'damaged', reason, expected: sha256, found })
  }
  if (text.includes('\r')) {
    const reason = t('remarks:verbatim.carriageReturns')
    return refuse({ id, code: 'malformed', reason })
  }
  const refused: Remark[] = []
  const changed: Remark[] = []
  const index = indexCodePoints(text)
  const annotations = rest.annotations.flatMap((item, at) => {
    const itemPlace = `${place}, annotations[${at}]`
    const read = readAnnotation(item, { place: itemPlace, index, speakerIds: head.speakerIds })
    changed.push(...read.changed)
    if (read.refused !== null) refused.push(read.refused)
    return read.annotation ?? []
  })
  const distinct = new Map(
    annotations.toReversed().map((annotation) => [annotation.key, annotation]),
  )
  for (const annotation of annotations) {
    if (distinct.get(annotation.key) === annotation) continue
    const reason = t('remarks:verbatim.sameId')
    const { key, place: at } = annotation
    refused.push(remark({ thing: 'annotation', place: at, id: key, code: 'alreadyExists', reason }))
  }
  const relations = rest.relations.flatMap((item, at) =>
    readRelation(item, `${place}, relations[${at}]`, refused),
  )
  return {
    kind: 'document',
    document: {
      place,
      id,
      metadata: {
        title,
        source: rest.source,
        author: rest.author,
        date: rest.date,
        url: rest.url,
        language: rest.language,
        direction: rest.direction,
        status: rest.status,
        assignee: rest.assignee,
        tags: rest.tags,
        other: rest.metadata,
      },
      text,
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      offsetUnit: 'utf16',
      quoteForm: 'exact',
      annotations: annotations.filter((each) => distinct.get(each.key) === each),
      relations,
      suggestions: readSuggestions(rest.suggestions, { id, place, refused }),
      provenance,
      refused,
      changed,
    },
  }
}

/** A relation between annotations by their ids, wherever these are. What is none is put into `refused`. */
export function readRelation(
  item: unknown,
  place: string,
  refused: Remark[],
): readonly ForeignRelation[] {
  const parsed = relationSchema.safeParse(item)
  if (parsed.success) return [{ place, ...parsed.data }]
  const reason = t('remarks:verbatim.relation', { issue: issueOf(parsed.error) })
  refused.push(remark({ thing: 'relation', place, code: 'malformed', reason }))
  return []
}

function readSuggestions(
  items: readonly unknown[],
  {
    id,
    place,
    refused,
  }: { readonly id: string; readonly place: string; readonly refused: Remark[] },
): readonly Suggestion[] {
  return items.flatMap((item, at) => {
    const parsed = suggestionSchema.safeParse(item)
    if (parsed.success && parsed.data.documentId === id) return parsed.data
    const reason = parsed.success
      ? t('remarks:verbatim.otherDocument')
      : t('remarks:verbatim.suggestion', { issue: issueOf(parsed.error) })
    const itemPlace = `${place}, suggestions[${at}]`
    refused.push(remark({ thing: 'suggestion', place: itemPlace, code: 'malformed', reason }))
    return []
  })
}
