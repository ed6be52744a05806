import { describe, expect, it } from 'vitest'

import { maxDocumentBytes } from '../../shared/contract.ts'
import { pendingFile } from './pending-file.ts'

class UnreadableFile extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('A requested file was not found.', 'NotFoundError'))
  }
}

describe('pendingFile', () => {
  it('reads a file as it is', async () => {
    const pending = pendingFile(new File(['dam\r\n'], 'dam.txt'))
    expect(pending).toMatchObject({ name: 'dam.txt', bytes: 5 })
    expect(await pending.read()).toEqual({
      ok: true,
      value: { kind: 'bytes', name: 'dam.txt', base64: 'ZGFtDQo=' },
    })
  })

  it('refuses a file over the limit with both sizes', async () => {
    const pending = pendingFile(new File([new Uint8Array(maxDocumentBytes + 1024 * 1024)], 'x.txt'))
    expect(pending.bytes).toBe(0)
    expect(await pending.read()).toMatchObject({
      ok: false,
      failure: {
        code: 'tooLarge',
        message: '“x.txt” is 33 MB; the largest text that Verbatim takes in is 32 MB.',
      },
    })
  })

  it('refuses what the browser cannot read, such as a folder', async () => {
    const pending = pendingFile(new UnreadableFile([], 'articles'))
    expect(await pending.read()).toMatchObject({ ok: false, failure: { code: 'notFound' } })
  })
})
