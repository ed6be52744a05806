import type { DatasetHead } from '../../dataset.ts'

/** Names of the speakers of a project, by their ids. */
export function speakerNames({ speakers }: DatasetHead): ReadonlyMap<string, string> {
  return new Map(speakers.map(({ id, name }) => [id, name]))
}
