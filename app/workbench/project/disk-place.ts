import { existsSync, realpathSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'

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
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'a network disk (NFS)'],
  [0x517b, 'a network disk (SMB)'],
  [0xff534d42, 'a network disk (SMB)'],
  [0xfe534d42, 'a network disk (SMB)'],
  [0x01021997, 'a disk that another system shares (9P)'],
  [0x65735546, 'a disk that another program serves (FUSE)'],
  [0x5346414f, 'a network disk (AFS)'],
  [0x00c36400, 'a network disk (Ceph)'],
  [0x73757245, 'a network disk (Coda)'],
  [0x786f4256, 'a disk that another system shares (VirtualBox)'],
])

const syncedFolders: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( ?- ?.+)?$/i, 'OneDrive'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|Mobile Documents)$/i, 'iCloud'],
  [/^(CloudStorage)$/i, 'a cloud service'],
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
 * Why a write-ahead log is not safe in a place, to complete “it is …”; `null` where nothing speaks against it. Such a log
 * needs memory shared by all who read, and a file beside the project that is never apart from it.
 */
export function unsafeForLog({ platform, path, fileSystem, markers }: DiskPlace): string | null {
  const network = fileSystem === null ? undefined : networkFileSystems.get(fileSystem >>> 0)
  if (network !== undefined) return `on ${network}`
  if (platform === 'win32' && /^(\\\\\?\\UNC\\|\\\\[^?.]|\/\/)/i.test(path))
    return 'on a network disk'
  if (platform === 'darwin' && path.startsWith('/Volumes/')) {
    return 'on a disk that may be one of the network'
  }
  const folders = path.split(/[\\/]/).slice(0, -1)
  const byName = syncedFolders.find(([pattern]) => folders.some((folder) => pattern.test(folder)))
  const marker = markers.find((name) => markerNames.has(name))
  const service = byName?.[1] ?? (marker === undefined ? undefined : markerNames.get(marker))
  return service === undefined ? null : `in a folder that is synchronised (${service})`
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
