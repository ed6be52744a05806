import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'

import { extractAll, getRawHeader } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { applicationId } from '../../app/workbench/project/schema.ts'
import { packageApp, type PackagedApp } from './packaged-app.ts'

const root = join(import.meta.dirname, '../..')
const mimeType = 'application/vnd.verbatim+sqlite3'

// electron-builder makes no app for macOS on Windows.
const onWindows = process.platform === 'win32'
const programs = onWindows ? (['linuxProgram'] as const) : (['linuxProgram', 'macApp'] as const)

let app: PackagedApp
beforeAll(async () => {
  // Nothing answers there: whatever electron-builder would download fails the test.
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:9/')
  vi.stubEnv('ELECTRON_BUILDER_BINARIES_MIRROR', 'http://127.0.0.1:9/')
  app = await packageApp(root)
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await app[Symbol.asyncDispose]()
})

describe('the archive', () => {
  it('holds the bundles, the sample and package.json, and nothing else', () => {
    const expected =
      /^(package\.json|out\/main\/[\w.-]+\.js|out\/main\/licences\.txt|out\/preload\/preload\.cjs|out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|woff2))|resources\/sample\/[\w.-]+)$/
    expect(app.files.filter((file) => !expected.test(file))).toEqual([])
    expect(existsSync(`${app.archive}.unpacked`)).toBe(false)
  })

  it('is under 15 MB: the app without Electron', async () => {
    const { size } = await stat(app.archive)
    expect(size).toBeLessThan(15_000_000)
  })

  it('has the entry that its package.json names, and says nothing of how it was built', () => {
    const manifest = JSON.parse(app.read('package.json').toString('utf8'))
    expect(app.files).toContain(manifest.main)
    expect(manifest).toMatchObject({ name: 'verbatim', type: 'module' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('scripts')
  })

  it('has every script that a thread is started with', () => {
    const named = texts(app, /^out\/main\/.*\.js$/).flatMap(({ text }) =>
      [...text.matchAll(/threadScript\("([\w-]+)"/g)].map(([, name]) => `out/main/${name}.js`),
    )
    expect(named.length).toBeGreaterThan(5)
    expect(app.files).toEqual(expect.arrayContaining(named))
  })

  it('imports nothing that is not in it, but Node and Electron', () => {
    const scripts = texts(app, /^out\/main\/.*\.js$/)
    const imported = scripts.flatMap(({ text }) =>
      [...text.matchAll(/^(?:import|export)\b[^'"`;]*"([^"]+)";?$/gm)].map(([, name = '']) => name),
    )
    expect(imported).toContain('electron')
    const missing = imported.filter((name) =>
      name.startsWith('./')
        ? !app.files.includes(`out/main/${name.slice(2)}`)
        : name !== 'electron' && !isBuiltin(name),
    )
    expect(missing).toEqual([])
  })

  it('loads, each part of the program, where no library is installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-extracted-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    extractAll(app.archive, folder)
    // The main script asks for Electron, and threads for whoever started them.
    const parts = app.files.filter((file) =>
      /^out\/main\/(?!main\.js|.*-thread\.js).*\.js$/.test(file),
    )
    expect(parts.length).toBeGreaterThan(10)
    const source = parts.map((part) => `await import('./${part}')`).join('\n')
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], {
      cwd: folder,
    })
  })

  it('holds a preload script that is one CommonJS file and requires Electron alone', () => {
    const required: string[] = []
    const exposed: string[] = []
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string) => exposed.push(name) },
      ipcRenderer: {},
    }
    const require = (name: string) => {
      required.push(name)
      return electron
    }
    runInNewContext(app.read('out/preload/preload.cjs').toString('utf8'), { require, exports: {} })
    expect(required).toEqual(['electron'])
    expect(exposed).toEqual(['verbatim'])
  })

  it('has no source maps, and no path of the machine that built it', () => {
    for (const { file, text } of texts(app, /\.(js|cjs|css|html|json)$/)) {
      expect({ file, map: /^\/[/*]# sourceMappingURL=/m.test(text) }).toEqual({ file, map: false })
      for (const path of [root, homedir()].filter((each) => each.length > 1)) {
        const forms = [path, path.replaceAll('\\', '/'), path.replaceAll('\\', '\\\\')]
        expect(
          forms.filter((form) => text.includes(`${form}/`) || text.includes(`${form}\\`)),
        ).toEqual([])
      }
    }
  })

  it('holds the licences of what is bundled, fonts too', () => {
    const licences = app.read('out/main/licences.txt').toString('utf8')
    for (const name of ['lexical', 'pdfjs-dist', 'react', '@fontsource-variable/inter']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    }
  })
})

describe('the program', () => {
  it.each(programs)('runs Verbatim and nothing else: %s', async (name) => {
    const wire = await getCurrentFuseWire(app[name])
    // A fuse is a character: 0 or 1.
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1'
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyFromAsar: true,
      browserSnapshot: false,
      filePrivileges: false,
    })
  })

  it.skipIf(onWindows)('knows the hash of the archive it may load, on macOS', async () => {
    const info = await readFile(join(app.macApp, 'Contents/Info.plist'), 'utf8')
    const archive = join(app.macApp, 'Contents/Resources/app.asar')
    const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
    expect(info).toContain(`<string>${hash}</string>`)
  })
})

describe('the file association', () => {
  it('is in the desktop entry, which starts the app in Chromium’s sandbox', () => {
    expect(app.desktopEntry).toContain(`\nMimeType=${mimeType};\n`)
    expect(app.desktopEntry).toContain('\nStartupWMClass=verbatim\n')
    expect(app.desktopEntry).toMatch(/\nExec=AppRun %U\n/)
  })

  it('comes in the deb with an icon of its own', () => {
    const sources = new Map(
      app.debArguments.flatMap((argument) => {
        const [, source, target] = /^(.+)=(\/usr\/.+)$/.exec(argument) ?? []
        return source === undefined || target === undefined ? [] : [[target, source]]
      }),
    )
    const icons = '/usr/share/icons/hicolor/256x256'
    for (const target of [
      '/usr/share/applications/verbatim.desktop',
      '/usr/share/mime/packages/verbatim.xml',
      `${icons}/apps/verbatim.png`,
      `${icons}/mimetypes/application-vnd.verbatim+sqlite3.png`,
    ]) {
      expect([...sources.keys()]).toContain(target)
    }
    const ours = [...sources.values()].filter((source) => source.startsWith('resources/'))
    expect(ours.filter((source) => !existsSync(join(root, source)))).toEqual([])
  })

  it.skipIf(onWindows)('is in the app for macOS, with an icon of its own', async () => {
    const info = await readFile(join(app.macApp, 'Contents/Info.plist'), 'utf8')
    expect(info).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>verbatim</)
    expect(info).toMatch(/<key>CFBundleTypeIconFile<\/key>\s*<string>project\.icns</)
    expect(existsSync(join(app.macApp, 'Contents/Resources/project.icns'))).toBe(true)
  })

  it('knows a project by what is in it', async () => {
    const types = await readFile(join(root, 'resources/linux/verbatim.xml'), 'utf8')
    expect(types).toContain(`<mime-type type="${mimeType}">`)
    expect(types).toContain(`value="0x${applicationId.toString(16)}" offset="68"`)
  })
})

function texts(packaged: PackagedApp, pattern: RegExp) {
  return packaged.files
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: packaged.read(file).toString('utf8') }))
}
