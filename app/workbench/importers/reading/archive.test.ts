import { zipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { ZipFile } from 'yauzl'

import { listArchive, memberChunks } from './archive.ts'
import type { Entry } from './input.ts'
import { planInputs } from './plan-inputs.ts'

function archiveOf(names: readonly string[]): Entry {
  const bytes = zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from('Text')])))
  return { path: 'a.zip', size: bytes.length, chosen: true, content: { kind: 'memory', bytes } }
}

it.each([
  '/etc/passwd',
  '../a.txt',
  'a/../../b.txt',
  '..\\a.txt',
  'C:\\a.txt',
  'c:a.txt',
  '\\\\server\\share\\a.txt',
  'a\u0000.txt',
])('with a name that leads out of it is refused: %j', async (name) => {
  await expect(listArchive(archiveOf(['good.txt', name]))).rejects.toMatchObject({
    remark: { code: 'hostile' },
  })
})

it('with a file that unpacks to more than it declares is damaged', async () => {
  const text = Buffer.alloc(1_000_000, 0x20)
  const bytes = Buffer.from(zipSync({ 'a.txt': text }))
  // In the header of the file and in the central directory.
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size, at + 1)) {
    bytes.writeUInt32LE(100, at)
  }
  const archive: Entry = {
    path: 'a.zip',
    size: bytes.length,
    chosen: true,
    content: { kind: 'memory', bytes },
  }
  const [listed] = await listArchive(archive)
  expect(listed?.size).toBe(100)
  if (listed?.content.kind !== 'member') throw new Error('A file in an archive was listed')
  await expect(readAll(memberChunks(archive, listed.content.member))).rejects.toMatchObject({
    remark: { code: 'damaged' },
  })
})

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of chunks) length += chunk.length
  return length
}

it('of many files is listed once, not once for every file', async () => {
  const names = Array.from({ length: 50 }, (_, index) => `${index}.txt`)
  const { content } = archiveOf(names)
  if (content.kind !== 'memory') throw new Error('An archive in memory was made')
  const read = vi.spyOn(ZipFile.prototype, 'readEntry')
  try {
    const input = { kind: 'bytes', name: 'a.zip', bytes: content.bytes } as const
    const { plan, files } = await planInputs([input], 'auto')
    for (const { path } of plan.units) {
      const bytes = await files.file(path)?.bytes()
      expect(Buffer.from(bytes ?? []).toString()).toBe('Text')
    }
    expect(plan.units).toHaveLength(names.length)
    expect(read.mock.calls.length).toBe(names.length + 1)
  } finally {
    read.mockRestore()
  }
})
