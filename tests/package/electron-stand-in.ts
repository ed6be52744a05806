import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What `@electron/fuses` looks for in a program: the sentinel, the version of the fuses, their number, each one. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As Electron is delivered: runAsNode, nodeOptions, inspect and file privileges on, the others off. */
const delivered = '101100011'

const program = Buffer.concat([
  Buffer.from(`not a program ${sentinel}`),
  Buffer.from([1, delivered.length]),
  Buffer.from(`${delivered} nor here`),
])

const infoList = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>
`

const licences = { LICENSE: '', 'LICENSES.chromium.html': '' }
const distributions = {
  linux: { ...licences, electron: program, version: '', 'locales/en-US.pak': '' },
  mac: {
    ...licences,
    'Electron.app/Contents/Info.plist': infoList,
    'Electron.app/Contents/MacOS/Electron': '',
    'Electron.app/Contents/Resources/electron.icns': '',
    'Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework': program,
    'Electron.app/Contents/Frameworks/Electron Helper.app/Contents/Info.plist': infoList,
    'Electron.app/Contents/Frameworks/Electron Helper.app/Contents/MacOS/Electron Helper': '',
  },
}

/**
 * Makes a folder that electron-builder takes for Electron’s distribution for a system, without a program in it. Where
 * the fuses are in a program, so that they are really flipped and can be read back.
 */
export async function makeElectronStandIn(
  folder: string,
  system: keyof typeof distributions,
): Promise<void> {
  for (const [file, content] of Object.entries(distributions[system])) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
