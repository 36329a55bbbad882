import { testDuty } from '../../domain/bulletin/drafting.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import type { IssueId, MemberId } from '../../domain/kernel/ids.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Council } from '../ports/council.ts'

export type TestRefusal = { readonly kind: 'no-such-issue' | 'no-such-member' | 'no-address' }

/** `press` names what was pressed: pressed once it is sent once, however often the request arrives. */
type Order = { readonly issueId: IssueId; readonly memberId: MemberId; readonly press: string }

/** C4.2: the issue as it would leave now, as one Member would get it, to the officer who asks and to nobody else. */
export async function sendTest(
  { bulletins, members, clock }: Pick<Council, 'bulletins' | 'members' | 'clock'>,
  officer: Officer,
  { issueId, memberId, press }: Order,
): Promise<Result<{ readonly address: string }, TestRefusal>> {
  const [found, member] = await Promise.all([bulletins.find(issueId), members.find(memberId)])
  if (!found || found.issue.state.kind === 'lapsed') return refused({ kind: 'no-such-issue' })
  if (!member) return refused({ kind: 'no-such-member' })
  if (officer.address === '') return refused({ kind: 'no-address' })
  const duty = testDuty(found.issue, { officerId: officer.id, memberId, press }, clock.now())
  await bulletins.owe(issueId, [asDue(duty)])
  return ok({ address: officer.address })
}
