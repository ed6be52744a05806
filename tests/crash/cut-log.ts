import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import type { Random } from './random.ts'

/** Bytes of the head of a log, and of the head of each frame: https://www.sqlite.org/fileformat2.html#walformat */
const logHead = 32
const frameHead = 24
const pageSize = 4096
const frame = frameHead + pageSize

const kinds = [
  'between frames',
  'in the head of a frame',
  'in a page',
  'at its last byte',
  'overwritten',
] as const
export type CutKind = (typeof kinds)[number]

/**
 * Makes a copy of a project whose process was killed, with a log as after a power cut: its tail is missing, or holds
 * other bytes. Frames that were taken into the project already stay: these were on disk before. Gives what was done;
 * `null` where there is nothing to cut.
 */
export function copyWithCutLog(path: string, copy: string, random: Random): CutKind | null {
  for (const beside of ['', '-wal', '-shm', '-lock']) rmSync(`${copy}${beside}`, { force: true })
  if (!existsSync(`${path}-wal`) || !existsSync(`${path}-shm`)) return null
  const log = readFileSync(`${path}-wal`)
  const frames = Math.floor((log.length - logHead) / frame)
  const first = framesTakenIn(readFileSync(`${path}-shm`))
  if (frames <= first) return null
  const kind = kinds[random(kinds.length)] ?? 'in a page'
  const start = logHead + frame * (first + random(frames - first))
  copyFileSync(path, copy)
  writeFileSync(`${copy}-wal`, cut(log, kind, start, random))
  return kind
}

function cut(log: Buffer, kind: CutKind, start: number, random: Random): Buffer {
  switch (kind) {
    case 'between frames':
      return log.subarray(0, start)
    case 'in the head of a frame':
      return log.subarray(0, start + 1 + random(frameHead - 1))
    case 'in a page':
      return log.subarray(0, start + frameHead + random(pageSize))
    case 'at its last byte':
      return log.subarray(0, -1)
    case 'overwritten': {
      const at = start + random(frame)
      const tail = Buffer.from(log)
      for (let index = at; index < tail.length; index += 1) tail[index] = random(256)
      return tail
    }
  }
}

/** How many frames are, or may be, in the project file itself: https://www.sqlite.org/walformat.html#the_wal_index_file_format */
function framesTakenIn(index: Buffer): number {
  if (index.length < 136) return 0
  return Math.max(index.readUInt32LE(96), index.readUInt32LE(128))
}
