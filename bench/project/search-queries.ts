import { createRandom } from '../random.ts'

const words =
  'harbour ministry court hospital union police railway inquiry council laboratory leak evidence repairs warning stations winter agreement votes'.split(
    ' ',
  )
const labels = ['claim', 'quote', 'denial', 'analysis']
const sources = ['Harbour Post', 'The Courier', 'Evening Wire']
const statuses = ['todo', 'inProgress', 'done', 'setAside']

/** So many queries as people type in generated projects: words, phrases, beginnings, facets and what combines them. The same ones for the same seed. */
export function searchQueries(
  count: number,
  speakers: readonly string[],
  seed: number,
): readonly string[] {
  const random = createRandom(seed)
  const word = () => random.pick(words)
  const label = () => `label:${random.pick(labels)}`
  const kinds: readonly (() => string)[] = [
    word,
    () => `${word()} ${word()}`,
    () =>
      `"${random.pick(['finance ministry', 'regional court', 'city council', 'three million'])}"`,
    () => `${word().slice(0, 4)}*`,
    () => `${label()} ${word()}`,
    () => `speaker:"${random.pick(speakers)}"`,
    () => `${label()} speaker:"${random.pick(speakers)}" ${word()}`,
    () => `source:"${random.pick(sources)}" status:${random.pick(statuses)} ${word()}`,
  ]
  return Array.from({ length: count }, (_, rank) => kinds[rank % kinds.length]?.() ?? '')
}
