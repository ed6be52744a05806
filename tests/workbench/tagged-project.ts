import { openProject } from '../../app/workbench/project/open-project.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { quoteOf } from '../../shared/text/span.ts'
import { valueOf } from './project.ts'

/** What to tag in a document: the first place where `words` stand. */
export type Tag = {
  readonly words: string
  readonly label: string
  /** Name of a speaker, who enters the registry. */
  readonly speaker?: string
} & Partial<Pick<Annotation, 'attributes' | 'note' | 'annotator' | 'createdAt' | 'updatedAt'>>

/** Tags a document of a closed project in one act. Gives the annotations in the order asked for. */
export function tagStored(
  path: string,
  title: string,
  tags: readonly Tag[],
): readonly Annotation[] {
  const file = valueOf(openProject(path))
  try {
    const document = file.documents().find((one) => one.document.title === title)?.document
    const text = document === undefined ? null : file.text(document.sha256)
    if (document === undefined || text === null) throw new Error(`There is no “${title}”.`)
    const speakers = new Map<string, Speaker>(file.speakers().map((one) => [one.name, one]))
    const changes: Change[] = []
    const annotations = tags.map(({ words, label, speaker, ...given }) => {
      const start = text.indexOf(words)
      if (start === -1) throw new Error(`“${title}” does not say “${words}”.`)
      const attribution = speaker === undefined ? [] : [speakerId(speaker)]
      const spans = [{ start, end: start + words.length }]
      const now = timeNow()
      const annotation: Annotation = {
        id: newId(),
        documentId: document.id,
        label,
        spans,
        quote: quoteOf(text, spans),
        attribution,
        attributes: {},
        note: null,
        annotator: 'Ada',
        createdAt: now,
        updatedAt: now,
        ...given,
      }
      changes.push({ entity: 'annotation', before: null, after: annotation })
      return annotation
    })
    valueOf(file.commit({ id: newId(), annotator: 'Ada', summary: 'Tag for a journey', changes }))
    return annotations

    function speakerId(name: string): string {
      const known = speakers.get(name)
      if (known !== undefined) return known.id
      const made: Speaker = {
        id: newId(),
        name,
        aliases: [],
        role: null,
        organisation: null,
        anonymous: false,
      }
      speakers.set(name, made)
      changes.push({ entity: 'speaker', before: null, after: made })
      return made.id
    }
  } finally {
    file.close()
  }
}
