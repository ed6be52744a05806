import { useEffect, useRef, type ReactNode } from 'react'

/** What a dialog that goes through several steps shows now. It takes the keyboard as it appears, and so is read out. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    <h3 className="step-heading" ref={heading} tabIndex={-1}>
      {children}
    </h3>
  )
}
