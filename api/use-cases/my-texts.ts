import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { wallTimeInWords } from '../../domain/kernel/words-of-time.ts'
import type { Member } from '../../domain/members/member.ts'
import { mobileInWords, normaliseMobile } from '../../domain/members/mobile.ts'
import { combinesSessions, takesTexts } from '../../domain/members/text-preferences.ts'
import type { MyTexts, MyTextsBody } from '../contracts/my-training.ts'
import type { Council, Stored } from '../ports/council.ts'
import { lookAgainFor } from './look-again.ts'

export type TextsRefusal =
  | { readonly kind: 'opting-out-not-allowed' }
  | { readonly kind: 'combining-not-allowed' }
  | { readonly kind: 'not-a-mobile' }
  | { readonly kind: 'changed-since-seen' }
  | { readonly kind: 'no-such-member' }

type Texting = Pick<Council, 'clock' | 'rulebook'>

/** How texts reach a Member, and what the council leaves to her (C4.12, C4.14). */
export function readMyTexts({ clock, rulebook }: Texting, { value: member, etag }: Stored<Member>): MyTexts {
  const { mobile } = member
  const number = mobile.kind === 'usable' ? mobileInWords(mobile) : mobile.kind === 'unusable' ? mobile.given : undefined
  return {
    reminders: takesTexts(member, rulebook),
    combine: combinesSessions(member, rulebook),
    combineAllowed: rulebook.reminders.combineAllowed,
    optOutAllowed: rulebook.texts.optOutAllowed,
    ...(number ? { mobile: number } : {}),
    mobileState: mobile.kind,
    permitted: { from: wallTimeInWords(rulebook.reminders.permitted.from), until: wallTimeInWords(rulebook.reminders.permitted.until) },
    etag,
    now: String(clock.now()),
  }
}

/**
 * Changes what a Member may choose about texts, or her number. A number that cannot be texted is refused with the old one kept:
 * she is there to put it right. Clauses: C4.12, C4.14.
 */
export async function changeMyTexts(
  council: Texting & Pick<Council, 'members' | 'sessions'>,
  seen: Stored<Member>,
  order: MyTextsBody,
): Promise<Result<MyTexts, TextsRefusal>> {
  const { rulebook, members } = council
  const { reminders = seen.value.texts.reminders, combine = seen.value.texts.combine } = order
  if (order.reminders === false && !rulebook.texts.optOutAllowed) return refused({ kind: 'opting-out-not-allowed' })
  if (order.combine === true && !rulebook.reminders.combineAllowed) return refused({ kind: 'combining-not-allowed' })
  const mobile = order.mobile === undefined ? seen.value.mobile : normaliseMobile(order.mobile)
  if (order.mobile !== undefined && mobile.kind === 'unusable') return refused({ kind: 'not-a-mobile' })
  if (order.etag !== seen.etag) return refused({ kind: 'changed-since-seen' })

  // Marked as hers, so that the next import of the register leaves it alone.
  const setBy = order.mobile === undefined ? {} : ({ mobileSetBy: 'member' } as const)
  const by = { kind: 'member', id: seen.value.id } as const
  const written = await members.save({ ...seen.value, mobile, ...setBy, texts: { reminders, combine } }, seen, by)
  if (written !== 'saved') return refused({ kind: 'changed-since-seen' })
  await lookAgainFor(council, [seen.value.id])
  const now = await members.find(seen.value.id)
  return now ? ok(readMyTexts(council, now)) : refused({ kind: 'no-such-member' })
}
