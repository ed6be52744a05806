import { EventEmitter } from 'node:events'

import { expect, test, vi } from 'vitest'

import { session } from './fake-electron/fake-session.ts'
import { confineToPage, denyPermissions } from './security.ts'

/** What a listener or handler answers through its last argument, and whether it prevented what else would happen. */
function answerTo(ask: (...args: [event: object, answer: (given?: unknown) => void]) => void) {
  const preventDefault = vi.fn<() => void>()
  const answer = vi.fn<(given?: unknown) => void>()
  ask({ preventDefault }, answer)
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(answer).toHaveBeenCalledOnce()
  return answer.mock.lastCall
}

test('no HID, USB or serial device is ever chosen for the page', () => {
  const { defaultSession } = session
  defaultSession.removeAllListeners()
  Reflect.apply(denyPermissions, null, [defaultSession])
  const choose = (name: string, ...offered: unknown[]) =>
    answerTo((event, answer) => defaultSession.emit(name, event, ...offered, answer))
  expect(choose('select-hid-device', { deviceList: [{ deviceId: '1' }] })).toEqual([])
  expect(choose('select-usb-device', { deviceList: [{ deviceId: '1' }] })).toEqual([])
  expect(choose('select-serial-port', [{ portId: '1' }], {})).toEqual([''])
})

test('no screen is shared with the page', () => {
  const { defaultSession } = session
  defaultSession.removeAllListeners()
  Reflect.apply(denyPermissions, null, [defaultSession])
  const answer = vi.fn<(streams: unknown) => void>()
  Reflect.apply(defaultSession.mediaHandler ?? (() => null), null, [{}, answer])
  expect(answer).toHaveBeenCalledExactlyOnceWith(null)
})

test('no Bluetooth device is ever chosen for the page', () => {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => {} })
  Reflect.apply(confineToPage, null, [contents])
  const chosen = answerTo((event, answer) =>
    contents.emit('select-bluetooth-device', event, [{ deviceId: '1' }], answer),
  )
  expect(chosen).toEqual([''])
})

test('a download is never started', () => {
  const { defaultSession } = session
  defaultSession.removeAllListeners()
  Reflect.apply(denyPermissions, null, [defaultSession])
  const preventDefault = vi.fn<() => void>()
  defaultSession.emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})
