import { expect, test } from 'vitest'

import { hasDisplay, ownerOf } from './launch.ts'

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %j a window can appear: %s', (platform, env, expected) => {
  expect(hasDisplay(platform, env)).toBe(expected)
})

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 611 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 612 1 0 20 4 0 10 -1
   2: 0100007F:D431 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 613 1 0 20 4 0 10 -1
   3: 0000000000000000FFFF00000100007F:D432 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 614 1 0 20 4 0 10 -1`

test('the owner of a connection is the one at its near end', () => {
  expect(ownerOf(table, 0xd431, 0x1f90)).toBe(1001)
  expect(ownerOf(table, 0x1f90, 0xd431)).toBe(1000)
  expect(ownerOf(table, 0xd432, 0x1f90)).toBe(1002)
  expect(ownerOf(table, 0xd433, 0x1f90)).toBeNull()
})
