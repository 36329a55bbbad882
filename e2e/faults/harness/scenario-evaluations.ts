import type { Held } from './sessions-held.ts'
import { at, type Stage } from './stage.ts'

/** What some Members say of a session that is over: two of them that evening and at one moment, and another once the forms have gone. */
export function onTheForms(stage: Stage, { sessionId }: Held): void {
  const { people, chance } = stage
  const isTogether = chance.happens(0.7)
  at(stage, chance.pick(['2026-10-20T17:45:00Z', '2026-10-20T18:30:00Z']), 20, () => {
    void people.evaluate(sessionId, 1, 4)
    if (isTogether) void people.evaluate(sessionId, 3, 5)
  })
  at(stage, '2026-10-21T08:20:00Z', 60, () => people.evaluate(sessionId, 2, 2))
}
