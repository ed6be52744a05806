/**
 * Where a thread’s script is: `NAME.ts` beside the file that starts it where the sources run as they are, and `NAME.js`
 * beside the bundle where they are bundled (electron.vite.config.ts lists it there). `from` is the `import.meta.url` of
 * the file that starts it.
 */
export function threadScript(name: string, from: string): URL {
  return new URL(`./${name}.${from.endsWith('.ts') ? 'ts' : 'js'}`, from)
}
