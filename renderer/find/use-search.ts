import { useEffect, useState } from 'react'

import { presentLanguage } from '../../shared/language/present-language.ts'
import { receiveMatches } from '../commands/finding.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { createTextSearch } from './text-search.ts'

/** Searches the open document anew whenever it, its text or the query is another one. */
export function useSearch(): void {
  const session = useSession()
  const [search] = useState(() => createTextSearch())
  const text = useWorkbench(({ document }) => document?.text ?? '')
  const query = useWorkbench(({ find }) => find.query)

  useEffect(() => {
    search.start({ text, query, language: presentLanguage() }, (result) => {
      receiveMatches(session, text, query, result)
    })
  }, [session, search, text, query])

  useEffect(() => search.dispose, [search])
}
