import { z } from 'zod'

import { tableColumnsSchema, type TableColumns } from '../../shared/contract.ts'

/** Which columns were chosen for tables, the latest first. */
export const rememberedColumnsSchema = z
  .array(
    z.object({ columns: z.array(z.string()).readonly(), chosen: tableColumnsSchema }).readonly(),
  )
  .readonly()
export type RememberedColumns = z.infer<typeof rememberedColumnsSchema>

/** Kinds of tables that are remembered. */
const most = 50

/** What was chosen last for a table with these columns; `null` where there was none. */
export function rememberedColumns(
  remembered: RememberedColumns,
  columns: readonly string[],
): TableColumns | null {
  return remembered.find((one) => sameColumns(one.columns, columns))?.chosen ?? null
}

/** The same with what was chosen now for a table with these columns. */
export function rememberColumns(
  remembered: RememberedColumns,
  columns: readonly string[],
  chosen: TableColumns,
): RememberedColumns {
  const others = remembered.filter((one) => !sameColumns(one.columns, columns))
  return [{ columns, chosen }, ...others].slice(0, most)
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
