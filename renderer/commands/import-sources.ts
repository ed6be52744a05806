import type { CallValue, ImportSource, Refusal } from '../../shared/contract.ts'
import type { Document } from '../../shared/model/document.ts'
import type { Failure, Result } from '../../shared/result.ts'

/** Something to import that is not read yet, so that memory holds one call's worth at a time. */
export type PendingSource = {
  readonly name: string
  /** What its bytes weigh in a call; 0 where the call names a place. */
  readonly bytes: number
  readonly read: () => Promise<Result<ImportSource>>
}

export type ImportPorts = {
  readonly send: (
    sources: readonly ImportSource[],
  ) => Promise<Result<CallValue<'documents.import'>>>
  /** Why nothing more may be sent; `null` to go on. Asked before each call. */
  readonly obstacle: () => Failure | null
  /** How many sources are done, imported or refused. */
  readonly progress: (done: number) => void
}

type ImportOutcome = {
  readonly documents: readonly Document[]
  readonly refused: readonly Refusal[]
}

/** Bytes that go in one call, unless one source alone has more. Base64 makes a third more of them. */
const callBytes = 8 * 1024 * 1024
/** Sources that go in one call: the workbench makes one undo step of as many. */
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

/**
 * Imports what can be read, call by call, and says of everything else why it was refused. What fails a whole call (a
 * full disk, a project that closed) ends the import: the sources of that call and all after it are refused for it.
 */
export async function importSources(
  pending: readonly PendingSource[],
  { send, obstacle, progress }: ImportPorts,
): Promise<ImportOutcome> {
  const documents: Document[] = []
  const refused: Refusal[] = []
  let done = 0
  let failure: Failure | null = null
  for (const batch of inCalls(pending)) {
    const readable: { readonly name: string; readonly source: ImportSource }[] = []
    failure ??= obstacle()
    for (const { name, read } of batch) {
      const source = failure === null ? await read() : ({ ok: false, failure } as const)
      if (source.ok) readable.push({ name, source: source.value })
      else refused.push({ name, failure: source.failure })
    }
    if (readable.length > 0) {
      const answer = await send(readable.map(({ source }) => source))
      if (answer.ok) {
        documents.push(...answer.value.imported)
        refused.push(...answer.value.refused)
      } else {
        failure = answer.failure
        for (const { name } of readable) refused.push({ name, failure })
      }
    }
    done += batch.length
    progress(done)
  }
  return { documents, refused }
}

/** Refusals by their reason: those of one call that failed share it. */
export function byReason(
  refusals: readonly Refusal[],
): readonly { readonly failure: Failure; readonly names: readonly string[] }[] {
  const groups = Map.groupBy(refusals, ({ failure }) => `${failure.message}\n${failure.remedy}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : { failure: first.failure, names: group.map(({ name }) => name) }
  })
}
