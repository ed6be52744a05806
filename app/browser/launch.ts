import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

import { isSame } from './session.ts'

/** Whether a browser window can appear here at all. */
export function hasDisplay(platform = process.platform, env = process.env): boolean {
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

/** Opens an address in the default browser. False where nothing could be started. */
export function openInBrowser(url: string): Promise<boolean> {
  const [command, ...args] = openCommand(process.platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

function openCommand(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open']
  // Unlike `start`, this takes the address without a shell in between.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/** A code that stands for the session's token once. */
export type LaunchCode = {
  readonly code: string
  /** True the first time it is given by a process of this user. */
  readonly spend: (given: string, socket: Socket) => Promise<boolean>
}

/**
 * Every user of a machine can read the command lines of all processes, so the command that starts the browser carries
 * this one-time code and not the session's token. On Linux the code is taken only from a process of the same user.
 */
export function createLaunchCode(): LaunchCode {
  const code = randomBytes(32).toString('base64url')
  let spent = false
  return {
    code,
    spend: async (given, socket) => {
      if (spent || !isSame(given, code) || !(await isOwnProcess(socket))) return false
      if (spent) return false
      spent = true
      return true
    },
  }
}

async function isOwnProcess({ remotePort, localPort }: Socket): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (remotePort === undefined || localPort === undefined) return false
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
  )
  return ownerOf(tables.join('\n'), remotePort, localPort) === process.getuid?.()
}

/**
 * The user id that holds the loopback connection from one port to another, in the format of Linux's `/proc/net/tcp`:
 * columns are slot, local address, remote address, state, queues, timer, retransmits, user id. `null` where there is none.
 */
export function ownerOf(table: string, from: number, to: number): number | null {
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , user] = line.trim().split(/\s+/)
    if (local === undefined || remote === undefined || user === undefined) continue
    if (isLoopback(local, from) && isLoopback(remote, to)) return Number(user)
  }
  return null
}

/** 127.0.0.1 as the kernel of a little-endian machine prints it, in IPv4 or mapped into IPv6. */
function isLoopback(address: string, port: number): boolean {
  return address.endsWith(`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`)
}
