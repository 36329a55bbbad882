import type { Duty } from '../../../domain/duties/duty.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { addressOf, memberNumbers, mobileOf, officerNumbers, unreachable } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'

/** One message that somebody got, whatever it came through. */
export type Message = {
  readonly channel: 'text' | 'email' | 'card'
  readonly key: string
  readonly at: number
  /** The number, the address or the account that it went to. */
  readonly to: string
  /** What it was for, as the rows have it. */
  readonly duty: Duty | undefined
  readonly record: SessionRecord | undefined
}

export function messagesOf({ world, records }: Lived): readonly Message[] {
  const { texts, mails, cards } = world.providers
  const read =
    (channel: Message['channel']) =>
    (sent: { readonly key: string; readonly at: number; readonly to: string | { readonly address: string } }) => {
      const [, session, id] = sent.key.split('~')
      const record = records.find((each) => each.session.id === session)
      const duty = record?.duties.find((each) => each.duty.id === id)?.duty
      const to = typeof sent.to === 'string' ? sent.to : sent.to.address
      return { channel, key: sent.key, at: sent.at, to, duty, record }
    }
  // What an issue of the bulletin and an offer of places owe is judged apart (`checks-bulletin.ts`, `checks-places.ts`).
  const ofSessions = mails.filter(({ key }) => !isOfIssue(key) && !isOfOffer(key))
  return [...texts.map(read('text')), ...ofSessions.map(read('email')), ...cards.map(read('card'))]
}

export function isOfIssue(key: string): boolean {
  return key.split('~')[1]?.startsWith('issue-') === true
}

export function isOfOffer(key: string): boolean {
  return key.split('~')[1]?.startsWith('offer-') === true
}

/** Nobody hears twice, and nobody hears what is not so. */
export function messages(lived: Lived): readonly string[] {
  const sent = messagesOf(lived)
  return [...twice(sent), ...ofNothing(sent), ...misdirected(sent), ...tooMany(lived, sent), ...late(lived, sent)]
}

function twice(sent: readonly Message[]): readonly string[] {
  return [...Map.groupBy(sent, ({ channel, key }) => `${channel} ${key}`)].flatMap(([name, own]) =>
    own.length > 1 ? [`sent ${own.length} times: ${own[0]?.duty?.purpose.kind ?? ''} ${name}`] : [],
  )
}

function ofNothing(sent: readonly Message[]): readonly string[] {
  return sent.flatMap(({ duty, key }) => (duty ? [] : [`of nothing that is written down: ${key}`]))
}

/** Each went to whom it was for. */
function misdirected(sent: readonly Message[]): readonly string[] {
  return sent.flatMap(({ duty, to, channel, key }) => {
    const purpose = duty?.purpose
    const member = purpose && 'memberId' in purpose ? memberNumbers.find((number) => memberIdFor(number) === purpose.memberId) : undefined
    const officer = purpose && 'officerId' in purpose ? officerNumbers.find((number) => aPersonId(number) === purpose.officerId) : undefined
    if (purpose && 'address' in purpose) return to === purpose.address ? [] : [`went to somebody else: ${purpose.kind} ${key}`]
    const number = member ?? officer
    if (!duty || number === undefined) return duty ? [`to nobody of the council: ${key}`] : []
    const right = channel === 'text' ? mobileOf(number) : channel === 'email' ? addressOf(number) : aPersonId(number)
    return to === right ? [] : [`went to somebody else: ${duty.purpose.kind} ${channel} ${key}`]
  })
}

/**
 * One of a kind for each person and session, and one through each channel. An email may follow a card of which Teams could not be asked what
 * became of it, which nobody need ask while all goes well, and a text that its network gave up on.
 */
function tooMany({ isCalm }: Lived, sent: readonly Message[]): readonly string[] {
  const ofOneKind = Map.groupBy(sent, ({ duty, record }) => (duty && record ? `${record.session.id} ${kindOf(duty.purpose)}` : ''))
  return [...ofOneKind].flatMap(([name, own]) => {
    const channels = own.map(({ channel }) => channel)
    const certain = own.filter((each) => !(each.channel === 'card' && !isCalm && wasInDoubt(each)) && !neverArrived(each))
    const isOnce = certain.length <= 1 && new Set(channels).size === channels.length
    return name === '' || isOnce ? [] : [`told more than once: ${name} by ${channels.join(', ')}`]
  })
}

