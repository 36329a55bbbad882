import { useEffect, useState } from 'react'
import { useConnection } from './ApiContext.tsx'

/** Leaves a word for the page that is shown next: what was saved is said where one arrives. */
export function useLeaveWord(): (place: string, word: string) => void {
  const { begun } = useConnection()
  return (place, word) => void begun.set(`word ${place}`, word)
}

/** The word that was left for this page, once. It comes after the page is there: what appears together with its region is not read out. */
export function useWordLeft(place: string): string | undefined {
  const { begun } = useConnection()
  const [word, setWord] = useState<string>()
  useEffect(() => {
    const said = setTimeout(() => {
      const left = begun.get(`word ${place}`)
      begun.delete(`word ${place}`)
      if (typeof left === 'string') setWord(left)
    })
    return () => clearTimeout(said)
  }, [begun, place])
  return word
}
