import { setLanguage } from '../../shared/language/translate.ts'
import { matchesIn } from '../../shared/text/matches.ts'
import { maxMatches } from './find-state.ts'
import type { SearchAnswer, SearchRequest } from './text-search.ts'

// Searches where an expression that never comes to an end holds nobody up.
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  void search(data)
})

async function search({ text, query, language }: SearchRequest): Promise<void> {
  await setLanguage(language)
  answer('begun')
  answer(matchesIn(text, query, maxMatches))
}

function answer(message: SearchAnswer): void {
  postMessage(message)
}
