import type { AttentionRow } from '../../../api/contracts/attention.ts'
import { heldAction, heldWords } from '../../ui/words-of-held.ts'
import { deadlineWords } from '../../ui/words-of-needs.ts'
import { counted, listed } from '../../ui/words-of-number.ts'
import { asAtWords, dayWords } from '../../ui/words-of-time.ts'
import { startsWords, wasToStartWords } from './words-of-start.ts'
import type { RowWords } from './words.ts'

type Row = Extract<
  AttentionRow,
  { kind: 'to-move' | 'need-reopened' | 'audience' | 'held-back' | 'tag-refused' | 'room-too-small' | 'register-empty' | 'brief-owed' }
>

function whenWords({ kind, startsAt }: Row, now: string): string {
  return kind === 'to-move' || kind === 'need-reopened' ? wasToStartWords(startsAt, now) : startsWords(startsAt, now)
}

const refusals = {
  unreadable: 'It cannot be read: somebody changed it by hand, or with another version of Quorate.',
  'does-not-fit': 'It does not fit the council’s settings or its register any more, so none of it was put down.',
} as const

/** What waits because of what officers decided about a session, or put down of it. */
export function putDownWords(row: Row, now: string): RowWords {
  const shared = { key: `${row.kind}-${row.sessionId}`, when: whenWords(row, now) }
  const toSession = { words: 'See the session', to: { page: 'session', sessionId: row.sessionId } } as const
  switch (row.kind) {
    case 'to-move':
      return {
        ...shared,
        icon: 'calendar',
        claim: `Move ${row.title} to its new date in Outlook`,
        why: `Postponed by ${row.by} at ${asAtWords(row.postponedAt, now)}. Members still have ${dayWords(row.startsAt, now)} in their calendars.`,
        act: toSession,
      }
    case 'need-reopened':
      return {
        ...shared,
        icon: 'people',
        claim: `${counted(row.needs.length, 'Member')} still ${row.needs.length === 1 ? 'needs' : 'need'} what ${row.title} was for`,
        why: `It was cancelled, and nothing else would meet it: ${listed(
          row.needs.map(({ name, rule, deadline }) => `${name} (${rule}${deadlineWords(deadline, now, ', ')})`),
          3,
        )}.`,
        act: toSession,
      }
    case 'audience':
      return {
        ...shared,
        icon: 'people',
        claim: `The invitation to ${row.title} does not fit whom it is for`,
        why: [
          row.missing.length > 0 && `Missing: ${listed(row.missing, 3)}.`,
          row.surplus.length > 0 && `Invited, but it is not for them: ${listed(row.surplus, 3)}.`,
        ]
          .filter(Boolean)
          .join(' '),
        act: toSession,
      }
    case 'register-empty':
      return {
        ...shared,
        icon: 'people',
        claim: `Nobody has filled in the register of ${row.title}`,
        why: row.joined
          ? `Teams shows ${counted(row.joined, 'Member')} who joined: confirm there who attended.`
          : 'Until somebody does, nobody counts as having been there.',
        act: { words: 'See the register', to: { page: 'register', sessionId: row.sessionId } },
      }
    case 'held-back':
      return {
        ...shared,
        icon: 'warning',
        claim: `${row.title} does not say what it is to achieve`,
        why: `${heldWords(row.from)} Whoever is invited has the invitation all the same.`,
        act: { words: heldAction, to: { page: 'details', sessionId: row.sessionId } },
      }
    case 'tag-refused':
      return {
        ...shared,
        icon: 'warning',
        claim: `What is written in the Outlook appointment of ${row.title} is not followed`,
        why: `${refusals[row.because]} Put its details down here, or ask ${row.organiser} to write them anew in Outlook.`,
        act: { words: 'Put the details down', to: { page: 'details', sessionId: row.sessionId } },
      }
    case 'brief-owed':
      return { ...shared, icon: 'brief', ...briefWords(row) }
    case 'room-too-small':
      break
  }
  return {
    ...shared,
    icon: 'warning',
    claim: `${row.title}: ${row.accepted} have accepted, and the room holds ${row.capacity}`,
    why: 'Find a larger room, or offer another run.',
    act: toSession,
  }
}

/** C1.11: it opens with the aims, so that without any they come first. */
function briefWords({ title, organiser, sessionId, hasAims, hasChanged }: Extract<Row, { kind: 'brief-owed' }>) {
  const act = { words: 'See the brief', to: { page: 'brief', sessionId } } as const
  if (hasChanged) {
    const why = 'The time, the place, the aims or what is asked of Members is otherwise now. Give it to the presenter anew.'
    return { claim: `${title}: the brief has changed since the presenter got it`, why, act }
  }
  const claim = `${title}: give the presenter the brief`
  if (hasAims) return { claim, why: `Arranged by ${organiser}. It opens with the aims, so that the session can begin with them.`, act }
  const why = `Arranged by ${organiser}. It opens with the aims and objectives, and nobody has put them down yet: do that first.`
  return { claim, why, act: { words: 'Put them down', to: { page: 'details', sessionId } } as const }
}
