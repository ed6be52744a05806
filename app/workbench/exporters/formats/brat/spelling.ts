/**
 * Words that brat takes for something else in its configuration (server/src/projectconfig.py: the defaults of
 * `visual.conf`, and the relation that says what may overlap).
 */
const reserved = ['SPAN_DEFAULT', 'ARC_DEFAULT', 'ATTRIBUTE_DEFAULT', 'ENTITY-NESTING']

/** Spells words for brat, each differently from all before it. */
export type Speller = (word: string, fallback: string) => string

/**
 * Type names and values of attributes have ASCII letters, digits, `_` and `-` (brat, `normalize_to_storage_form`). Others
 * lose their accents and get `_` for what is left; what nothing is left of becomes `fallback`. Equal ones are numbered.
 */
export function speller(): Speller {
  const taken = new Set(reserved)
  return (word, fallback) => {
    const plain = storable(word) || fallback
    let spelled = plain
    for (let count = 2; taken.has(spelled); count += 1) spelled = `${plain}-${count}`
    taken.add(spelled)
    return spelled
  }
}

function storable(word: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(word)) return word
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9-]+/g, '_')
    .replaceAll(/^[_-]+|[_-]+$/g, '')
    .slice(0, 100)
}
