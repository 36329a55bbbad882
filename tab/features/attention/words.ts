import type { AttentionRow } from '../../../api/contracts/attention.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { placesWords } from '../../../domain/places/words.ts'
import { asAtWords, byWords, dayAndMonth, dayWords, isBeforeInstant } from '../../ui/words-of-time.ts'
import { clashClaim, clashWhy } from '../../ui/words-of-clashes.ts'
import { becauseWords } from '../../ui/words-of-messages.ts'
import { pairWords } from '../../ui/words-of-pairs.ts'
import { capitalised, counted, listed } from '../../ui/words-of-number.ts'
import type { Route } from '../../paths.ts'
import { bulletinRow } from './words-of-bulletin.ts'
import { startsWords } from './words-of-start.ts'
import { putDownWords } from './words-of-sessions.ts'

export const words = {
  title: 'Needs attention',
  nothing: 'Nothing needs you',
  nothingDetail: 'Sessions to decide, Members to ring and things to put right appear here.',
}

export const groups = ['now', 'decide', 'put-right', 'moment'] as const
export const groupHeadings = {
  now: 'Now',
  decide: 'Decide',
  'put-right': 'Put right',
  moment: 'When you have a moment',
} as const satisfies Record<AttentionRow['group'], string>

export function leadWords(many: number): string {
  if (many === 0) return words.nothing
  const things = many === 1 ? 'One thing' : `${many} things, the most pressing first`
  return `${things}. ${many === 1 ? 'It stays' : 'Each stays'} here until it is dealt with, or until its time has passed.`
}

/** One row: the claim, one line of why, by when, and the act with its name out of context. */
export type RowWords = {
  readonly key: string
  readonly icon: 'ring' | 'people' | 'calendar' | 'phone' | 'warning' | 'repeat' | 'clash' | 'bulletin' | 'brief'
  readonly claim: string
  readonly why: string
  readonly when?: string
  readonly act?: { readonly words: string; readonly to: Route }
}

export function rowWords(row: AttentionRow, now: string): RowWords {
  switch (row.kind) {
    case 'ring':
      return ringRow(row, now)
    case 'decide':
      return decideRow(row, now)
    case 'reason-missing':
      return {
        key: `reason-${row.sessionId}`,
        icon: 'calendar',
        claim: `${row.title} was cancelled in Outlook without a reason`,
        why: `By ${row.organiser}, seen at ${asAtWords(row.cancelledAt, now)}. Reminders have stopped.`,
        act: { words: 'Give the reason', to: { page: 'reason', sessionId: row.sessionId } },
      }
    case 'untagged':
      return {
        key: `untagged-${row.sessionId}`,
        icon: 'warning',
        claim: `${row.title}, ${dayWords(row.startsAt, now)}, is no longer marked as training`,
        why: `No reminders go out. If ${row.organiser} did not mean it, give it its category back in Outlook.`,
        when: startsWords(row.startsAt, now),
        act: toSession(row.sessionId, 'See the session'),
      }
    case 'message-failed':
      return {
        key: `failed-${row.sessionId}`,
        icon: 'phone',
        claim: `${counted(row.failed.length, 'message')} about ${row.title} did not arrive`,
        why: failedWhy(row.failed),
        when: startsWords(row.startsAt, now),
        act: toSession(row.sessionId, 'See the session'),
      }
    case 'list-unresolvable':
      return {
        key: `list-${row.sessionId}-${row.list}`,
        icon: 'people',
        claim: `Quorate cannot see who is on “${row.list}”`,
        why: `It is on the invitation to ${row.title}. Members on it are counted only once they answer, or when they are invited by name.`,
        when: startsWords(row.startsAt, now),
        act: toSession(row.sessionId, 'See the session'),
      }
    case 'clash':
      return {
        key: `clash-${row.sessionId}-${row.clashId}`,
        icon: 'clash',
        claim: `${row.title}, ${dayWords(row.startsAt, now)}: ${clashClaim(row.against)}`,
        why: clashWhy(row),
        when: startsWords(row.startsAt, now),
        act: toSession(row.sessionId, 'Put it right'),
      }
    case 'to-move':
    case 'need-reopened':
    case 'audience':
    case 'held-back':
    case 'tag-refused':
    case 'room-too-small':
    case 'register-empty':
    case 'brief-owed':
      return putDownWords(row, now)
    case 'places-waiting':
      return placesRow(row, now)
    case 'places-failed':
      return {
        key: `places-failed-${row.offerId}`,
        icon: 'phone',
        claim: `${counted(row.failed.length, 'email')} about the limited places at ${row.title} did not arrive`,
        why: failedWhy(row.failed),
        ...(row.startsAt ? { when: startsWords(row.startsAt, now) } : {}),
        act: { words: 'See the places', to: { page: 'places', offerId: row.offerId } },
      }
    case 'bulletin-unreleased':
    case 'bulletin-lapsed':
      return bulletinRow(row, now)
    case 'bad-mobile':
      return {
        key: `mobile-${row.memberId}`,
        icon: 'phone',
        claim: `${row.name}’s number, ${row.given}, is not a mobile`,
        why: 'Reminders go by email until it is put right.',
        act: { words: 'Change number', to: { page: 'members', find: row.name } },
      }
  }
  return {
    key: `repeat-${row.sessionId}`,
    icon: 'repeat',
    claim: `${row.title}, ${dayWords(row.startsAt, now)}`,
    why: pairWords[row.pair],
    act: toSession(row.sessionId, 'See the session'),
  }
}

