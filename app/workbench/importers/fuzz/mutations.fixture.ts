/** Makes something else of a file, each time in another way. The same seed makes the same of the same files. */
export function createMutator(seed: number): (bytes: Uint8Array) => Uint8Array {
  const random = createRandom(seed)
  return (bytes) => {
    let mutated = Buffer.from(bytes)
    const times = 1 + random(3)
    for (let count = 0; count < times; count += 1) {
      const [way] = ways.slice(random(ways.length))
      mutated = Buffer.from(way?.(mutated, random) ?? mutated)
    }
    return mutated
  }
}

type Random = (below: number) => number
type Way = (bytes: Buffer, random: Random) => Buffer

/** A linear congruential generator, modulus 2³²; the constants are those of Numerical Recipes. */
function createRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const numbers = ['-1', '0', '99999999', '1e9', '0.5', '9007199254740993', 'NaN', '']
const inserts = [
  '\0',
  '\r',
  '\n',
  '\u2028',
  '"',
  '<',
  '&x;',
  '[[[[[[[[',
  '{"a":',
  '\\ud83d',
  '👩',
  '\u0301',
  '=1+1',
  '\t',
]

const ways: readonly Way[] = [
  // Another byte.
  (bytes, random) => {
    const at = random(bytes.length)
    return splice(bytes, at, at + 1, Buffer.from([random(256)]))
  },
  // Less of it.
  (bytes, random) => {
    const at = random(bytes.length)
    return splice(bytes, at, at + 1 + random(20), Buffer.alloc(0))
  },
  // Some of it twice.
  (bytes, random) => {
    const at = random(bytes.length)
    return splice(bytes, at, at, bytes.subarray(at, at + random(200)))
  },
  // Cut short.
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  // Some of it elsewhere.
  (bytes, random) => {
    const from = random(bytes.length)
    const to = random(bytes.length)
    return splice(bytes, to, to, bytes.subarray(from, from + random(60)))
  },
  // Another number.
  (bytes, random) => {
    const text = bytes.toString('latin1')
    const found = [...text.matchAll(/\d+/g)]
    const one = found[random(found.length)]
    if (one === undefined) return bytes
    // One more or less is where pairs of surrogates, clusters and line ends are cut.
    const near = [Number(one[0]) + 1, Number(one[0]) - 1].map(String)
    const choices = random(2) === 0 ? near : numbers
    const other = choices[random(choices.length)] ?? ''
    return splice(bytes, one.index, one.index + one[0].length, Buffer.from(other))
  },
  // What means something in one format or another.
  (bytes, random) => {
    const at = random(bytes.length)
    return splice(bytes, at, at, Buffer.from(inserts[random(inserts.length)] ?? ''))
  },
  // Half a character at the end of a string.
  (bytes, random) => {
    const ends = [...bytes.toString('latin1').matchAll(/[^\\]"/g)]
    const at = (ends[random(ends.length)]?.index ?? -1) + 1
    return splice(bytes, at, at, Buffer.from('\\ud83d'))
  },
  // Two lines the other way round.
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n')
    const [one, other] = [random(lines.length), random(lines.length)]
    const swapped = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
    return Buffer.from(swapped.join('\n'), 'latin1')
  },
]

function splice(bytes: Buffer, start: number, end: number, middle: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)])
}
