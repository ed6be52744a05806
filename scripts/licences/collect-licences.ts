import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Plugin } from 'vite'
import { z } from 'zod'

import { type BundledPackage, bundledPackageSchema, licencesText } from './licences-text.ts'

/** The file that `build.license` makes Vite add to a bundle: who has a module in it. It goes no further. */
export const licenceList = 'licences.json'

type Places = {
  /** Where the licences are written. */
  readonly file: string
  /** Texts that packages leave out of what they publish, as `NAME.txt`. */
  readonly texts: string
}

/**
 * A Vite plugin for every part of the app: takes out the lists of what is bundled and writes the licences of all parts
 * so far as each part is done. The build fails where one may not be bundled.
 */
export function collectLicences({ file, texts }: Places): Plugin {
  const packages: BundledPackage[] = []
  return {
    name: 'verbatim:licences',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const list = bundle[licenceList]
        if (list?.type !== 'asset') return
        const listed = JSON.parse(Buffer.from(list.source).toString('utf8'))
        packages.push(
          ...z
            .array(bundledPackageSchema)
            .parse(listed)
            .map((each) => completed(each, texts)),
        )
        delete bundle[licenceList]
      },
    },
    writeBundle: () => writeFile(file, licencesText(packages)),
  }
}

function completed(bundled: BundledPackage, texts: string): BundledPackage {
  const kept = join(texts, `${bundled.name}.txt`)
  if (bundled.text !== undefined || !existsSync(kept)) return bundled
  return { ...bundled, text: readFileSync(kept, 'utf8').trim() }
}
