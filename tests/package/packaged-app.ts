import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'

import { extractFile, listPackage } from '@electron/asar'
import { Arch, build, Platform } from 'electron-builder'
import { z } from 'zod'

import { makeElectronStandIn } from './electron-stand-in.ts'

/** What electron-builder tells before it makes an AppImage, and before it makes a deb with fpm. */
const beforeAppImageSchema = z.object({ desktop: z.string() })
const beforeDebSchema = z.tuple([z.array(z.string()), z.string()])

export type PackagedApp = {
  /** `app.asar`, which holds the app without Electron. */
  readonly archive: string
  /** The paths of all files in the archive, `/` between folders. */
  readonly files: readonly string[]
  readonly read: (file: string) => Buffer
  /** The program on Linux, and the app on macOS (not made on Windows): both have fuses. */
  readonly linuxProgram: string
  readonly macApp: string
  /** The desktop entry of the AppImage. */
  readonly desktopEntry: string
  /** What fpm is told to put into the deb. */
  readonly debArguments: readonly string[]
  /** Removes all of it. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Packages the built app as `electron-builder.yml` says for Linux and macOS, on stand-ins for Electron. It goes as far
 * as the files of an installed app, and what the AppImage and the deb are to hold: these themselves, a disk image and
 * an installer for Windows take tools that electron-builder downloads.
 */
export async function packageApp(root: string): Promise<PackagedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-package-'))
  const output = join(folder, 'package')
  const config = { extends: 'electron-builder.yml', directories: { output } }
  const standIns = { linux: join(folder, 'linux'), mac: join(folder, 'mac') }
  await makeElectronStandIn(standIns.linux, 'linux')
  await makeElectronStandIn(standIns.mac, 'mac')

  let desktopEntry = ''
  let debArguments: readonly string[] = []
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget(['AppImage', 'deb'], Arch.x64),
    config: { ...config, electronDist: standIns.linux },
    effectiveOptionComputed: (options: unknown) => {
      const appImage = beforeAppImageSchema.safeParse(options)
      if (appImage.success) desktopEntry = appImage.data.desktop
      else [debArguments] = beforeDebSchema.parse(options)
      // Stops here.
      return Promise.resolve(true)
    },
  })
  if (process.platform !== 'win32') {
    await build({
      projectDir: root,
      targets: Platform.MAC.createTarget(['dir'], Arch.x64),
      config: {
        ...config,
        electronDist: standIns.mac,
        // A stand-in cannot be signed.
        electronFuses: { resetAdHocDarwinSignature: false },
        mac: { identity: null },
      },
    })
  }

  const archive = join(output, 'linux-unpacked/resources/app.asar')
  return {
    archive,
    files: filesOf(archive),
    read: (file) => extractFile(archive, file.split('/').join(sep)),
    linuxProgram: join(output, 'linux-unpacked/verbatim'),
    macApp: join(output, 'mac/Verbatim.app'),
    desktopEntry,
    debArguments,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function filesOf(archive: string): readonly string[] {
  const paths = listPackage(archive, { isPack: false }).map((path) =>
    path.split(sep).join('/').slice(1),
  )
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))
  return paths.filter((path) => !folders.has(path))
}
