import type { CallArguments, CallName, CallValue } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import { valueOf } from '../seed-project.ts'

/** Makes the calls of a page to the browser shell at `url`; throws where one fails. */
export type JobClient = <Name extends CallName>(
  name: Name,
  args: CallArguments<Name>,
) => Promise<CallValue<Name>>

export function connectTo(url: string): JobClient {
  const { origin, searchParams } = new URL(url)
  const headers = {
    authorization: `Bearer ${searchParams.get('token')}`,
    'content-type': 'application/json',
    origin,
  }
  return async <Name extends CallName>(name: Name, args: CallArguments<Name>) => {
    const body = JSON.stringify(args)
    const response = await fetch(`${origin}/call/${name}`, { method: 'POST', headers, body })
    const result: Result<CallValue<Name>> = await response.json()
    return valueOf(result)
  }
}
