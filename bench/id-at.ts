import { v7 } from 'uuid'

/** When everything that is generated was made, in ms since 1970. */
export const timeOfMaking = Date.UTC(2025, 0, 1)

/** Ids that are the same in every run, ascending with `serial`. */
export function idAt(serial: number): string {
  return v7({ msecs: timeOfMaking, seq: serial, random: new Uint8Array(16) })
}
