import type { Loss } from './export-format.ts'

/** What a report says of each thing that a format has no place for. */
export const lossWords: Readonly<Record<Loss, string>> = {
  discontinuity: 'It has no annotations in several pieces.',
  speakers: 'It has no place for who says it.',
  speakerDetails: 'It has names of speakers, but not their other names, roles and organisations.',
  attributes: 'It has no place for attributes.',
  notes: 'It has no place for notes.',
  annotators: 'It does not say who made an annotation.',
  times: 'It does not say when an annotation was made or changed.',
  ids: 'It has no place for the ids of annotations and relations.',
  relations: 'It has no relations.',
  relationsAcrossDocuments: 'It has no relations between documents.',
  documentIds: 'It has no place for the ids of documents.',
  title: 'It has no place for titles.',
  source: 'It has no place for the sources of documents.',
  author: 'It has no place for authors.',
  date: 'It has no place for the dates of documents.',
  url: 'It has no place for the addresses of documents.',
  language: 'It has no place for languages.',
  direction: 'It has no place for reading directions.',
  status: 'It does not say whether a document is done.',
  metadata: 'It has no place for further metadata of documents.',
  provenance: 'It does not say which files the documents came from.',
  whiteSpace: 'It holds words, and not the white space between them.',
  tagSet: 'It does not hold the tag set: names, colours, keys and guidelines of labels.',
  suggestions: 'It holds annotations, and not what waits for review.',
}
