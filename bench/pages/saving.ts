/** What is seen of saving from now on. */
export type Saving = {
  /** Whether the page stopped saying `Saved` and says it again. */
  readonly isSaved: () => boolean
  /** When it did, on the clock of `performance.now()`: before the frame that shows it. */
  readonly savedAt: Promise<number>
}

export function watchSaving(): Saving {
  const saved = Promise.withResolvers<number>()
  let unsaved = statusText() !== 'Saved'
  let again = false
  const observer = new MutationObserver(() => {
    unsaved ||= statusText() !== 'Saved'
    again = unsaved && statusText() === 'Saved'
    if (!again) return
    observer.disconnect()
    saved.resolve(performance.now())
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return { isSaved: () => again, savedAt: saved.promise }
}

/** What the page says of saving; `null` where it says nothing. */
export function statusText(): string | null {
  const texts = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) =>
    textContent.trim(),
  )
  return texts.find((text) => /^(Saved|Saving…|Not saved)$/.test(text)) ?? null
}
