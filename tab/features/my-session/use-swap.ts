import { useState } from 'react'
import type { Answering } from '../../ui/answering/use-telling.ts'

export type Swap = 'none' | 'accepting' | 'declining' | 'done' | 'notAccepted' | 'notDeclined' | 'waiting'

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
      setSwap(accepted.kind === 'waiting' ? 'waiting' : 'notAccepted')
      return
    }
    setSwap('declining')
    const declined = await mine.answer('declined')
    setSwap(declined.kind === 'refused' || declined.kind === 'unsent' ? 'notDeclined' : 'done')
  }
  return { swap, start }
}
