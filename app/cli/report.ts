import type { ReportEntry } from '../../shared/exchange/report.ts'
import { success, type Result } from '../../shared/result.ts'
import { openSink, refuseTarget, refuseWrite } from '../workbench/exporters/sink.ts'

/** `null` where a report may be written there as far as can be told before anything else is done. */
export async function refuseReport(
  path: string | null,
  projectPath: string,
): Promise<Result<never> | null> {
  return path === null ? null : refuseTarget({ kind: 'file', path }, projectPath)
}

/** Writes a report as JSON, where one is asked for. */
export async function writeReport(path: string | null, report: object): Promise<Result<null>> {
  if (path === null) return success(null)
  const target = { kind: 'file', path } as const
  try {
    const sink = await openSink(target)
    await sink.write(`${JSON.stringify(report, null, 2)}\n`)
    await sink.finish()
    return success(null)
  } catch (error) {
    const failed = refuseWrite(target, error)
    if (failed === null) throw error
    return failed
  }
}

/** Lines that are printed of what was refused; a report has all of them. */
const mostLines = 100

/** What was refused, a line each, for the terminal. */
export function refusalLines(entries: readonly ReportEntry[]): readonly string[] {
  const lines = entries.slice(0, mostLines).map(sayEntry)
  const more = entries.length - lines.length
  return more === 0 ? lines : [...lines, `… and ${more} more; --report writes all of them.`]
}

/** An entry of a report on one line: where, and why. */
function sayEntry({ file, place, id, reason }: ReportEntry): string {
  const where = [file, place, id === place ? null : id].filter((part) => part !== null).join(', ')
  return where === '' ? reason : `${where}: ${reason}`
}
