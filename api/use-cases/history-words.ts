import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { factorWords } from '../../domain/sessions/factor.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { HistoryEntry, HistoryKind } from '../../domain/sessions/session-record.ts'
import { reasonLabel } from './standing-views.ts'

type Told = { readonly members: readonly Member[]; readonly rulebook: Pick<Rulebook, 'cancellation' | 'minimum'> }

const answers: Record<Response, string> = { accepted: 'accepted', tentative: 'tentative', declined: 'declined', none: 'no answer' }

/** A session's history as officers read it, newest first. */
export function historyView(history: readonly HistoryEntry[], told: Told): { at: string; what: string }[] {
  return history.toReversed().map(({ at, what }) => ({ at: String(at), what: historyWords(what, told) }))
}

const refusedWords = {
  unreadable: 'What was written into the appointment in Outlook cannot be read, and was not followed',
  'does-not-fit': 'What was written into the appointment in Outlook does not fit the council’s settings, and was not followed',
} as const

export function historyWords(what: HistoryKind, { members, rulebook }: Told): string {
  switch (what.kind) {
    case 'invited':
      return `Invitation seen in Outlook: ${counted(what.members)} invited`
    case 'invitation-widened':
      return `${counted(what.members)} more invited`
    case 'invitation-narrowed':
      return `${counted(what.members)} no longer invited`
    case 'responded':
      return respondedWords(what, members)
    case 'moved':
      return `Moved from ${dateWords(what.from)} to ${dateWords(what.to)}`
    case 'length-changed':
      return `Ends at ${timeInWords(what.to)}, was ${timeInWords(what.from)}`
    case 'renamed':
      return `Renamed from “${what.from}” to “${what.to}”`
    case 'place-changed':
      return what.to
        ? `Place: ${what.to}${what.from ? `, was ${what.from}` : ''}`
        : `Place taken away${what.from ? `, was ${what.from}` : ''}`
    case 'reviewed':
      return `Reviewed: ${what.accepted} of ${what.minimum} coming`
    case 'raised':
      return what.round === 1
        ? `Put to officers: ${what.accepted} of ${what.minimum} coming`
        : `Put to officers again: ${what.accepted} of ${what.minimum} coming`
    case 'escalated':
      return 'Not decided in time: officers reminded. The session still stands'
    case 'closed':
      return closedWords[what.because] ?? `Closed with ${what.accepted} coming`
    case 'decided':
      return decidedLine(what)
    case 'cancelled-in-outlook':
      return 'Cancelled in Outlook'
    case 'reason-given':
      return `Reason given by ${what.byName}: ${reasonLabel(what.reasonId, rulebook)}`
    case 'reminded':
      return `${what.reminder === 'week-before' ? 'Week-before reminder' : 'Morning reminder'} to ${counted(what.members)}`
    case 'register-begun':
      return `Register begun by ${what.byName}`
    case 'clash-accepted':
      return `Kept at its time beside ${what.beside} by ${what.byName}: ${what.reason}`
    case 'tag-refused':
      return refusedWords[what.because]
    case 'details-set':
      return `Details put down by ${what.byName}`
    case 'factor-added':
      return `To be weighed, by ${what.byName}: ${factorWords(what, rulebook)}`
    case 'chased':
      return `${counted(what.asked)} asked again by ${what.byName}${what.spared > 0 ? `; ${what.spared} had enough messages this week` : ''}`
    case 'shared-with-partners':
      return `${what.again ? 'Shared again' : 'Shared'} with ${partners(what.partners)} by ${what.byName}`
    case 'brief-given':
      return `Brief given to the presenter${what.again ? ' anew' : ''} by ${what.byName}`
    case 'partners-told-off':
      return `${partners(what.partners)} told that it is cancelled`
    case 'untagged':
      return 'No longer marked as training in Outlook'
    default:
      return lastWords[what.kind]
  }
}

function respondedWords({ memberId, from, to }: Extract<HistoryKind, { kind: 'responded' }>, members: readonly Member[]): string {
  const name = members.find((member) => member.id === memberId)?.shortName ?? 'A Member who has left'
  return from === 'none' ? `${name}: ${answers[to]}` : `${name}: ${answers[to]}, was ${answers[from]}`
}

/** By its own name, so that a new kind of entry does not compile until it has words. */
const lastWords = {
  'tagged-again': 'Marked as training again',
  'restored-in-outlook': 'Stands again: restored in Outlook',
} as const

const decidedWords: Readonly<Record<string, string>> = {
  run: 'Going ahead: decided',
  cancel: 'Cancelled',
  postpone: 'Postponed',
  merge: 'Merged with the other run',
}

function decidedLine({ choice, byName, insteadOf, reason }: Extract<HistoryKind, { kind: 'decided' }>): string {
  if (!insteadOf) return `${decidedWords[choice] ?? 'Decided'} by ${byName}`
  return `No longer postponed. Going ahead after all: decided by ${byName}${reason ? `, because: ${reason}` : ''}`
}

const closedWords: Readonly<Record<string, string>> = {
  enough: 'Enough are coming: the question closed itself',
  decided: 'Decided',
  moved: 'Moved: the question is asked anew at the new time',
  cancelled: 'Cancelled: nothing more to decide',
  started: 'Started without a decision: it took place',
  'rules-changed': 'The council’s rules have changed: nothing to decide now',
}

function counted(members: number): string {
  return `${members} ${members === 1 ? 'Member' : 'Members'}`
}

function partners(many: number): string {
  return `${many} partner ${many === 1 ? 'address' : 'addresses'}`
}

function dateWords(at: Instant): string {
  return `${dayInWords(londonDay(at))}, ${timeInWords(at)}`
}
