import type { ListState } from 'react-stately/useListState'

import { t } from '../../../shared/language/translate.ts'
import { isUnfinished } from '../../../shared/model/document.ts'
import { focusView } from '../../commands/covering.ts'
import { useAim } from '../../store/use-aim.ts'
import { useSession } from '../../store/use-session.ts'
import type { DocumentRows, DocumentTableRow } from '../documents/document-rows.ts'

/** Goes from row to row for commands: to the next document to do, and to the next one with what is chosen taken along. */
export function useRowSteps(
  rows: DocumentRows,
  { selectionManager }: ListState<DocumentTableRow>,
): void {
  const session = useSession()

  /** Places of the rows after the present one, or before it, and round from the other end. */
  function placesFrom(by: 1 | -1): readonly number[] {
    const here = rows.placeOf(selectionManager.focusedKey) ?? (by === 1 ? -1 : 0)
    return Array.from(
      { length: rows.size },
      (_, step) => (here + by * (step + 1) + 2 * rows.size) % rows.size,
    )
  }

  function toUnfinished(by: 1 | -1): void {
    const place = placesFrom(by).find((one) => {
      const row = rows.at(one)?.value
      return row?.kind === 'document' && isUnfinished(row.summary.document.status)
    })
    const key = place === undefined ? undefined : rows.at(place)?.key
    if (key === undefined) {
      session.announce(t('commands:documentStatus.noneLeftShown'))
      return
    }
    focusView(session)
    selectionManager.setFocusedKey(key)
  }

  function extend(by: 1 | -1): void {
    focusView(session)
    const { focusedKey } = selectionManager
    const key =
      focusedKey === null
        ? rows.getFirstKey()
        : by === 1
          ? rows.getKeyAfter(focusedKey)
          : rows.getKeyBefore(focusedKey)
    if (key === null) return
    selectionManager.setFocusedKey(key)
    selectionManager.extendSelection(key)
  }

  useAim('nextUnfinished', () => {
    toUnfinished(1)
  })
  useAim('previousUnfinished', () => {
    toUnfinished(-1)
  })
  useAim('chooseNext', () => {
    extend(1)
  })
  useAim('choosePrevious', () => {
    extend(-1)
  })
}
