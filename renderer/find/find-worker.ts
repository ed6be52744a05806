import { matchesIn } from '../../shared/text/matches.ts'
import { maxMatches } from './find-state.ts'
import type { SearchAnswer, SearchRequest } from './text-search.ts'

// Searches where an expression that never comes to an end holds nobody up.
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  answer('begun')
  answer(matchesIn(data.text, data.query, maxMatches))
})

function answer(message: SearchAnswer): void {
  postMessage(message)
}
