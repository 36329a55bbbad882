import type { Memory } from './memory.ts'
import type { Happening, Journal, SandboxClock } from './service.ts'

/** Oldest entries go first, so that a sandbox left running for days does not fill the memory. */
const keep = 50_000

export type KeptJournal = Journal & {
  /** How many things were ever noted: a place in the journal to read on from. */
  readonly length: () => number
  readonly from: (place: number) => readonly Happening[]
}

export function createJournal(clock: SandboxClock, memory: Memory, changed: () => void): KeptJournal {
  const state = memory.of('journal', () => ({ forgotten: 0, entries: [] as Happening[] }))
  const { entries } = state
  return {
    note(happening) {
      entries.push({ at: clock.now().toString(), ...happening })
      if (entries.length > keep) {
        entries.shift()
        state.forgotten += 1
      }
      changed()
    },
    length: () => state.forgotten + entries.length,
    from: (place) => entries.slice(Math.max(0, place - state.forgotten)),
  }
}