/** Who has not heard, each once however many there were, and what is to be done about an address to which nothing can be delivered. */
function failedWhy(failed: readonly { readonly name: string; readonly because: string }[]): string {
  const each = new Set(failed.map(({ name, because }) => `${name} (${becauseWords(because)})`))
  const who = `${capitalised(listed([...each], 3))}.`
  const isAddress = failed.some(({ because }) => because === 'came-back')
  return isAddress
    ? `${who} Tell them another way, and have the address put right: a Member’s in modern.gov, an officer’s in Microsoft 365, a partner’s in Settings.`
    : who
}

/** C4.4: nobody is told anything before an officer has gone on with it. */
function placesRow(row: Extract<AttentionRow, { kind: 'places-waiting' }>, now: string): RowWords {
  const closed = placesWords.closedOn(instant(row.closedAt))
  const interested = `${counted(row.interested, 'Member')} ${row.interested === 1 ? 'is' : 'are'} interested`
  const { claim, why } = {
    draw: {
      claim: `${row.title}: make the draw for ${counted(row.places, 'place')}`,
      why: `${closed} ${interested}, and nobody has a place or is told until you go on.`,
    },
    confirmation: {
      claim: `${row.title}: confirm who has a place`,
      why: 'The draw is made. Nobody has a place, and nobody is told, until it is confirmed.',
    },
    next: {
      claim: `${row.title}: a place is free for the next on the list`,
      why: 'Nobody has it, and nobody is told, until you confirm who it goes to.',
    },
  }[row.waitsFor]
  return {
    key: `places-${row.offerId}`,
    icon: 'people',
    claim,
    why,
    ...(row.startsAt ? { when: startsWords(row.startsAt, now) } : {}),
    act: { words: 'See the places', to: { page: 'places', offerId: row.offerId } },
  }
}

function ringRow(row: Extract<AttentionRow, { kind: 'ring' }>, now: string): RowWords {
  const names = row.toRing.map(({ name, because }) => `${name} (${becauseWords(because)})`)
  const sofar = [row.delivered > 0 && `${counted(row.delivered, 'text')} delivered`, row.rung > 0 && `${row.rung} rung`].filter(Boolean)
  return {
    key: `ring-${row.sessionId}`,
    icon: 'ring',
    claim: `Ring ${counted(row.toRing.length, 'Member')} about ${row.title}, cancelled at ${asAtWords(row.cancelledAt, now)}`,
    why: `${listed(names, 3)}.${sofar.length > 0 ? ` ${capitalised(sofar.join(', '))}.` : ''}`,
    when: startsWords(row.startsAt, now),
    act: { words: 'Open phone list', to: { page: 'phone-list', sessionId: row.sessionId } },
  }
}

function decideRow(row: Extract<AttentionRow, { kind: 'decide' }>, now: string): RowWords {
  const late = !isBeforeInstant(now, row.decideBy)
  return {
    key: `decide-${row.sessionId}`,
    icon: 'people',
    claim: `${row.title}, ${dayAndMonth(row.startsAt, 'long')}: ${row.accepted} of ${row.minimum} coming`,
    why: `${row.tentative} tentative, ${row.none} ${row.none === 1 ? 'has' : 'have'} not answered. The session stands until somebody decides.`,
    when: late ? `Was due by ${byWords(row.decideBy, now)}` : `By ${byWords(row.decideBy, now)}`,
    act: { words: 'Decide', to: { page: 'decide', sessionId: row.sessionId } },
  }
}

function toSession(sessionId: string, said: string): { readonly words: string; readonly to: Route } {
  return { words: said, to: { page: 'session', sessionId } }
}
