import { digest } from '../../domain/kernel/digest.ts'
import { canonicalJson } from '../../domain/kernel/same.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { membersNamedIn } from '../../domain/partners/names-a-member.ts'
import { partnerPage, type PartnerPage } from '../../domain/partners/page.ts'
import { recipientsOf, type Recipient } from '../../domain/partners/sharing.ts'
import { partnersOf, toldOf, type Partner, type Told } from '../../domain/partners/told.ts'
import { partnerWords } from '../../domain/partners/words.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { isPostponed } from '../../domain/sessions/postponed.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { CouncilProfile } from '../ports/council.ts'

export type ShareTrouble =
  | { readonly kind: 'not-marked' | 'no-partners' | 'nothing-changed' | 'cancelled' | 'untagged' | 'started' | 'postponed' | 'too-often' }
  | { readonly kind: 'names-a-member'; readonly names: readonly string[] }

/** One email, and everybody who gets it just so. */
export type PartnerEmail = PartnerPage & { readonly to: readonly Partner[] }

/** What a share would be if it were pressed now. */
export type ShareNow = {
  readonly told: Told | undefined
  readonly to: readonly Recipient[]
  readonly emails: readonly PartnerEmail[]
  readonly trouble: ShareTrouble | undefined
  /** A digest of all of it. */
  readonly seen: string
}

type Around = {
  readonly profile: CouncilProfile
  readonly rulebook: Rulebook
  readonly members: readonly Member[]
  readonly now: Instant
}

/** Nobody shares one event this often; whoever could would fill a partner's mailbox. */
const mostShares = 30

/** C4.18: to whom an event would go now and in which words, or why it would not. */
export function shareNow(record: SessionRecord, { profile, rulebook, members, now }: Around): ShareNow {
  const { session } = record
  const told = toldOf(session, partnerWords.usualBooking(profile.help))
  const barred = barredBy(session, told, rulebook, now)
  const to = told && !barred ? recipientsOf(record, told, rulebook) : []
  const emails = told ? grouped(to, (recipient) => partnerPage(told, recipient.prior, profile.name)) : []
  const named = told ? membersNamedIn(told, members).map(({ shortName }) => shortName) : []
  const nobody = { kind: isPostponed(session) ? 'postponed' : 'nothing-changed' } as const
  const trouble = barred ?? (to.length === 0 ? nobody : named.length > 0 ? ({ kind: 'names-a-member', names: named } as const) : undefined)
  return { told, to, emails, trouble, seen: digest(JSON.stringify([told ?? null, emails])).slice(0, 32) }
}

function barredBy(session: Session, told: Told | undefined, rulebook: Rulebook, now: Instant): ShareTrouble | undefined {
  const { standing, startsAt, shares = [] } = session
  if (standing.kind !== 'standing') return { kind: standing.kind }
  if (isAtOrAfter(now, startsAt) && !isPostponed(session)) return { kind: 'started' }
  if (!told) return { kind: 'not-marked' }
  if (partnersOf(rulebook).length === 0) return { kind: 'no-partners' }
  return shares.length >= mostShares ? { kind: 'too-often' } : undefined
}

function grouped(to: readonly Recipient[], write: (recipient: Recipient) => PartnerPage): readonly PartnerEmail[] {
  const written = to.map((recipient) => ({ recipient, page: write(recipient) }))
  const same = Map.groupBy(written, ({ page }) => canonicalJson(page))
  return [...same.values()].flatMap((each) => {
    const [first] = each
    return first ? [{ ...first.page, to: each.map(({ recipient: { name, address } }) => ({ name, address })) }] : []
  })
}
