import type { ImportSource } from '../../shared/contract.ts'
import type { ReportEntry } from '../../shared/exchange/report.ts'
import type { Failure, Result } from '../../shared/result.ts'

/** Something to import that is not read yet, so that memory holds one call's worth at a time. */
export type PendingSource = {
  readonly name: string
  /** What its bytes weigh in a call; 0 where the call names a place. */
  readonly bytes: number
  readonly read: () => Promise<Result<ImportSource>>
}

export type GatherPorts = {
  readonly send: (sources: readonly ImportSource[]) => Promise<Result<null>>
  /** Whether to go on. Asked before each call. */
  readonly isWanted: () => boolean
  /** How many sources are sent or could not be read. */
  readonly progress: (done: number) => void
}

type Gathered = {
  /** How many sources the workbench has. */
  readonly sent: number
  readonly unread: readonly ReportEntry[]
  /** Why a call failed; nothing was sent after it. */
  readonly failure: Failure | null
}

/** Bytes that go in one call, unless one source alone has more. Base64 makes a third more of them. */
const callBytes = 8 * 1024 * 1024
/** Sources that go in one call. */
const callSources = 200

/** Sources by the calls that carry them, in their order. */
export function inCalls<Source extends { readonly bytes: number }>(
  sources: readonly Source[],
): readonly (readonly Source[])[] {
  const batches: Source[][] = []
  let weight = 0
  for (const source of sources) {
    const batch = batches.at(-1)
    if (batch === undefined || batch.length === callSources || weight + source.bytes > callBytes) {
      batches.push([source])
      weight = source.bytes
    } else {
      batch.push(source)
      weight += source.bytes
    }
  }
  return batches
}

/** Sends what can be read, call by call, and says of everything else why it was refused. */
export async function gatherSources(
  pending: readonly PendingSource[],
  { send, isWanted, progress }: GatherPorts,
): Promise<Gathered> {
  const unread: ReportEntry[] = []
  let sent = 0
  let done = 0
  for (const batch of inCalls(pending)) {
    const sources: ImportSource[] = []
    for (const { name, read } of batch) {
      if (!isWanted()) return { sent, unread, failure: null }
      const source = await read()
      if (source.ok) sources.push(source.value)
      else unread.push(refusalOf(name, source.failure))
    }
    if (sources.length > 0) {
      if (!isWanted()) return { sent, unread, failure: null }
      const answer = await send(sources)
      if (!answer.ok) return { sent, unread, failure: answer.failure }
      sent += sources.length
    }
    done += batch.length
    progress(done)
  }
  return { sent, unread, failure: null }
}

function refusalOf(file: string, { code, message, remedy }: Failure): ReportEntry {
  return {
    outcome: 'refused',
    file,
    thing: 'file',
    place: null,
    id: null,
    code,
    reason: `${message} ${remedy}`,
    expected: null,
    found: null,
  }
}
