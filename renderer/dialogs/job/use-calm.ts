import { useEffect, useRef, useState } from 'react'

/** How often a screen reader is told how far a job is, in ms. */
const pace = 10_000

/**
 * Words that follow others no more often than every ten seconds, and at once when their topic changes: for live
 * regions, which speak every change.
 */
export function useCalm(topic: string, words: string): string {
  const latest = useRef(words)
  const [told, setTold] = useState({ topic, words })
  if (told.topic !== topic) setTold({ topic, words })
  useEffect(() => {
    latest.current = words
  }, [words])
  useEffect(() => {
    const timer = setInterval(() => {
      setTold(({ topic: same }) => ({ topic: same, words: latest.current }))
    }, pace)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return `${told.topic} ${told.words}`
}
