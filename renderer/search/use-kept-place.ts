import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Where the button of a list that has the keyboard goes as the list is drawn anew, the one at its place has it next: in its group
 * (`role="group"`), or in the list where the group went too. Takes what the list is drawn from.
 */
export function useKeptPlace(list: RefObject<HTMLElement | null>, drawn: readonly unknown[]): void {
  const last = useRef<Place>(null)
  useEffect(() => {
    function follow({ target }: FocusEvent): void {
      last.current = placeOf(list.current, target)
    }
    document.addEventListener('focusin', follow)
    return () => {
      document.removeEventListener('focusin', follow)
    }
  }, [list])
  useLayoutEffect(() => {
    if (last.current === null) return
    const { button, group, at } = last.current
    if (button.isConnected) {
      last.current = placeOf(list.current, button)
      return
    }
    const left = buttonsOf(group.isConnected ? group : list.current)
    left[Math.min(at, left.length - 1)]?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the list is drawn from is its caller’s to say
  }, [list, ...drawn])
}

type Place = { readonly button: Element; readonly group: Element; readonly at: number }

function placeOf(list: Element | null, target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || list?.contains(target) !== true) return null
  const group = target.closest('[role="group"]') ?? list
  return { button: target, group, at: buttonsOf(group).findIndex((one) => one === target) }
}

function buttonsOf(element: Element | null): readonly HTMLElement[] {
  return [...(element?.querySelectorAll('button') ?? [])]
}
