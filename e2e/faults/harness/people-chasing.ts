import { chaseMembers } from '../../../api/use-cases/chase-members.ts'
import type { SessionId } from '../../../domain/kernel/ids.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import type { Asking } from './persist.ts'

/** One press of Chase, and what whoever pressed was told of it. */
export type MeantChase = {
  readonly press: string
  readonly sessionId: SessionId
  readonly eventId: string
  readonly at: number
  /** Members who are asked, as she was told, and when she was. */
  told?: { readonly at: number; readonly asked: number }
}

export type Chasing = {
  readonly meant: readonly MeantChase[]
  chase(session: Pick<MeantChase, 'sessionId' | 'eventId'>, officer: number): Promise<void>
}

/** Whoever presses has seen how often it was done before, and presses for the next time: however often it is sent, that stays so. */
export function createChasing({ persist, world }: Asking): Chasing {
  const meant: MeantChase[] = []
  return {
    meant,
    async chase({ sessionId, eventId }, officer) {
      const own: MeantChase = { press: `press-${meant.length + 1}`, sessionId, eventId, at: world.now() }
      meant.push(own)
      const seen: { number?: number } = {}
      await persist(async (council) => {
        const found = await council.sessions.find(sessionId)
        if (!found) return 'again'
        seen.number ??= (found.session.chases?.length ?? 0) + 1
        const result = await chaseMembers(council, anOfficer(officer), { sessionId, number: seen.number, press: own.press })
        if (result.ok) own.told = { at: world.now(), asked: result.value.asked }
        if (result.ok) return 'done'
        return result.refusal.kind === 'busy' ? 'again' : 'given up'
      })
    },
  }
}
