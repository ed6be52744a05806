import type { DatasetHead } from './dataset.ts'

/** Begins a comment that holds a thing of the tag set as JSON, in formats whose other readers pass over comments. */
export const tagSetComment = '# Verbatim '

/** Lines that hold a tag set in full, where a format has no place for it; with the speakers where these are in the files too. */
export function tagSetComments(
  head: DatasetHead,
  { speakers }: { readonly speakers: boolean },
): readonly string[] {
  return [
    held('project', head.project),
    ...head.labels.map((label) => held('label', label)),
    ...head.relationTypes.map((type) => held('relationType', type)),
    ...(speakers ? head.speakers.map((speaker) => held('speaker', speaker)) : []),
  ]
}

/** JSON on one line, also where others take U+0085 or U+2028 for the end of one. */
export function lineOfJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function held(kind: string, thing: unknown): string {
  return `${tagSetComment}${kind}: ${lineOfJson(thing)}`
}
