import { expect, test, vi } from 'vitest'
import { z } from 'zod'

import { callChannel, eventChannel, placeChannel } from './channels.ts'
import { exposed, ipcRenderer } from './fake-electron/fake-preload.ts'

vi.mock('electron', () => import('./fake-electron/fake-preload.ts'))

const bridgeSchema = z.strictObject({
  call: z.function({ input: [z.unknown(), z.unknown()], output: z.unknown() }),
  listen: z.function({ input: [z.unknown()], output: z.unknown() }),
  placeOf: z.function({ input: [z.unknown()], output: z.unknown() }),
})

test('the page gets one object of three functions, and nothing of Electron passes through them', async () => {
  await import('./preload.ts')
  expect([...exposed.keys()]).toEqual(['verbatim'])
  const bridge = bridgeSchema.parse(exposed.get('verbatim'))
  await bridge.call('app.info', {})
  await bridge.placeOf(new File([], 'story.txt'))
  expect(ipcRenderer.invoked).toEqual([
    [callChannel, 'app.info', {}],
    [placeChannel, '/home/ana/story.txt'],
  ])

  const listener = vi.fn<(...args: unknown[]) => void>()
  const stop = bridge.listen(listener)
  ipcRenderer.emit(eventChannel, { sender: ipcRenderer, ports: [] }, { name: 'closing', value: {} })
  // The event of Electron, with its sender, stays behind.
  expect(listener.mock.calls).toEqual([[{ name: 'closing', value: {} }]])
  Reflect.apply(z.function().parse(stop), null, [])
  expect(ipcRenderer.listenerCount(eventChannel)).toBe(0)
})
