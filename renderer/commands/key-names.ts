import { IS_APPLE } from 'lexical'

const names: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '=',
  Minus: '-',
}

const modifiers: Readonly<Record<string, string>> = IS_APPLE
  ? { $mod: '⌘', Control: '⌃', Meta: '⌘', Alt: '⌥', Shift: '⇧' }
  : { $mod: 'Ctrl', Control: 'Ctrl', Meta: 'Win', Alt: 'Alt', Shift: 'Shift' }

/**
 * A key press that tinykeys understands, as people write it: `$mod+Shift+z` is `Ctrl+Shift+Z`. An optional Shift
 * (`[Shift]+?`) is left out: the sign itself tells it.
 */
export function keyName(press: string): string {
  const parts = partsOf(press)
  const held = parts
    .slice(0, -1)
    .filter((part) => !part.startsWith('['))
    .map((part) => modifiers[part] ?? part)
  return [...held, nameOf(parts.at(-1) ?? '')].join(IS_APPLE ? '' : '+')
}

/** In the form that `aria-keyshortcuts` takes. https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
export function ariaKey(press: string): string {
  const parts = partsOf(press)
  const held = parts
    .slice(0, -1)
    .filter((part) => !part.startsWith('['))
    .map((part) => (part === '$mod' ? (IS_APPLE ? 'Meta' : 'Control') : part))
  return [...held, nameOf(parts.at(-1) ?? '')].join('+')
}

/**
 * The key press of an event in the same form, with the signs that Shift makes under an optional Shift; `null` while only
 * modifiers are held. Where Alt is held, the key is named by its place: the sign it makes differs by layout.
 */
export function pressOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(event.key))
    return null
  const mod = IS_APPLE ? event.metaKey : event.ctrlKey
  const other = IS_APPLE ? event.ctrlKey : event.metaKey
  const byPlace = event.altKey || event.key === ' ' || /^\d$/.test(event.key)
  const key = byPlace ? event.code : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isSign = !byPlace && key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return [
    ...(mod ? ['$mod'] : []),
    ...(other ? [IS_APPLE ? 'Control' : 'Meta'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? [isSign ? '[Shift]' : 'Shift'] : []),
    key,
  ].join('+')
}

/** What tinykeys takes apart: a `+` after a word or a bracket joins. */
function partsOf(press: string): readonly string[] {
  return press.split(/(?<=\w|\])\+/)
}

function nameOf(key: string): string {
  const plain = /^\((.+)\|.+\)$/.exec(key)?.[1] ?? key
  const letter = /^Key([A-Z])$/.exec(plain)?.[1] ?? /^Digit(\d)$/.exec(plain)?.[1] ?? plain
  return names[letter] ?? (letter.length === 1 ? letter.toUpperCase() : letter)
}
