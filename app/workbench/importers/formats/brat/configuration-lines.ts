import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { remark } from '../../landing/landing.ts'

/** One line of a section: `GPE | Geo-political entity`, `Located Arg1:Person, Arg2:GPE`. */
export type ConfigurationNode = {
  /** Without the mark of unused ones; the first is what annotations have. */
  readonly terms: readonly [string, ...string[]]
  /** Only there to part others: `!Life`. */
  readonly unused: boolean
  /** `Arg1:Person` as key and types. Keys are without signs of how often they may be there. */
  readonly args: readonly { readonly key: string; readonly types: readonly string[] }[]
}

export type ConfigurationFile = {
  readonly section: (name: string) => readonly ConfigurationNode[]
  readonly refused: readonly Remark[]
}

/** What macros may make of a line, in UTF-16 code units: each may hold others, so they grow exponentially. */
const longestLine = 64 * 1024

/** Names in angle brackets that mean something by themselves (brat, `reserved_config_name`). */
const reserved = new Set(
  'ANY ENTITY RELATION EVENT NONE EMPTY REL-TYPE URL URLBASE UNICODE GLYPH-POS DEFAULT NORM OVERLAP OVL-TYPE INHERIT'
    .split(' ')
    .map((name) => `<${name}>`),
)

const aliases: Readonly<Record<string, string>> = { spans: 'entities' }

/**
 * `annotation.conf` and `visual.conf` by section, as brat reads them (server/src/projectconfig.py, `__parse_configs` and
 * `__read_term_hierarchy`); but where brat gives the whole file up for a line that it cannot read, only that line goes.
 */
export function parseConfiguration(text: string, fileName: string): ConfigurationFile {
  const sections = new Map<string, ConfigurationNode[]>()
  const refused: Remark[] = []
  let section = startSection('general')
  let nodes: ConfigurationNode[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const head = /^\[(.*)\]$/.exec(line.trim())?.[1]
    if (head !== undefined) {
      const name = aliases[head] ?? head
      section = startSection(name)
      nodes = sections.get(name) ?? []
      sections.set(name, nodes)
      continue
    }
    const read = section(line)
    if (typeof read === 'string') {
      const place = `${fileName}, line ${index + 1}`
      refused.push(
        remark({ thing: 'label', place, code: 'malformed', reason: read, found: clip(line) }),
      )
    } else if (read !== null) nodes.push(read)
  }
  return { section: (name) => sections.get(name) ?? [], refused }
}

type LineReader = (line: string) => ConfigurationNode | string | null

/** Reads the lines of a section one after the other: macros and indented lines go by those before. */
function startSection(name: string): LineReader {
  const macros = new Map<string, string>()
  const argsAtDepth = new Map<number, readonly string[]>()
  return (line) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#') || /^-+$/.test(trimmed)) return null
    const macro = /^(<[a-zA-Z_-]+>)=(.*)$/.exec(line)
    if (macro?.[1] !== undefined && macro[2] !== undefined) {
      if (reserved.has(macro[1])) return t('remarks:brat.reserved', { macro: macro[1] })
      macros.set(macro[1], macro[2].trim())
      return null
    }
    const expanded = expand(line, macros)
    if (expanded === null) return t('remarks:brat.longMacros')
    const unknown = [...expanded.matchAll(/<[^>]*>/g)].find(([found]) => !reserved.has(found))
    if (unknown !== undefined) return t('remarks:brat.unknownMacro', { macro: clip(unknown[0]) })
    const { depth, terms, args } = partsOf(expanded, name === 'labels')
    const given = args.flatMap((arg) =>
      arg === '<INHERIT>' ? (argsAtDepth.get(depth - 1) ?? []) : [arg],
    )
    argsAtDepth.set(depth, given)
    return nodeOf(terms, given)
  }
}

function expand(line: string, macros: ReadonlyMap<string, string>): string | null {
  let expanded = line
  for (const [name, value] of macros) {
    const parts = expanded.split(name)
    if (expanded.length + parts.length * value.length > longestLine) return null
    expanded = parts.join(value)
  }
  return expanded
}

/** Terms end with the first white space; with the first tab where they may hold spaces, as they did in old files. */
function partsOf(line: string, byTab: boolean) {
  const content = line.trimStart()
  const depth = line.length - content.length
  const split = (at: number) => ({
    depth,
    terms: partsBetween(at === -1 ? content : content.slice(0, at), '|'),
    args: partsBetween(at === -1 ? '' : content.slice(at), ','),
  })
  const tab = content.indexOf('\t')
  if (byTab) return split(tab)
  const parts = split(content.search(/\s/))
  return tab !== -1 && parts.args.some((arg) => /\s/.test(arg)) ? split(tab) : parts
}

function partsBetween(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function nodeOf(terms: readonly string[], args: readonly string[]): ConfigurationNode | string {
  const [first, ...others] = terms.map((term) => term.replace(/^!/, ''))
  if (first === undefined || first === '') return t('remarks:brat.noType')
  const read = args.map((arg) => /^([^\s:]*):(\S*)$/.exec(arg))
  const wrong = read.indexOf(null)
  if (wrong !== -1) return t('remarks:brat.noNameAndType', { argument: clip(args[wrong] ?? '') })
  return {
    terms: [storageForm(first), ...others],
    unused: terms.some((term) => term.startsWith('!')),
    args: read.map((match) => ({
      key: (match?.[1] ?? '').replace(/(?:\{[^{}]*\}|[?*+])$/, ''),
      types: partsBetween(match?.[2] ?? '', '|'),
    })),
  }
}

/** As brat spells types in `.ann` files (`normalize_to_storage_form`); special ones stay. */
function storageForm(term: string): string {
  return reserved.has(term) ? term : term.replaceAll(/[^a-zA-Z0-9_-]/gu, '_')
}

function clip(text: string): string {
  return text.slice(0, 200).toWellFormed()
}
