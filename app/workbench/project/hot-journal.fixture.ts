import { readFileSync, writeFileSync } from 'node:fs'

const pageSize = 4096
const sectorSize = 512
const magic = Buffer.from('d9d505f920a163d7', 'hex')

/**
 * Leaves a database as a process does that is killed while it changes the first page: the page as it was in a rollback
 * journal beside the file, and in the file whatever `change` makes of it.
 * https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
export function leaveHotJournal(path: string, change: (page: Buffer) => void): void {
  const file = readFileSync(path)
  const page = file.subarray(0, pageSize)
  if (page.readUInt16BE(16) !== pageSize) throw new RangeError('the pages have another size')

  const header = Buffer.alloc(sectorSize)
  magic.copy(header)
  const nonce = 0x5eed
  const numbers = [1, nonce, file.length / pageSize, sectorSize, pageSize]
  for (const [index, number] of numbers.entries()) header.writeUInt32BE(number, 8 + index * 4)
  writeFileSync(
    `${path}-journal`,
    Buffer.concat([header, bigEndian(1), page, bigEndian(checksumOf(page, nonce))]),
  )
  change(page)
  writeFileSync(path, file)
}

function checksumOf(page: Buffer, nonce: number): number {
  let sum = nonce
  for (let place = pageSize - 200; place > 0; place -= 200) sum += page.readUInt8(place)
  return sum >>> 0
}

function bigEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}
