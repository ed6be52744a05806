import { z } from 'zod'

import { tableColumnsSchema, type TableColumns } from '../../shared/contract.ts'
import type { SettingsStore } from './settings.ts'

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

export function rememberColumns(
  settings: SettingsStore,
  columns: readonly string[],
  chosen: TableColumns,
): void {
  const others = settings.get().tableColumns.filter((one) => !sameColumns(one.columns, columns))
  settings.set({ tableColumns: [{ columns, chosen }, ...others].slice(0, most) })
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
