import type { MessageBoxOptions } from 'electron'

import { t } from '../../shared/language/translate.ts'

export const closeAnyway = 1

/** The question before a window closes with something unsaved; `null` where the page did not answer in time. */
export function closeQuestion(unsaved: number | null): MessageBoxOptions {
  return {
    type: 'warning',
    buttons: [t('menu:closing.wait'), t('menu:closing.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    message:
      unsaved === null ? t('menu:closing.saving') : t('menu:closing.unsaved', { count: unsaved }),
    detail: t('menu:closing.detail'),
  }
}
