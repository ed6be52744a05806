// The least that a page must do to save: on a key it says so, asks over HTTP for a row in a file, and says that it is there.
import { awaitKey, timesTaken } from './awaited-key.ts'
import { watchSaving } from './saving.ts'
import { tagKey } from './timing.ts'

/** What the benchmark calls in the bare page. Times are in ms. */
export type BareBenchmark = {
  readonly await: () => void
  /** From the key press until `Saved` was painted, and until the page knew. */
  readonly took: () => Promise<readonly number[]>
}

declare global {
  var bareBenchmark: BareBenchmark | undefined
}

const status = document.createElement('p')
status.role = 'status'
status.textContent = 'Saved'
document.body.append(status)

addEventListener('keydown', ({ key }) => {
  if (key === tagKey) void save()
})

async function save(): Promise<void> {
  status.textContent = 'Saving…'
  const response = await fetch('/save', { method: 'POST', body: 'x'.repeat(400) })
  await response.json()
  status.textContent = 'Saved'
}

globalThis.bareBenchmark = {
  await: () => {
    const { isSaved, savedAt } = watchSaving()
    awaitKey(tagKey, [isSaved], savedAt)
  },
  took: timesTaken,
}
