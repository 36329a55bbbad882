import { createHash } from 'node:crypto'
import type { MemberId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { day } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { judged, type CompletionFault, type Told } from '../../domain/requirements/completion.ts'
import type { CompletionBody } from '../contracts/requirements.ts'
import type { Council } from '../ports/council.ts'

export type CompletionRefusal = { readonly kind: CompletionFault | 'no-such-member' | 'no-such-rule' | 'no-such-completion' }

type Keeping = Pick<Council, 'clock' | 'rulebook' | 'members' | 'completions'>

/** C5.9, C5.11: an officer puts down that a Member has done something. `mark` names the request: sent again it is the same. */
export async function recordCompletion(
  { clock, rulebook, members, completions }: Keeping,
  officer: Officer,
  { memberId, given }: { readonly memberId: MemberId; readonly given: CompletionBody },
  mark: string,
): Promise<Result<string, CompletionRefusal>> {
  const at = clock.now()
  const member = await members.find(memberId)
  if (!member) return refused({ kind: 'no-such-member' })
  const rule = rulebook.mandatory.rules.find(({ id }) => id === given.ruleId)
  if (!rule) return refused({ kind: 'no-such-rule' })
  const told = judged(toldIn(given), rule, londonDay(at))
  if (!told.ok) return refused({ kind: told.refusal })
  const id = `c${createHash('sha256').update(mark).digest('hex').slice(0, 24)}`
  await completions.add({ ...told.value, id, memberId, ruleId: rule.id, at, by: officer.id, byName: officer.name })
  return ok(id)
}

function toldIn({ kind, on, until, what }: CompletionBody): Told {
  return { kind, on: day(on), ...(until ? { until: day(until) } : {}), ...(what ? { what } : {}) }
}

/** Takes one back by a row of its own; what was put down stays in the record. Withdrawn twice, it stays as it was withdrawn first. */
export async function withdrawCompletion(
  { clock, completions }: Pick<Keeping, 'clock' | 'completions'>,
  officer: Officer,
  { memberId, completionId, why }: { readonly memberId: MemberId; readonly completionId: string; readonly why: string },
): Promise<Result<string, CompletionRefusal>> {
  const found = (await completions.ofMember(memberId)).find(({ id }) => id === completionId)
  if (!found) return refused({ kind: 'no-such-completion' })
  if (!found.withdrawn) await completions.withdraw(found, { at: clock.now(), by: officer.id, byName: officer.name, why })
  return ok(completionId)
}
