import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { wordsOf } from '../use-loaded.ts'

/** Something done in Outlook: one at a time, its refusal in Graph's own words, and a look at the council when it is done. */
export function useAct() {
  const { announce, settle } = useDesk()
  const [state, setState] = useState<{ busy: boolean; refused?: string }>({ busy: false })

  async function act(work: () => Promise<unknown>, done: string): Promise<boolean> {
    setState({ busy: true })
    try {
      await work()
      announce(done)
      await settle()
      setState({ busy: false })
      return true
    } catch (failure) {
      setState({ busy: false, refused: wordsOf(failure) })
      return false
    }
  }
  return { ...state, act }
}
