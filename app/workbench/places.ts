import { randomBytes } from 'node:crypto'

import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'

/** Tickets for places on disk that this computer's user was shown or chose: pages hold tickets, never paths. */
export type Places = {
  /** A ticket for a path; the same one while it is known. */
  readonly issue: (path: string) => string
  /** The path behind a ticket; `notFound` where it was never issued, or so long ago that it was dropped. */
  readonly resolve: (ticket: string) => Result<string>
}

/** `limit` is how many tickets are kept; the ones not used for longest go first. */
export function createPlaces(limit = 50_000): Places {
  const paths = new Map<string, string>()
  const tickets = new Map<string, string>()

  /** Maps keep the order of insertion, so the first is the one not used for longest. */
  function keep(ticket: string, path: string) {
    paths.delete(ticket)
    paths.set(ticket, path)
    tickets.set(path, ticket)
    const [oldest] = paths
    if (paths.size <= limit || oldest === undefined) return
    paths.delete(oldest[0])
    tickets.delete(oldest[1])
  }

  return {
    issue: (path) => {
      const ticket = tickets.get(path) ?? randomBytes(16).toString('hex')
      keep(ticket, path)
      return ticket
    },
    resolve: (ticket) => {
      const path = paths.get(ticket)
      if (path === undefined) {
        return failure('notFound', t('failures:places.forgotten'), t('failures:places.chooseAgain'))
      }
      keep(ticket, path)
      return success(path)
    },
  }
}
