import { londonDay } from '../../domain/kernel/london.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Member, Mobile } from '../../domain/members/member.ts'
import { hasLeftOffice } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { mobileInWords, normaliseMobile } from '../../domain/members/mobile.ts'
import type { MemberMobile } from '../contracts/register.ts'
import type { Council } from '../ports/council.ts'
import { lookAgainFor } from './look-again.ts'

export type MobileRefusal =
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'left-office' }
  | { readonly kind: Extract<Mobile, { kind: 'unusable' }>['because'] }
  | { readonly kind: 'busy' }

const attempts = 4

/**
 * Puts a Member's mobile number right, as an officer heard it from her; an empty one says that she has none. The register's or the
 * directory's number no longer counts until she or an officer says otherwise.
 *
 * Clauses: C3.12, C4.14: the one who cannot be texted no longer waits for an officer.
 */
export async function correctMobile(
  council: Pick<Council, 'clock' | 'members' | 'sessions'>,
  officer: Officer,
  order: { readonly memberId: MemberId; readonly mobile: string },
): Promise<Result<MemberMobile, MobileRefusal>> {
  const { clock, members } = council
  const mobile = normaliseMobile(order.mobile)
  if (mobile.kind === 'unusable') return refused({ kind: mobile.because })
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await members.find(order.memberId)
    if (!found) return refused({ kind: 'no-such-member' })
    if (hasLeftOffice(found.value, londonDay(clock.now()))) return refused({ kind: 'left-office' })
    const corrected: Member = { ...found.value, mobile, mobileSetBy: 'officer' }
    if ((await members.save(corrected, found, { kind: 'officer', id: officer.id })) !== 'saved') continue
    await lookAgainFor(council, [corrected.id])
    return ok({ memberId: corrected.id, mobileState: mobile.kind, ...(mobile.kind === 'usable' ? { mobile: mobileInWords(mobile) } : {}) })
  }
  return refused({ kind: 'busy' })
}
