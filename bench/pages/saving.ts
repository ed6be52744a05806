/** Whether, since this was called, the page stopped saying `Saved` and says it again. */
export function watchSaving(): () => boolean {
  let unsaved = statusText() !== 'Saved'
  const observer = new MutationObserver(() => {
    unsaved ||= statusText() !== 'Saved'
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => {
    const again = unsaved && statusText() === 'Saved'
    if (again) observer.disconnect()
    return again
  }
}

/** What the page says of saving; `null` where it says nothing. */
export function statusText(): string | null {
  const texts = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) =>
    textContent.trim(),
  )
  return texts.find((text) => /^(Saved|Saving…|Not saved)$/.test(text)) ?? null
}
