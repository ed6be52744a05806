import { v7 } from 'uuid'
import { z } from 'zod'

/** UUID v7: ids made later sort later, so creation order is id order. */
export const idSchema = z.uuidv7()

export function newId(): string {
  return v7()
}

/** ISO 8601 in UTC with milliseconds. */
export const timeSchema = z.iso.datetime()

export function timeNow(): string {
  return new Date().toISOString()
}
