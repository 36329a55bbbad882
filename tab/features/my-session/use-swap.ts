import { useState } from 'react'
import type { Answering } from '../../ui/answering/use-telling.ts'

/** Where a swap has got to. While the other run is being accepted, that run's own line says how it goes. */
export type Swap = 'none' | 'accepting' | 'waiting' | 'declining' | 'done' | 'not-accepted' | 'not-declined'

/**
 * Takes the other run in place of this one: accepts it first and declines this one only when Outlook has the other,
 * so that a failure half-way never leaves her with neither.
 */
export function useSwap(other: Answering, mine: Answering): { readonly swap: Swap; readonly start: () => Promise<void> } {
  const [swap, setSwap] = useState<Swap>('none')
  async function start(): Promise<void> {
    setSwap('accepting')
    const accepted = await other.answer('accepted')
    if (accepted.kind !== 'told') {
      setSwap(accepted.kind === 'refused' || accepted.kind === 'none' ? 'not-accepted' : 'waiting')
      return
    }
    setSwap('declining')
    const declined = await mine.answer('declined')
    setSwap(declined.kind === 'refused' || declined.kind === 'unsent' ? 'not-declined' : 'done')
  }
  return { swap, start }
}