/** What was put aside and is owed anew is of the same kind. */
function kindOf(purpose: Duty['purpose']): string {
  return JSON.stringify({ ...purpose, again: undefined })
}

export function wasInDoubt({ duty, record }: Message): boolean {
  const state = record?.duties.find((each) => each.duty.id === duty?.id)?.state
  return state?.kind === 'done' && state.outcome.kind === 'failed' && state.outcome.because === 'unconfirmed'
}

function neverArrived({ channel, duty }: Message): boolean {
  return channel === 'text' && duty !== undefined && 'memberId' in duty.purpose && duty.purpose.memberId === memberIdFor(unreachable)
}

export const minute = 60_000
const hour = 60 * minute
/** A message may be early, and a deed seem late, by as much as a clock is wrong. */
export const clocksDifferBy = 5_000
const winterFrom = Date.UTC(2026, 9, 25, 1)

/** Eight in the evening in London, of the day of that moment: the last at which a reminder may go. The first is at seven, 13 hours before. */
export function eveningOf(at: number): number {
  const isSummer = at < winterFrom
  const local = new Date(at + (isSummer ? hour : 0))
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), isSummer ? 19 : 20)
}

/** How long a message may be on its way after it was last known to be owed: a call, and a provider that accepts it late. */
export const onItsWay = 3 * minute

/** Nothing of a session goes out once it was decided otherwise and whoever decided was told so. */
function late({ meant, records, world }: Lived, sent: readonly Message[]): readonly string[] {
  const declinedTexts = meant.answers.flatMap(({ member, eventId, answer, toldAt }) => {
    if (answer !== 'declined' || toldAt === undefined) return []
    const again = meant.answers.filter((each) => each.member === member && each.eventId === eventId && each.answer !== 'declined')
    return sent.flatMap(({ duty, record, at, key }) => {
      const isReminder = duty?.purpose.kind === 'reminder' && duty.purpose.memberId === memberIdFor(member)
      if (!isReminder || record?.session.calendar.eventId !== eventId || at < toldAt + onItsWay) return []
      const entry = world.outlook.entries.get(eventId)
      const thoughtAgain = again.some((each) => each.at > toldAt && each.at < at)
      const inOutlook = entry?.answers.some(
        (each) =>
          each.address === addressOf(member) &&
          each.at > toldAt - onItsWay &&
          each.at < at &&
          each.through !== 'us' &&
          each.response !== 'declined',
      )
      return thoughtAgain || inOutlook ? [] : [`reminded though declined: ${key}`]
    })
  })
  const afterCancelling = meant.decisions.flatMap(({ sessionId, choice, toldAt }) => {
    if (choice !== 'cancel' || toldAt === undefined) return []
    return sent.flatMap(({ duty, record, at, key }) => {
      const isAboutIt = record?.session.id === sessionId && duty?.purpose.kind === 'reminder'
      return isAboutIt && at > toldAt + onItsWay ? [`reminded after it was cancelled: ${key}`] : []
    })
  })
  const groundless = sent.flatMap(({ duty, record, at, key }) => {
    if (duty?.purpose.kind !== 'cancellation-notice') return []
    const { standing } = record?.session ?? {}
    return standing?.kind === 'cancelled' && standing.at.epochMilliseconds <= at + clocksDifferBy
      ? []
      : [`told of a cancellation that never was: ${key}`]
  })
  const wrong = records.length === 0 && sent.length > 0 ? ['messages without any session'] : []
  const atNight = sent.flatMap(({ duty, at, key }) => {
    const isDay = at + clocksDifferBy >= eveningOf(at) - 13 * hour && at - onItsWay < eveningOf(at)
    return duty?.purpose.kind === 'reminder' && !isDay ? [`reminded at night: ${key}`] : []
  })
  return [...declinedTexts, ...afterCancelling, ...groundless, ...atNight, ...wrong]
}
