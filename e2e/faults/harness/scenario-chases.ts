import { held, type HeldName } from './sessions-held.ts'
import { at, type Stage } from './stage.ts'

/** On Monday evening, and on Tuesday while there is still time. */
const moments = ['2026-10-19T18:00:00Z', '2026-10-19T20:00:00Z', '2026-10-20T09:40:00Z', '2026-10-20T10:30:00Z'] as const

/** Officers chase, now one session and now another, sometimes both of them at one moment: more often than a Member may be asked in a week. */
export function chases(stage: Stage, names: readonly HeldName[]): void {
  const { people, chance } = stage
  const [first, ...others] = names
  if (!first) return
  for (const moment of moments) {
    const name = chance.pick([first, ...others])
    const isTogether = chance.happens(0.4)
    const other = chance.pick([first, ...others])
    at(stage, moment, 60, () => {
      void people.chase(held[name], 901)
      if (isTogether) void people.chase(held[other], 902)
    })
  }
}
