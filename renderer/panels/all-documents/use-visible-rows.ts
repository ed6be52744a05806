import { useLayoutEffect, useState, type RefObject } from 'react'

/** Rows drawn beyond the edge, so that none is missing while the table scrolls. */
const beyond = 8

/** From which to which row, half-open, a scrolled element of rows of one height shows; it measures in CSS px. */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
): { readonly start: number; readonly end: number } {
  const [view, setView] = useState({ top: 0, height: 800 })
  useLayoutEffect(() => {
    const element = scroller.current
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
  }, [scroller])
  return {
    start: Math.max(0, Math.floor(view.top / rowHeight) - beyond),
    end: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond),
  }
}
