import type { Committee, Control } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { useAct } from '../outlook/use-act.ts'
import { councilWords } from './words.ts'

type Changed = (known: Committee) => Committee['meetings']

/** Changing a committee's meetings: one change at a time, and a look at the council when it is done. */
export function useArrange() {
  const { control } = useDesk().sandbox
  const { act, ...state } = useAct()
  return { ...state, arrange: (name: string, changed: Changed, done: string) => act(() => arrange(control, name, changed), done) }
}

/**
 * Changes a committee's list as it stands now.
 *
 * Trap: the list is put whole, and what is on the screen may be from before another change, which would be undone.
 */
export async function arrange(control: Pick<Control, 'committees' | 'arrange'>, name: string, changed: Changed): Promise<void> {
  const known = (await control.committees()).find((committee) => committee.name === name)
  if (!known) throw new Error(councilWords.noSuchCommittee)
  await control.arrange(name, changed(known))
}
