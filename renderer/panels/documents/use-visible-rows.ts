import { useLayoutEffect, useState } from 'react'

/** Rows drawn beyond the edge, so that none is missing while the table scrolls. */
const beyond = 8

/** From which to which row, half-open, a scrolled element with rows of one height shows; it measures in CSS px. */
export function useVisibleRows(
  element: HTMLElement | null,
  rowHeight: number,
  count: number,
): { readonly start: number; readonly end: number } {
  const [view, setView] = useState({ top: 0, height: 800 })
  useLayoutEffect(() => {
    if (element === null) return undefined
    const measure = (): void => {
      setView({ top: element.scrollTop, height: element.clientHeight })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [element])
  return {
    start: Math.max(0, Math.floor(view.top / rowHeight) - beyond),
    end: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond),
  }
}
