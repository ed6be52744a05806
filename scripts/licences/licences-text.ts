import { z } from 'zod'

/** A package of which something is bundled, as Vite lists it: `identifier` is its licence in SPDX terms. */
export const bundledPackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  identifier: z.string().optional(),
  text: z.string().optional(),
})
export type BundledPackage = z.infer<typeof bundledPackageSchema>

/** Licences that let an app be given away with no more than their text. Another one needs a look by a person first. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
])

const head = `Verbatim contains the work of others. Their licences are below, each once, after the names of the packages that it
is for. The licences of Electron and Chromium are files of their own beside the app.`

const rule = '='.repeat(80)

/**
 * The licences of what is bundled as one text, packages by name. Throws where one has no licence text, or a licence
 * that is not allowed, and names them all.
 */
export function licencesText(packages: readonly BundledPackage[]): string {
  const faults: string[] = []
  const namesByText = new Map<string, Set<string>>()
  for (const each of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, version, identifier = 'none', text } = each
    if (!allowed.has(identifier)) faults.push(`${name} ${version}: its licence is ${identifier}`)
    if (text === undefined) {
      faults.push(`${name} ${version}: it has no licence text`)
      continue
    }
    const names = namesByText.get(text) ?? new Set()
    namesByText.set(text, names.add(`${name} ${version} (${identifier})`))
  }
  if (faults.length > 0) {
    throw new Error(
      `Packages that may not be bundled (scripts/licences/licences-text.ts):\n${faults.join('\n')}`,
    )
  }
  const parts = [...namesByText].map(([text, names]) => [...names, '', text].join('\n'))
  return `${[head, ...parts].join(`\n\n${rule}\n`)}\n`
}
