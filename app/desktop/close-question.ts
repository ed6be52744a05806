import type { MessageBoxOptions } from 'electron'

export const closeAnyway = 1

/** The question before a window closes with something unsaved; `null` where the page did not answer in time. */
export function closeQuestion(unsaved: number | null): MessageBoxOptions {
  return {
    type: 'warning',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    message:
      unsaved === null
        ? 'Verbatim is still saving.'
        : unsaved === 1
          ? 'One change is not saved.'
          : `${unsaved} changes are not saved.`,
    detail:
      'Everything shown as saved is in the project file. Wait and see the status for what to do; what is not saved is lost when the window closes.',
  }
}
