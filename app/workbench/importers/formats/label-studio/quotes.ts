/**
 * The text of a region as Label Studio has it is what the browser gave for the selection: line ends as a backslash and
 * an n (`web/libs/editor/src/utils/selection-tools.js`, `captureSelection`), and white space as it was shown. Whether it
 * says the same as a stretch of the text.
 */
export function saysTheSame(stretch: string, said: string): boolean {
  if (stretch === said) return true
  return shown(stretch) === shown(said.replaceAll('\\n', '\n')) || shown(stretch) === shown(said)
}

function shown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
