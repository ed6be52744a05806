import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { ForeignDocument, Reading } from '../../foreign.ts'
import type { ImportFormat, SourceFile } from '../../import-format.ts'
import { firstItemOf } from '../../json-sample.ts'
import { parseJson, readJson } from '../../json-source.ts'
import { remark } from '../../landing/landing.ts'
import { linesOf, type Line } from '../../lines.ts'
import { Refusal } from '../../refusal.ts'
import { readDocument, readRelation } from './document.ts'
import { readHead, type Head } from './head.ts'

/**
 * Verbatim’s own datasets (`resources/schemas`), JSON and JSON Lines, of versions 1 to 3, with everything they hold. What
 * is laid out as an export writes it is read a line at a time; any other JSON of that shape is read whole.
 */
export const verbatimFormat: ImportFormat = {
  id: 'verbatim',
  name: 'Verbatim dataset',
  extensions: ['.json', '.jsonl'],
  recognise: ({ text }) => {
    const item = firstItemOf(text)
    return item?.shape === 'object' && item.fields.get('format') === '"verbatim"' ? 'certain' : 'no'
  },
  async *read(file) {
    const layout = await layoutOf(file)
    if (layout === 'jsonl') yield* readLines(file)
    else if (layout === 'json') yield* readListing(file)
    else yield* readWhole(file)
  },
}

/** How the first line of a JSON export ends: a document follows on each line. */
const opening = '"documents":['

async function layoutOf(file: SourceFile): Promise<'jsonl' | 'json' | 'whole'> {
  const [first, second] = await firstLines(file)
  if (first === undefined) return 'whole'
  if (first.endsWith(opening) && isObject(parsed(`${first}]}`))) {
    return second === undefined || isListed(second) || second === ']' ? 'json' : 'whole'
  }
  const value = parsed(first)
  return isObject(value) && !('documents' in value) ? 'jsonl' : 'whole'
}

/** Fewer where a line is too long or no UTF-8: reading whole gives the reason then. */
async function firstLines(file: SourceFile): Promise<readonly string[]> {
  const first: string[] = []
  try {
    for await (const { text } of linesOf(file)) {
      if (text.trim() !== '') first.push(text.trim())
      if (first.length === 2) break
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return first
}

function parsed(line: string): unknown {
  try {
    return parseJson(line, null)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A document on a line of its own, whether or not it can be read. */
function isListed(line: string): boolean {
  return line.startsWith('{') && /\},?$/.test(line.slice(-2))
}

/** JSON Lines: every line has a head of its own. */
async function* readLines(file: SourceFile): AsyncGenerator<Reading> {
  let told = ''
  for await (const line of linesOf(file)) {
    if (line.text.trim() === '') continue
    const place = `line ${line.number}`
    for (const reading of readLine(line, place)) {
      // Nearly every line says the same of the tag set.
      const words = reading.kind === 'tagSet' ? JSON.stringify(reading.tagSet) : null
      if (words === null || words !== told) yield reading
      told = words ?? told
    }
    yield { kind: 'progress', bytes: line.end }
  }
}

function* readLine({ text }: Line, place: string): Generator<Reading> {
  try {
    const value = parseJson(text, place)
    const head = readHead(value, place)
    yield { kind: 'tagSet', tagSet: head.tagSet }
    yield readDocument(value, place, head)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield { kind: 'refused', remark: { ...error.remark, thing: 'document' } }
  }
}

/** JSON as an export writes it: the head, a document to a line, and the relations. */
async function* readListing(file: SourceFile): AsyncGenerator<Reading> {
  let head: Head | null = null
  let held: ForeignDocument | null = null
  let closed = false
  try {
    for await (const line of linesOf(file)) {
      const text = line.text.trim()
      const place = `line ${line.number}`
      if (text === '') continue
      if (head === null) {
        head = readHead(parseJson(`${text}]}`, place), place)
        yield { kind: 'tagSet', tagSet: head.tagSet }
      } else if (!closed && text.startsWith(']')) {
        const relations = closingIn(text, place)
        yield* withRelations(held, relations, place)
        held = null
        closed = true
      } else if (!closed && isListed(text)) {
        const reading = listedDocument(text.replace(/,$/, ''), place, head)
        if (reading.kind === 'document') {
          if (held !== null) yield { kind: 'document', document: held }
          held = reading.document
        } else yield reading
      } else throw cutShort(place)
      yield { kind: 'progress', bytes: line.end }
    }
    if (!closed) throw cutShort(null)
  } catch (error) {
    // What was read before stays.
    if (held !== null) yield { kind: 'document', document: held }
    throw error
  }
}

function listedDocument(text: string, place: string, head: Head): Reading {
  try {
    return readDocument(parseJson(text, place), place, head)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refused', remark: { ...error.remark, thing: 'document' } }
  }
}

/** What follows the documents: `],"relations":[…]}`. */
function closingIn(text: string, place: string): unknown {
  const rest = text.slice(1).trimStart()
  const value = parseJson(`{${rest.replace(/^,/, '')}`, place)
  return isObject(value) ? value['relations'] : undefined
}

function cutShort(place: string | null): Refusal {
  const reason = t('remarks:verbatim.cutShort')
  return new Refusal({ place, code: 'malformed', reason })
}

async function* readWhole(file: SourceFile): AsyncGenerator<Reading> {
  const value = await readJson(file)
  const head = readHead(value, null)
  if (!isObject(value) || !Array.isArray(value['documents'])) throw cutShort(null)
  yield { kind: 'tagSet', tagSet: head.tagSet }
  let held: ForeignDocument | null = null
  for (const [index, item] of value['documents'].entries()) {
    const reading = readDocument(item, `documents[${index}]`, head)
    if (reading.kind === 'document') {
      if (held !== null) yield { kind: 'document', document: held }
      held = reading.document
    } else yield reading
  }
  yield* withRelations(held, value['relations'], null)
  yield { kind: 'progress', bytes: file.size }
}

/**
 * Relations of the whole dataset come behind its documents. They lead to annotations by id, whichever document these
 * are in, so the last document, which was held back for them, carries all of them.
 */
function* withRelations(
  last: ForeignDocument | null,
  items: unknown,
  place: string | null,
): Generator<Reading> {
  const refused: Remark[] = []
  const relations = (Array.isArray(items) ? items : []).flatMap((item: unknown, at) =>
    readRelation(item, `${place === null ? '' : `${place}, `}relations[${at}]`, refused),
  )
  if (last !== null) {
    const document = { ...last, relations, refused: [...last.refused, ...refused] }
    yield { kind: 'document', document }
    return
  }
  const reason = t('remarks:verbatim.joinless')
  const joinless = relations.map(({ place: at, id }) =>
    remark({ thing: 'relation', place: at, id, code: 'notFound', reason }),
  )
  for (const each of [...refused, ...joinless]) yield { kind: 'refused', remark: each }
}
