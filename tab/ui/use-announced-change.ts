import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

/** Has what changes while it is looked at read out once, politely; not what is there at first. */
export function useAnnouncedChange(words: string): void {
  const { announce } = useAnnounce()
  const before = useRef(words)
  useEffect(() => {
    if (before.current === words) return
    before.current = words
    announce(words, { polite: true })
  }, [words, announce])
}
