import type { Committee } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { useAct } from '../outlook/use-act.ts'

/** Changing a committee's meetings: one change at a time, and a look at the council when it is done. */
export function useArrange() {
  const { control } = useDesk().sandbox
  const { act, ...state } = useAct()
  const arrange = (committee: string, meetings: Committee['meetings'], done: string) =>
    act(async () => {
      await control.arrange(committee, meetings)
    }, done)
  return { ...state, arrange }
}
