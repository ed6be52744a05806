import type { SQLOutputValue } from 'node:sqlite'

import type { z } from 'zod'

import { t } from '../../../../shared/language/translate.ts'

export type Row = Readonly<Record<string, SQLOutputValue>>

/** What is stored is not what the schema promises: the file was altered from outside, or its disk failed. */
export class StoredDataError extends Error {
  override readonly name = 'StoredDataError'
}

/** The value of a TEXT column. */
export function textIn(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw unexpected(column)
  return value
}

/** The value of a TEXT column that may be NULL. */
export function textOrNullIn(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column)
}

/** The value of an INTEGER column. */
export function integerIn(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw unexpected(column)
  return value
}

/** The value of an INTEGER column that may be NULL. */
export function integerOrNullIn(row: Row, column: string): number | null {
  return row[column] === null ? null : integerIn(row, column)
}

/** The value of an INTEGER column that holds 0 or 1. */
export function booleanIn(row: Row, column: string): boolean {
  const value = row[column]
  if (value !== 0 && value !== 1) throw unexpected(column)
  return value === 1
}

/** What a TEXT column holds as JSON, checked. */
export function jsonIn<Schema extends z.ZodType>(
  row: Row,
  column: string,
  schema: Schema,
): z.infer<Schema> {
  return checked(schema, parseJson(textIn(row, column), column), column)
}

/** `value` where it fits the schema. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw unexpected(what)
  return parsed.data
}

function parseJson(text: string, column: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unexpected(column, { cause: error })
  }
}

function unexpected(column: string, options?: ErrorOptions): StoredDataError {
  return new StoredDataError(t('failures:damage.unreadableEntry', { column }), options)
}
