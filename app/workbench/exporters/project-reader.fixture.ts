import { fileURLToPath } from 'node:url'

import { compareAnnotations, type Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import { defaultLabels } from '../../../shared/model/default-labels.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId, timeNow } from '../../../shared/model/id.ts'
import { defaultRelationTypes } from '../../../shared/model/relation-type.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { sampleDraft } from '../sample.ts'
import { sha256Of } from '../sha256.ts'
import type { DatasetSource } from './export-project.ts'

/** What a project holds: for tests of projects that the real file would refuse to hold, such as one with a wrong slice. */
export type ProjectContent = {
  readonly speakers: readonly Speaker[]
  readonly documents: readonly Document[]
  readonly annotations: readonly Annotation[]
  readonly relations: readonly Relation[]
  readonly texts: readonly string[]
}

export async function sampleProject(): Promise<ProjectContent> {
  const folder = fileURLToPath(new URL('../../../resources/sample', import.meta.url))
  const { draft, texts } = await sampleDraft(folder, 'Ada')
  const content = { speakers: [], documents: [], annotations: [], relations: [], texts }
  return draft.changes.reduce<ProjectContent>(withChange, content)
}

function withChange(content: ProjectContent, { entity, after }: Change): ProjectContent {
  if (after === null) return content
  switch (entity) {
    case 'document':
      return { ...content, documents: [...content.documents, after] }
    case 'annotation': {
      const attributes = { certainty: 0.5, about: ['water', 'town'] }
      return { ...content, annotations: [...content.annotations, { ...after, attributes }] }
    }
    case 'relation':
      return { ...content, relations: [...content.relations, after] }
    case 'speaker':
      return { ...content, speakers: [...content.speakers, after] }
    case 'label':
    case 'relationType':
    case 'suggestion':
    case 'project':
      return content
  }
}

export function readerOf(content: ProjectContent): DatasetSource {
  const texts = new Map(content.texts.map((text) => [sha256Of(text), text]))
  return {
    path: '/nowhere/project.verbatim',
    project: () => ({ id: newId(), name: 'Water', createdAt: timeNow(), searches: [] }),
    labels: () => defaultLabels,
    relationTypes: () => defaultRelationTypes,
    speakers: () => content.speakers,
    wholeDocuments: () => content.documents,
    text: (sha256) => texts.get(sha256) ?? null,
    annotations: (documentId) =>
      content.annotations
        .filter((annotation) => annotation.documentId === documentId)
        .toSorted(compareAnnotations),
    relations: () => content.relations,
    suggestions: () => [],
  }
}
