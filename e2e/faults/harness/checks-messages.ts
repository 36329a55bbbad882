import { instant } from '../../../domain/kernel/time.ts'
import type { Duty } from '../../../domain/duties/duty.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import type { Response } from '../../../domain/sessions/response.ts'
import { addressOf, memberNumbers } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'
import type { Held } from './sessions-held.ts'

/** One message that somebody got, whatever it came through. */
export type Message = {
  readonly channel: 'text' | 'email' | 'card'
  readonly key: string
  readonly at: number
  /** What it was for, as the rows have it. */
  readonly duty: Duty | undefined
  readonly record: SessionRecord | undefined
}

export function messagesOf({ world, records }: Lived): readonly Message[] {
  const { texts, mails, cards } = world.providers
  const read = (channel: Message['channel']) => (sent: { readonly key: string; readonly at: number }) => {
    const [, session, id] = sent.key.split('~')
    const record = records.find((each) => each.session.id === session)
    const duty = record?.duties.find((each) => each.duty.id === id)?.duty
    return { channel, key: sent.key, at: sent.at, duty, record }
  }
  return [...texts.map(read('text')), ...mails.map(read('email')), ...cards.map(read('card'))]
}

/** Nobody hears twice, nobody hears what is not so, nobody who should hear does not. */
export function messages(lived: Lived): readonly string[] {
  const sent = messagesOf(lived)
  return [...twice(sent), ...ofNothing(sent), ...tooMany(sent), ...late(lived, sent), ...reminders(lived, sent)]
}

function twice(sent: readonly Message[]): readonly string[] {
  return [...Map.groupBy(sent, ({ channel, key }) => `${channel} ${key}`)].flatMap(([name, own]) =>
    own.length > 1 ? [`sent ${own.length} times: ${own[0]?.duty?.purpose.kind ?? ''} ${name}`] : [],
  )
}

function ofNothing(sent: readonly Message[]): readonly string[] {
  return sent.flatMap(({ duty, key }) => (duty ? [] : [`of nothing that is written down: ${key}`]))
}

/**
 * One of a kind for each person and session. A card may be followed by an email when Teams could not be asked what became of it, and a
 * text that its network gave up on is none.
 */
function tooMany(sent: readonly Message[]): readonly string[] {
  const ofOneKind = Map.groupBy(sent, ({ duty, record }) => {
    if (!duty || !record) return ''
    const { id: _id, ...what } = { id: '', ...duty.purpose }
    return `${record.session.id} ${JSON.stringify(what)}`
  })
  return [...ofOneKind].flatMap(([name, own]) => {
    const certain = own.filter((each) => !(each.channel === 'card' && wasInDoubt(each)) && !(each.channel === 'text' && neverArrived(each)))
    return name !== '' && certain.length > 1 ? [`told more than once: ${name} by ${own.map((each) => each.channel).join(', ')}`] : []
  })
}

function wasInDoubt({ duty, record }: Message): boolean {
  const state = record?.duties.find((each) => each.duty.id === duty?.id)?.state
  return state?.kind === 'done' && state.outcome.kind === 'failed' && state.outcome.because === 'unconfirmed'
}

function neverArrived({ duty, record }: Message): boolean {
  const state = record?.duties.find((each) => each.duty.id === duty?.id)?.state
  return state?.kind === 'done' && state.outcome.kind === 'sent' && state.outcome.delivery?.status === 'permanent-failure'
}

const minute = 60_000
/** A message may be early, and a deed seem late, by as much as a clock is wrong. */
const clocksDifferBy = 65_000
const winterFrom = Date.UTC(2026, 9, 25, 1)
/** How long a message may be on its way after it was last known to be owed: a call, and a provider that accepts it late. */
const onItsWay = 3 * minute

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
        (each) => each.address === addressOf(member) && each.at > toldAt - onItsWay && each.through !== 'us',
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
  const notices = sent.flatMap(({ duty, record, at, key }) => {
    if (duty?.purpose.kind !== 'cancellation-notice') return []
    const { standing } = record?.session ?? {}
    return standing?.kind === 'cancelled' && standing.at.epochMilliseconds <= at + clocksDifferBy
      ? []
      : [`told of a cancellation that never was: ${key}`]
  })
  const wrong = records.length === 0 && sent.length > 0 ? ['messages without any session'] : []
  // Texts go from seven to eight in London; in summer time that is from 6 to 19.
  const atNight = sent.flatMap(({ duty, at, key }) => {
    const hour = new Date(at - onItsWay).getUTCHours() + (at < winterFrom ? 1 : 0)
    return duty?.purpose.kind === 'reminder' && (hour >= 20 || hour < 6) ? [`reminded at night: ${key}`] : []
  })
  return [...declinedTexts, ...afterCancelling, ...notices, ...atNight, ...wrong]
}

