/** Keys that Electron calls otherwise than browsers do. https://www.electronjs.org/docs/latest/api/accelerator */
const names: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ' ': 'Space',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '=',
  Minus: '-',
}

const modifiers: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Control: 'Ctrl',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
}

/** Keys that Electron knows by a name or a sign. */
const known =
  /^(?:[A-Z0-9]|F(?:1\d|2[0-4]|[1-9])|[!-/:-@[-`{-~]|Plus|Space|Tab|Backspace|Delete|Insert|Return|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape)$/

/**
 * A key press that tinykeys understands as an accelerator of Electron: `$mod+Shift+z` is `CmdOrCtrl+Shift+Z`; `null` for
 * keys that Electron has no name for. An optional Shift (`[Shift]+?`) is left out: the sign itself tells it.
 */
export function acceleratorOf(press: string): string | null {
  const parts = press.split(/(?<=\w|\])\+/)
  const key = keyOf(parts.at(-1) ?? '')
  const held = parts.slice(0, -1).filter((part) => !part.startsWith('['))
  if (!known.test(key) || held.some((part) => modifiers[part] === undefined)) return null
  return [...held.map((part) => modifiers[part]), key].join('+')
}

function keyOf(part: string): string {
  // One key told in two ways, such as `(1|Digit1)`.
  const plain = /^\((.+)\|.+\)$/.exec(part)?.[1] ?? part
  const key = /^Key([A-Z])$/.exec(plain)?.[1] ?? /^Digit(\d)$/.exec(plain)?.[1] ?? plain
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
