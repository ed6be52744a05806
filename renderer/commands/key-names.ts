import { IS_APPLE } from 'lexical'

const names: Readonly<Record<string, string>> = {
  ' ': 'Space',
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
 * (`[Shift]+?`) is left out, for the sign itself tells it, but for capital letters.
 */
export function keyName(press: string): string {
  const parts = partsOf(press)
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1).flatMap((part) => {
    const optional = part.startsWith('[')
    const name = modifiers[optional ? part.slice(1, -1) : part] ?? part
    return optional && !/^\p{Lu}$/u.test(key) ? [] : [name]
  })
  return [...held, nameOf(key)].join(IS_APPLE ? '' : '+')
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

/** The last `+` may be the key itself. */
function partsOf(press: string): readonly string[] {
  return press.endsWith('++')
    ? [...press.slice(0, -2).split('+'), '+']
    : press === '+'
      ? ['+']
      : press.split('+')
}

function nameOf(key: string): string {
  const plain = /^\((.+)\|.+\)$/.exec(key)?.[1] ?? key
  const letter = /^Key([A-Z])$/.exec(plain)?.[1] ?? /^Digit(\d)$/.exec(plain)?.[1] ?? plain
  return names[letter] ?? (letter.length === 1 ? letter.toUpperCase() : letter)
}
