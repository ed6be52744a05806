import { useEffect, useState } from 'react'

import type { Folder, Purpose } from '../../shared/contract.ts'
import type { Failure } from '../../shared/result.ts'
import { useSession } from '../store/use-session.ts'

export type FolderView = {
  /** `null` until the home folder is listed. */
  readonly folder: Folder | null
  readonly failure: Failure | null
  /** Shows a folder by its ticket; one that cannot be read leaves the last one in place. */
  readonly enter: (ticket: string) => void
  readonly setFailure: (failure: Failure | null) => void
}

/** The folder that a chooser shows, from the home folder on. */
export function useFolder(purpose: Purpose): FolderView {
  const { bridge } = useSession()
  // An object, so that a folder which could not be read can be tried again.
  const [wanted, setWanted] = useState<{ readonly ticket: string | null }>({ ticket: null })
  const [folder, setFolder] = useState<Folder | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  useEffect(() => {
    let current = true
    const list = async (): Promise<void> => {
      const listed = await bridge.call('places.list', { purpose, folder: wanted.ticket })
      if (!current) return
      if (listed.ok) setFolder(listed.value)
      setFailure(listed.ok ? null : listed.failure)
    }
    void list()
    return () => {
      current = false
    }
  }, [bridge, purpose, wanted])

  const enter = (ticket: string): void => {
    setWanted({ ticket })
  }
  return { folder, failure, enter, setFailure }
}
