import { existsSync, realpathSync, statfsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { English } from '../../../shared/language/catalogues/en.ts'
import { t } from '../../../shared/language/translate.ts'

type Place = keyof English['failures']['place']

/** What can be told of the place that a file is in. */
export type DiskPlace = {
  readonly platform: NodeJS.Platform
  /** Full, links and mapped drives resolved as far as the system does. */
  readonly path: string
  /** Magic number of the file system on Linux; `null` elsewhere. */
  readonly fileSystem: number | null
  /** Names of files by which programs mark a folder that they synchronise, in this folder or one above. */
  readonly markers: readonly string[]
}

/** https://man7.org/linux/man-pages/man2/statfs.2.html; those of network disks, and of disks served by another program. */
const networkFileSystems: ReadonlyMap<number, readonly [Place, string]> = new Map([
  [0x6969, ['networkOf', 'NFS']],
  [0x517b, ['networkOf', 'SMB']],
  [0xff534d42, ['networkOf', 'SMB']],
  [0xfe534d42, ['networkOf', 'SMB']],
  [0x01021997, ['sharedBySystem', '9P']],
  [0x65735546, ['servedByProgram', 'FUSE']],
  [0x5346414f, ['networkOf', 'AFS']],
  [0x00c36400, ['networkOf', 'Ceph']],
  [0x73757245, ['networkOf', 'Coda']],
  [0x786f4256, ['sharedBySystem', 'VirtualBox']],
])

/** Services by the names of their folders; `null` for any. */
const syncedFolders: readonly (readonly [RegExp, string | null])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( ?- ?.+)?$/i, 'OneDrive'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|Mobile Documents)$/i, 'iCloud'],
  [/^(CloudStorage)$/i, null],
  [/^Nextcloud$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
]

const markerNames: ReadonlyMap<string, string> = new Map([
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
])

/**
 * Says that a write-ahead log is not safe in the place of a file, and why; `null` where nothing speaks against it. Such a
 * log needs memory shared by all who read, and a file beside the project that is never apart from it.
 */
export function unsafeForLog({ platform, path, fileSystem, markers }: DiskPlace): string | null {
  const name = basename(path)
  const network = fileSystem === null ? undefined : networkFileSystems.get(fileSystem >>> 0)
  if (network !== undefined) {
    const [place, system] = network
    return t(`failures:place.${place}`, { name, system })
  }
  if (platform === 'win32' && /^(\\\\\?\\UNC\\|\\\\[^?.]|\/\/)/i.test(path))
    return t('failures:place.network', { name })
  if (platform === 'darwin' && path.startsWith('/Volumes/')) {
    return t('failures:place.maybeNetwork', { name })
  }
  const folders = path.split(/[\\/]/).slice(0, -1)
  const byName = syncedFolders.find(([pattern]) => folders.some((folder) => pattern.test(folder)))
  const marker = markers.find((one) => markerNames.has(one))
  if (byName === undefined && marker === undefined) return null
  const system = byName === undefined ? markerNames.get(marker ?? '') : byName[1]
  return system === undefined || system === null
    ? t('failures:place.cloud', { name })
    : t('failures:place.synchronised', { name, system })
}

/** Looks at the place of a file that is there. What the system does not tell speaks against nothing. */
export function lookAtPlace(path: string): DiskPlace {
  const { platform } = process
  return {
    platform,
    path: platform === 'win32' ? realpathSync.native(path) : path,
    fileSystem: platform === 'linux' ? statfsSync(path).type : null,
    markers: markersAbove(dirname(path)),
  }
}

function markersAbove(folder: string): readonly string[] {
  const here = [...markerNames.keys()].filter((name) => existsSync(join(folder, name)))
  const parent = dirname(folder)
  return parent === folder ? here : [...here, ...markersAbove(parent)]
}
