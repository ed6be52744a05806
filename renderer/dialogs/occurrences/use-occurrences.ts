import { useEffect, useState } from 'react'

import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import { useSession } from '../../store/use-session.ts'

type Asked = CallArguments<'occurrences.find'>
type Found = CallValue<'occurrences.find'>

/** Every place where a text occurs; `null` until it is known. What was found before stays until then. */
export function useOccurrences({ text, matchCase, wholeWords, documentId }: Asked): Found | null {
  const session = useSession()
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let wanted = true
    void (async () => {
      // The file tells what is tagged already, so that it must have everything.
      await session.outbox.flush()
      const asked = { text, matchCase, wholeWords, documentId }
      const answer = wanted ? await session.ask('occurrences.find', asked) : null
      if (wanted) setFound(answer)
    })()
    return () => {
      wanted = false
    }
  }, [session, text, matchCase, wholeWords, documentId])
  return found
}
