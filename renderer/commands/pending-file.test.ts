import { describe, expect, it } from 'vitest'

import { maxDocumentBytes } from '../../shared/contract.ts'
import { isHidden, pendingFile } from './pending-file.ts'

class UnreadableFile extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('A requested file was not found.', 'NotFoundError'))
  }
}

class FileInFolder extends File {
  override readonly webkitRelativePath = 'batch/a.ann'
}

describe('pendingFile', () => {
  it('reads a file as it is', async () => {
    const pending = pendingFile(new File(['dam\r\n'], 'dam.txt'), 'dam.txt')
    expect(pending).toMatchObject({ name: 'dam.txt', bytes: 5 })
    expect(await pending.read()).toEqual({
      ok: true,
      value: { kind: 'bytes', name: 'dam.txt', base64: 'ZGFtDQo=' },
    })
  })

  it('keeps the folders that a file was chosen with', async () => {
    const pending = pendingFile(new FileInFolder(['T1'], 'a.ann'))
    expect(pending.name).toBe('batch/a.ann')
    expect(await pending.read()).toMatchObject({ ok: true, value: { name: 'batch/a.ann' } })
  })

  it('refuses a file over the limit with both sizes', async () => {
    const file = new File([new Uint8Array(maxDocumentBytes + 1024 * 1024)], 'x.txt')
    const pending = pendingFile(file, 'x.txt')
    expect(pending.bytes).toBe(0)
    expect(await pending.read()).toMatchObject({
      ok: false,
      failure: {
        code: 'tooLarge',
        message: 'It has 33 MB; a file that the page passes on can have 32 MB.',
      },
    })
  })

  it('refuses what the browser cannot read', async () => {
    const pending = pendingFile(new UnreadableFile([], 'a.txt'), 'a.txt')
    expect(await pending.read()).toMatchObject({ ok: false, failure: { code: 'notFound' } })
  })
})

describe('isHidden', () => {
  it('finds hidden files and folders anywhere on the way', () => {
    expect(['a/.git/config', '.DS_Store', '__MACOSX/a.txt'].map(isHidden)).toEqual([
      true,
      true,
      true,
    ])
    expect(['a.txt', 'a/b..c/d.ann'].map(isHidden)).toEqual([false, false])
  })
})
