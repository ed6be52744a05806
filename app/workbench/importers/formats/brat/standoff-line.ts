import { t } from '../../../../../shared/language/translate.ts'
/** What a line of an `.ann` file says. */
export type StandoffLine =
  | {
      readonly kind: 'span'
      readonly id: string
      readonly type: string
      readonly fragments: readonly (readonly [start: number, end: number])[]
      /** The rest of the line behind the tab; `null` where there is none. */
      readonly reference: string | null
    }
  | {
      readonly kind: 'event'
      readonly id: string
      readonly type: string
      readonly trigger: string
      readonly args: readonly Argument[]
    }
  | {
      readonly kind: 'relation'
      readonly id: string
      readonly type: string
      readonly args: readonly Argument[]
    }
  | { readonly kind: 'equivalence'; readonly type: string; readonly members: readonly string[] }
  | {
      readonly kind: 'attribute'
      readonly id: string
      readonly type: string
      readonly target: string
      /** `null` for one without values. */
      readonly value: string | null
    }
  | {
      readonly kind: 'normalization'
      readonly id: string
      readonly type: string
      readonly target: string
      readonly value: string
    }
  | {
      readonly kind: 'note'
      readonly id: string
      readonly type: string
      readonly target: string
      readonly text: string
    }

/** `Theme:T2` */
type Argument = { readonly role: string; readonly target: string }

/** A line that brat could not read either, with the kind of thing that its id stands for. */
export type BrokenLine = {
  readonly kind: 'broken'
  readonly id: string | null
  readonly thing: 'annotation' | 'relation' | 'attribute' | 'note' | 'other'
  readonly reason: string
}

const kinds = {
  T: { thing: 'annotation', read: readSpan },
  E: { thing: 'relation', read: readEvent },
  R: { thing: 'relation', read: readRelation },
  A: { thing: 'attribute', read: readAttribute },
  M: { thing: 'attribute', read: readAttribute },
  N: { thing: 'attribute', read: readNormalization },
  '#': { thing: 'note', read: readNote },
} as const

/**
 * One line without its end: an id, a tab, the data, and for some kinds another tab and a text (brat,
 * server/src/annotation.py, `_parse_ann_lines` and the functions it calls). `null` for a blank line.
 */
export function standoffLineOf(line: string): StandoffLine | BrokenLine | null {
  if (line.trim() === '') return null
  const tab = line.indexOf('\t')
  const id = tab === -1 ? line : line.slice(0, tab)
  const [data, text] = atTab(tab === -1 ? '' : line.slice(tab + 1))
  if (id === '*') return readEquivalence(data)
  const letter = id.charAt(0)
  const kind = isKnown(letter) && /^(?:[A-Za-z]+|#[A-Za-z]*)[0-9]/.test(id) ? kinds[letter] : null
  if (kind === null || tab === -1) {
    const reason = t('remarks:brat.noLine')
    return { kind: 'broken', id: null, thing: 'other', reason }
  }
  const read = kind.read(id, data, text)
  return typeof read === 'string' ? { kind: 'broken', id, thing: kind.thing, reason: read } : read
}

function isKnown(letter: string): letter is keyof typeof kinds {
  return Object.hasOwn(kinds, letter)
}

function atTab(text: string): readonly [data: string, tail: string | null] {
  const tab = text.indexOf('\t')
  return tab === -1 ? [text, null] : [text.slice(0, tab), text.slice(tab + 1)]
}

type Read = StandoffLine | string

function readSpan(id: string, data: string, reference: string | null): Read {
  const space = data.indexOf(' ')
  const fragments = data
    .slice(space + 1)
    .split(';')
    .map(fragmentOf)
  const sound = fragments.flatMap((fragment) => (fragment === null ? [] : [fragment]))
  if (space < 1 || sound.length < fragments.length) {
    return t('remarks:brat.span')
  }
  return {
    kind: 'span',
    id,
    type: data.slice(0, space),
    fragments: sound,
    reference: reference === '' ? null : reference,
  }
}

/** Offsets beyond what numbers hold exactly lie outside any text: the largest exact one stands for them. */
function fragmentOf(text: string): readonly [number, number] | null {
  const match = /^([+-]?[0-9]+) ([+-]?[0-9]+)$/.exec(text.trim())
  if (match === null) return null
  const [start, end] = [Number(match[1]), Number(match[2])].map((offset) =>
    Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, offset)),
  )
  return [start ?? 0, end ?? 0]
}

function readEvent(id: string, data: string): Read {
  const [head = '', ...rest] = wordsOf(data)
  const [type = '', trigger = '', ...more] = head.split(':')
  const args = argumentsOf(rest)
  if (type === '' || trigger === '' || more.length > 0 || args === null) {
    return t('remarks:brat.event')
  }
  return { kind: 'event', id, type, trigger, args }
}

function readRelation(id: string, data: string): Read {
  const [type = '', ...rest] = wordsOf(data)
  const args = argumentsOf(rest)
  if (args?.length !== 2 || args[0]?.role === args[1]?.role) {
    return t('remarks:brat.relation')
  }
  return { kind: 'relation', id, type, args }
}

function readEquivalence(data: string): StandoffLine | BrokenLine {
  const [type = '', ...members] = wordsOf(data)
  if (members.length > 1) return { kind: 'equivalence', type, members }
  const reason = t('remarks:brat.equivalence')
  return { kind: 'broken', id: null, thing: 'relation', reason }
}

function readAttribute(id: string, data: string): Read {
  const [type = '', target = '', ...value] = wordsOf(data)
  if (target === '') return t('remarks:brat.attribute')
  return { kind: 'attribute', id, type, target, value: value.length === 0 ? null : value.join(' ') }
}

/** The second form is that of BioNLP Shared Task 2013, which brat reads as well. */
function readNormalization(id: string, data: string, text: string | null): Read {
  const [type = '', ...rest] = wordsOf(data)
  const named = new Map(argumentsOf(rest)?.map(({ role, target }) => [role, target]))
  const [target, reference] = [named.get('Annotation') ?? rest[0], named.get('Referent') ?? rest[1]]
  if (target === undefined || reference === undefined || !/^[^:]+:./.test(reference)) {
    return t('remarks:brat.normalization')
  }
  return {
    kind: 'normalization',
    id,
    type,
    target,
    value: [reference, text?.trim() ?? ''].join(' ').trim(),
  }
}

function readNote(id: string, data: string, text: string | null): Read {
  const [type = '', target = '', ...more] = wordsOf(data)
  if (target === '' || more.length > 0) return t('remarks:brat.note')
  return { kind: 'note', id, type, target, text: text?.trim() ?? '' }
}

/** `role:target` each; `null` where one is not. */
function argumentsOf(words: readonly string[]): readonly Argument[] | null {
  const args = words.flatMap((word) => {
    const colon = word.indexOf(':')
    return colon < 1 || colon === word.length - 1
      ? []
      : [{ role: word.slice(0, colon), target: word.slice(colon + 1) }]
  })
  return args.length === words.length ? args : null
}

function wordsOf(data: string): readonly string[] {
  return data.split(/\s+/).filter((word) => word !== '')
}
