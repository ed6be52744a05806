import type { Result } from '../../shared/result.ts'
import { success } from '../../shared/result.ts'
import { openSink, refuseTarget, refuseWrite, type Sink } from './exporters/sink.ts'

/** Puts a file in its place whole or not at all, but never in that of the project. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  projectPath: string,
): Promise<Result<null>> {
  const target = { kind: 'file', path } as const
  const refusal = await refuseTarget(target, projectPath)
  if (refusal !== null) return refusal
  let sink: Sink | null = null
  try {
    sink = await openSink(target)
    await sink.write(content)
    await sink.finish()
    return success(null)
  } catch (error) {
    const refused = refuseWrite(target, error)
    if (refused === null) throw error
    return refused
  } finally {
    await sink?.discard()
  }
}
