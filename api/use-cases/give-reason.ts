import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { mayGiveReason, withReason } from '../../domain/sessions/deciding.ts'
import type { DecisionRefusal } from '../../domain/sessions/deciding.ts'
import type { CancelReason } from '../../domain/sessions/session.ts'
import { uptakeOf } from '../../domain/sessions/undersubscribed.ts'
import type { ReasonBody } from '../contracts/decisions.ts'
import type { Council } from '../ports/council.ts'

export type ReasonRefusal =
  | DecisionRefusal
  | { readonly kind: 'no-such-session' }
  | { readonly kind: 'not-cancelled' }
  | { readonly kind: 'already-explained' }
  | { readonly kind: 'changed-since-seen' }

/** Writes down the missing reason of a cancellation made in Outlook (C3.13). The first reason given is the one that stays. */
export async function giveReason(
  { clock, rulebook, sessions }: Pick<Council, 'clock' | 'rulebook' | 'sessions'>,
  officer: Officer,
  order: ReasonBody & { readonly sessionId: SessionId },
): Promise<Result<CancelReason, ReasonRefusal>> {
  const found = await sessions.find(order.sessionId)
  if (!found) return refused({ kind: 'no-such-session' })
  const { standing } = found.session
  if (standing.kind !== 'cancelled') return refused({ kind: 'not-cancelled' })
  if (standing.reason) return refused({ kind: 'already-explained' })

  const tooFew = uptakeOf(found.session, rulebook, standing.at).kind === 'too-few'
  const may = mayGiveReason(order, rulebook, tooFew)
  if (!may.ok) return may
  const { reasonId, reasonWords } = order
  const reason = { id: reasonId, by: officer.id, byName: officer.name, at: clock.now(), ...(reasonWords ? { words: reasonWords } : {}) }
  const written = await sessions.save(withReason(found.session, reason), { etag: found.etag })
  return written === 'saved' ? ok(reason) : refused({ kind: 'changed-since-seen' })
}
