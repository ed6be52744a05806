/**
 * Words as texts are compared by: runs of letters and digits; in scripts that write no spaces between words each
 * character stands for itself.
 */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv

/** Words in a row that make a shingle: fewer are shared by texts that have nothing to do with each other. */
const shingleWords = 5

/**
 * The shingles of a text, every five words in a row whatever their case and what stands between them, as 32-bit hashes,
 * ascending, each once. A text of fewer words is one shingle, one without any has none.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = (text.toLowerCase().match(word) ?? []).map(hashOf)
  const count = words.length === 0 ? 0 : Math.max(1, words.length - shingleWords + 1)
  const shingles = Uint32Array.from({ length: count }, (_, first) => {
    let hash = 0
    for (let at = first; at < first + shingleWords; at += 1) {
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193) ^ (hash >>> 15)
    }
    return mixed(hash)
  }).toSorted()
  return shingles.filter((shingle, rank) => rank === 0 || shingle !== shingles[rank - 1])
}

/** The share of the shingles of two texts that both have, from 0 to 1 (Jaccard); 0 where neither has any. */
export function similarityOf(one: Uint32Array, other: Uint32Array): number {
  let shared = 0
  let [left, right] = [0, 0]
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  const all = one.length + other.length - shared
  return all === 0 ? 0 : shared / all
}

/** FNV-1a, of UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mixed(hash)
}

/** The end of MurmurHash3, after which every bit depends on every other one. */
function mixed(hash: number): number {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
