import { useEffect, type RefObject } from 'react'

import { focusView } from '../commands/covering.ts'
import { useSession } from '../store/use-session.ts'

/**
 * Where something that has the keyboard goes from a part of the window (a row that a filter keeps back, a button that has
 * done its work), the keyboard stays in the view: where work begins.
 */
export function useKeptKeyboard(view: RefObject<HTMLElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const element = view.current
    if (element === null) return undefined
    let last: Element | null = null
    function follow({ target }: FocusEvent): void {
      last = target instanceof Element && element?.contains(target) === true ? target : null
    }
    const observer = new MutationObserver(() => {
      const isGone = last !== null && (!last.isConnected || last.matches(':disabled'))
      if (isGone && document.activeElement === document.body) focusView(session)
    })
    document.addEventListener('focusin', follow)
    observer.observe(element, { attributeFilter: ['disabled'], childList: true, subtree: true })
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', follow)
    }
  }, [session, view])
}
