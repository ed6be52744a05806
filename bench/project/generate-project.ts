import { createProject } from '../../app/workbench/project/create-project.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { AttributeValue } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import { documentStatuses, type Document } from '../../shared/model/document.ts'
import type { Relation } from '../../shared/model/relation.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { quoteOf } from '../../shared/text/span.ts'
import { idAt, timeOfMaking } from '../id-at.ts'
import { createRandom, type Random } from '../random.ts'
import { documentOf, valueOf } from '../seed-project.ts'
import { languageOf } from './language.ts'
import { writeNewsArticle, type Mark } from './news-article.ts'
import { documentSize, type ProjectScale } from './project-scale.ts'

/** The same seed gives the same documents, annotations, speakers and relations, also their ids, on every machine. */
export const seed = 20_250_101

/** As many documents as an import stores in one journal entry at this number of annotations. */
const batchDocuments = 80

const annotators = ['Ana', 'Bea', 'Cem']
const sources = ['Harbour Post', 'The Courier', 'Evening Wire', 'Новини', 'صحيفة المدينة', '晨报']
const givenNames = ['Mira', 'Jonas', 'Aylin', 'Tomasz', 'Leïla', 'Oleh', 'Wei', 'Ravi', 'Ingrid']
const familyNames = ['Kowalska', 'Brandt', 'Öztürk', 'Haddad', 'Shevchenko', 'Lin', 'Mehta', 'Moe']
const roles = ['minister', 'spokeswoman', 'union leader', 'judge', 'engineer']

const speakerCount = 300

/** Writes a project of this size through the code that imports use, with one journal entry for eighty documents. */
export function generateProject(path: string, { documents }: ProjectScale): void {
  const file = valueOf(createProject(path, 'Benchmark'))
  const speakers = makeSpeakers()
  try {
    for (let first = 0; first < documents; first += batchDocuments) {
      const articles = Array.from(
        { length: Math.min(batchDocuments, documents - first) },
        (_, rank) => makeArticle(first + rank, speakers),
      )
      const added = first === 0 ? speakers.map(addition) : []
      const draft = {
        id: idAt(serialOf(first) + serials.entry),
        annotator: 'Benchmark',
        summary: 'Import',
        changes: [...added, ...articles.flatMap(({ changes }) => changes)],
      }
      const texts = articles.map(({ text }) => text)
      valueOf(file.commit(draft, texts))
    }
  } finally {
    file.close()
  }
}

/** Each document has a hundred serials for the ids of what belongs to it; those before the first are the speakers’. */
const serials = { annotation: 1, relation: 90, entry: 99 } as const

function serialOf(document: number): number {
  return (document + 10) * 100
}

function makeSpeakers(): readonly Speaker[] {
  const random = createRandom(seed)
  return Array.from({ length: speakerCount }, (_, rank) => {
    const family = random.pick(familyNames)
    return {
      id: idAt(rank + 1),
      name: `${random.pick(givenNames)} ${family} ${rank + 1}`,
      aliases: rank % 3 === 0 ? [`${family} ${rank + 1}`] : [],
      role: random.pick(roles),
      organisation: rank % 2 === 0 ? random.pick(sources) : null,
      anonymous: false,
    }
  })
}

function addition(after: Speaker): Change {
  return { entity: 'speaker', before: null, after }
}

/** One document with everything on it, and its relation to itself or to the document before it. */
function makeArticle(number: number, speakers: readonly Speaker[]) {
  const random = createRandom(seed + number)
  const language = languageOf(number)
  const names = speakers.map(({ name }) => name)
  const { title, text, marks } = writeNewsArticle(documentSize, language, names, random)
  const document = makeDocument(number, `${title}, ${number + 1}`, text, random)
  const annotations = marks.map((mark, rank) =>
    makeAnnotation(mark, {
      id: idAt(serialOf(number) + serials.annotation + rank),
      documentId: document.id,
      quote: quoteOf(text, [mark.span]),
      speakers,
      random,
    }),
  )
  const relation = makeRelation(number, annotations, random)
  const changes: readonly Change[] = [
    { entity: 'document', before: null, after: document },
    ...annotations.map((after): Change => ({ entity: 'annotation', before: null, after })),
    { entity: 'relation', before: null, after: relation },
  ]
  return { text, changes }
}

function makeDocument(number: number, title: string, text: string, random: Random): Document {
  const published = new Date(timeOfMaking - random.between(0, 3000) * 86_400_000).toISOString()
  const made = new Date(timeOfMaking).toISOString()
  const imported = documentOf(title, text)
  return {
    ...imported,
    id: idAt(serialOf(number)),
    title,
    source: random.pick(sources),
    author: `${random.pick(givenNames)} ${random.pick(familyNames)}`,
    date: published.slice(0, 10),
    language: languageOf(number).code,
    status: documentStatuses[Math.max(0, random.between(-4, 3))] ?? 'todo',
    metadata: { section: random.pick(['World', 'City', 'Economy']), desk: 'Night' },
    provenance: { ...imported.provenance, importedAt: made },
    createdAt: made,
    updatedAt: made,
  }
}

type OnDocument = Pick<Annotation, 'id' | 'documentId' | 'quote'> & {
  readonly speakers: readonly Speaker[]
  readonly random: Random
}

function makeAnnotation(
  { label, span, speaker }: Mark,
  { id, documentId, quote, speakers, random }: OnDocument,
): Annotation {
  const at = new Date(timeOfMaking).toISOString()
  const speakerId = speaker === null ? undefined : speakers[speaker]?.id
  return {
    id,
    documentId,
    label,
    spans: [span],
    quote,
    attribution: speakerId === undefined ? [] : [speakerId],
    attributes: attributesOf(label, random),
    note: random.between(1, 20) === 1 ? `To be checked: ${quote.slice(0, 40)}` : null,
    annotator: random.pick(annotators),
    createdAt: at,
    updatedAt: at,
  }
}

function attributesOf(label: string, random: Random): Readonly<Record<string, AttributeValue>> {
  switch (label) {
    case 'claim':
      return { certainty: random.pick(['certain', 'probable', 'possible', 'doubtful']) }
    case 'quote':
      return { kind: random.pick(['direct', 'indirect', 'partial']) }
    case 'denial':
      return { kind: random.pick(['full', 'partial', 'non-denial']) }
    default:
      return {}
  }
}

/** One for fifty annotations: within the document, or for three of ten to the document before. */
function makeRelation(
  number: number,
  annotations: readonly Annotation[],
  random: Random,
): Relation {
  const denial = annotations.find(({ label }) => label === 'denial')
  const claim = annotations.find(({ label }) => label === 'claim')
  const isFar = number > 0 && random.between(1, 10) <= 3
  const far = idAt(serialOf(number - 1) + serials.annotation)
  const from = (denial ?? annotations[0])?.id ?? ''
  return {
    id: idAt(serialOf(number) + serials.relation),
    type: denial === undefined || isFar ? 'repeats' : 'denies',
    from,
    to: isFar ? far : ((claim ?? annotations[1])?.id ?? ''),
  }
}