/** What a Member may be late by: nothing when all goes well, hours when much goes wrong, and never past the evening. */
function mayBeLateBy(isCalm: boolean): number {
  return isCalm ? 4 * minute : 150 * minute
}

/** Every Member whose answer was settled long before gets the reminder, once, in time; and one who declined gets none. */
function reminders(lived: Lived, sent: readonly Message[]): readonly string[] {
  return lived.sessions.flatMap((session) => [
    ...remindersOf(lived, sent, { session, reminder: 'week-before', at: session.weekBefore, to: ['accepted', 'tentative', 'none'] }),
    ...remindersOf(lived, sent, { session, reminder: 'morning-of', at: session.morningOf, to: ['accepted', 'tentative'] }),
  ])
}

type Expected = {
  readonly session: Held
  readonly reminder: 'week-before' | 'morning-of'
  readonly at: string | undefined
  readonly to: readonly Response[]
}

function remindersOf(lived: Lived, sent: readonly Message[], { session, reminder, at: iso, to }: Expected): readonly string[] {
  const entry = lived.world.outlook.entries.get(session.eventId)
  if (!iso || !entry) return []
  const at = instant(iso).epochMilliseconds
  const until = at + mayBeLateBy(lived.isCalm)
  const span = { from: at - (lived.isCalm ? 15 * minute : 6.5 * 60 * minute), until }
  const decided = lived.meant.decisions.some((each) => each.eventId === session.eventId && each.choice === 'cancel' && each.at < until)
  const wasThere = firstChangeOf(entry) <= Math.max(span.from, lived.scenario.beginsAt.epochMilliseconds)
  const isMoved = entry.answers.some(({ through, at: when }) => through === 'move' && when < until)
  const { refused, notTold } = lived.world.providers
  const isClosed = [...refused, ...notTold].some((key) => key.includes(session.sessionId))
  if (
    until > lived.scenario.calmFrom.epochMilliseconds ||
    isClosed ||
    decided ||
    isMoved ||
    !wasThere ||
    (entry.gone && entry.gone.at < until)
  )
    return []
  return memberNumbers.flatMap((number) => {
    const settled = settledAnswer(lived, session, number, span)
    if (settled === undefined) return []
    const own = sent.filter(
      ({ duty, record }) =>
        record?.session.id === session.sessionId &&
        duty?.purpose.kind === 'reminder' &&
        duty.purpose.reminder === reminder &&
        duty.purpose.memberId === memberIdFor(number),
    )
    const name = `${reminder} of ${session.eventId} to member ${number}`
    if (!to.includes(settled)) return own.some((each) => each.at < until) ? [`reminded though not to be: ${name}, ${settled}`] : []
    const [first] = own
    if (!first) return [`never reminded: ${name}`]
    return first.at < at - clocksDifferBy || first.at > until
      ? [`reminded at the wrong time: ${name}, ${(first.at - at) / minute} minutes after`]
      : []
  })
}

function firstChangeOf(entry: { readonly answers: readonly { readonly at: number }[] }): number {
  return entry.answers[0]?.at ?? 0
}

/** What a Member answered, where that was the same all through the span; undefined where it was not, or was being changed. */
function settledAnswer(
  lived: Lived,
  { eventId }: Held,
  number: number,
  span: { readonly from: number; readonly until: number },
): Response | undefined {
  const entry = lived.world.outlook.entries.get(eventId)
  const own = entry?.answers.filter(({ address }) => address === addressOf(number)) ?? []
  const before = own.filter(({ at }) => at <= Math.max(span.from, lived.scenario.beginsAt.epochMilliseconds)).at(-1)
  const meanwhile = own.some(({ at }) => at > span.from && at < span.until && at > lived.scenario.beginsAt.epochMilliseconds)
  const asked = lived.meant.answers.some((each) => each.member === number && each.eventId === eventId && each.at < span.until)
  return meanwhile || asked ? undefined : before?.response
}
