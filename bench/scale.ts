/** How large a text is measured, and how many annotations lie on it. */
export type Scale = { readonly words: number; readonly spans: number }

export const scales: readonly Scale[] = [
  { words: 1_000, spans: 50 },
  { words: 10_000, spans: 500 },
  { words: 100_000, spans: 5_000 },
]

/** What is on screen before the text that is measured is opened. */
export const scaleBefore: Scale = { words: 100, spans: 5 }

export function scaleName({ words, spans }: Scale): string {
  return `${words / 1000}k words, ${spans.toLocaleString('en')} spans`
}
