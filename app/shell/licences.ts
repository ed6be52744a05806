import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Beside the bundle, where the build puts it. The path is the same from this source file as from the bundle in out/main. */
const licencesPath = join(import.meta.dirname, '../../out/main/licences.txt')

/** The licences of everything that is built into Verbatim; `null` where the build made no list of them. */
export async function readLicences(path = licencesPath): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}
