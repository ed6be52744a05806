import type { Bridge, CallArguments, CallName, CallValue, Event } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result } from '../../shared/result.ts'
import { openEventStream } from './event-stream.ts'

/**
 * The contract over HTTP, as the browser shell of this page's own origin serves it. A shell that cannot be reached
 * gives the failure `disconnected`; the same call may be made again.
 */
export function createHttpBridge(token: string): Bridge {
  const listeners = new Set<(event: Event) => void>()
  const tell = (event: Event) => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // A listener's fault is shown as one, and neither ends the stream nor keeps the event from the others.
        reportError(error)
      }
    }
  }
  let stream: ReturnType<typeof openEventStream> | null = null
  /** Kept once the stream is open; `null` from then on. */
  let opening: Promise<void> | null = null

  async function call<Name extends CallName>(
    name: Name,
    args: CallArguments<Name>,
  ): Promise<Result<CallValue<Name>>> {
    // A page that listens first hears of every change after the state it then asks for.
    if (opening !== null) await opening
    return post(token, name, args)
  }

  function open(): ReturnType<typeof openEventStream> {
    const begun = openEventStream({ token, onEvent: tell, onGap: reload })
    const awaited = begun.opened.finally(() => {
      if (opening === awaited) opening = null
    })
    opening = awaited
    return begun
  }

  async function reload() {
    const current = await post(token, 'project.current', {})
    if (!current.ok) return
    const { value } = current
    tell({ name: 'projectChanged', value: value === null ? null : { id: value.project.id } })
  }

  return {
    call,
    listen: (listener) => {
      listeners.add(listener)
      stream ??= open()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stream?.close()
        stream = null
      }
    },
  }
}

async function post<Name extends CallName>(
  token: string,
  name: Name,
  args: CallArguments<Name>,
): Promise<Result<CallValue<Name>>> {
  try {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    })
    if (response.status === 403) return ended()
    // Whoever holds the token is the shell of this very build: the value has the contract's type.
    const result: Result<CallValue<Name>> = await response.json()
    return result
  } catch {
    return failure('disconnected', t('store:bridge.noAnswer'), t('store:bridge.noAnswerRemedy'))
  }
}

function ended(): Result<never> {
  return failure('disconnected', t('store:bridge.earlierRun'), t('store:bridge.earlierRunRemedy'))
}
