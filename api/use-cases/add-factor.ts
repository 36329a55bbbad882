import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { mayAddFactor } from '../../domain/sessions/factor.ts'
import type { Factor, FactorRefusal } from '../../domain/sessions/factor.ts'
import type { FactorBody } from '../contracts/decisions.ts'
import type { Council } from '../ports/council.ts'

export type AddFactorRefusal = FactorRefusal | { readonly kind: 'no-such-session' } | { readonly kind: 'busy' }

type Order = FactorBody & { readonly sessionId: SessionId; readonly id: string }

const attempts = 6

/** C3.7: writes down what else an officer says is to be weighed, once however often it is sent. */
export async function addFactor(
  { clock, rulebook, sessions }: Pick<Council, 'clock' | 'rulebook' | 'sessions'>,
  officer: Officer,
  { sessionId, id, listed, words }: Order,
): Promise<Result<Factor, AddFactorRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const before = found.session.factors ?? []
    const same = before.find((each) => each.id === id)
    if (same) return ok(same)

    const given = { ...(listed ? { listed } : {}), ...(words ? { words } : {}) }
    const may = mayAddFactor(given, before, rulebook)
    if (!may.ok) return may
    const factor: Factor = { id, ...given, by: officer.id, byName: officer.name, at: clock.now() }
    const history = [{ at: factor.at, what: { kind: 'factor-added', byName: officer.name, ...given } }] as const
    const session = { ...found.session, factors: [...before, factor] }
    if ((await sessions.save({ session, history }, { etag: found.etag })) === 'saved') return ok(factor)
  }
  return refused({ kind: 'busy' })
}
