import { useEffect } from 'react'

import type { CallValue } from '../../shared/contract.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

/** What can be read and written; `null` until the workbench has told it, which it does once. */
export function useFormats(): CallValue<'formats.list'> | null {
  const session = useSession()
  const formats = useWorkbench((state) => state.formats)
  useEffect(() => {
    if (formats !== null) return
    void (async () => {
      const listed = await session.ask('formats.list', {})
      if (listed !== null) session.store.setState({ formats: listed })
    })()
  }, [session, formats])
  return formats
}
