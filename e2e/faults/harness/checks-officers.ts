import { instant } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { clocksDifferBy, messagesOf, minute, onItsWay, wasInDoubt, type Message } from './checks-messages.ts'
import { memberNumbers, officerNumbers, rulebook, withoutBot } from './outside/council-world.ts'
import type { Entry } from './outside/outlook.ts'
import type { Lived } from './run.ts'
import type { Asked, Held } from './sessions-held.ts'
import { settledAnswer, unseenFor, type Span } from './settled-answers.ts'

type Told = Message & { readonly kind: 'decision-card' | 'escalation'; readonly officer: string; readonly round: number }

/**
 * The officers are asked to decide where too few are coming, each once for each time that the question arises, by card or, who has no bot, by
 * email; they hear again when nobody has decided in time; nobody is asked about what needs no decision; and cards show what became of it.
 */
export function officers(lived: Lived): readonly string[] {
  const all = messagesOf(lived)
  return lived.sessions.flatMap((session) => {
    const entry = lived.world.outlook.entries.get(session.eventId)
    const told = all
      .filter(({ record }) => record?.session.id === session.sessionId)
      .flatMap(toldOf)
      .toSorted((one, other) => one.at - other.at)
    if (!entry) return told.map(({ key }) => `asked about what nobody arranged: ${key}`)
    const about = { lived, session, entry, told }
    return [...unasked(about), ...told.flatMap((each) => groundless(about, each)), ...again(about), ...outdated(about)]
  })
}

type About = { readonly lived: Lived; readonly session: Held; readonly entry: Entry; readonly told: readonly Told[] }

function toldOf(message: Message): readonly Told[] {
  const purpose = message.duty?.purpose
  if (purpose?.kind !== 'decision-card' && purpose?.kind !== 'escalation') return []
  return [{ ...message, kind: purpose.kind, officer: purpose.officerId, round: purpose.round }]
}

/** Milliseconds for which what stands in a calendar may not have been seen. */
const unseen = ({ isCalm }: Lived) => (isCalm ? 15 * minute : unseenFor)

function movedAt({ answers }: Entry): number | undefined {
  return answers.findLast(({ through }) => through === 'move')?.at
}

/** How many were coming all through a span, at least and at most. */
function coming({ lived, session }: About, span: Span): { readonly atLeast: number; readonly atMost: number } {
  const settled = memberNumbers.map((number) => settledAnswer(lived, session, number, span))
  const accepted = settled.filter((answer) => answer === 'accepted').length
  return { atLeast: accepted, atMost: accepted + settled.filter((answer) => answer === undefined).length }
}

/** From when on the question is open for certain, and what must follow from it at its time. */
function unasked(about: About): readonly string[] {
  const { session, entry } = about
  const moved = movedAt(entry)
  const afterwards = moved !== undefined && session.moved ? questions(about, { ...session.moved.asked, since: moved }) : []
  return [...questions(about, { ...session.asked, since: entry.answers[0]?.at ?? 0 }), ...afterwards]
}

function questions(about: About, { from, decideBy, ifRaisedBy, since }: Asked & { readonly since: number }): readonly string[] {
  const { lived, told } = about
  const { isCalm, scenario } = lived
  const begun = scenario.beginsAt.epochMilliseconds
  const review = momentOf(from)
  const open = Math.max(review, since, begun)
  const isNew = since > Math.max(review, begun) || review < begun
  const lateBy = isCalm ? (isNew ? 15 : 4) * minute : scenario.lateByMinutes * minute + (since > Math.max(review, begun) ? unseenFor : 0)
  const question = { since, from: open - unseen(lived), until: open + lateBy }
  const asked = isOpen(about, question) ? missing(about, 'decision-card', { from: review, until: question.until }) : []

  const first = told.find(({ kind, at }) => kind === 'decision-card' && at >= open - clocksDifferBy)
  const due = momentOf(decideBy)
  const byThen = due + (isCalm ? 4 : scenario.lateByMinutes) * minute
  const isUndecided =
    first && first.at < momentOf(ifRaisedBy) - clocksDifferBy && isOpen(about, { since, from: first.at - unseen(lived), until: byThen })
  return [...asked, ...(isUndecided ? missing(about, 'escalation', { from: due, until: byThen }) : [])]
}

/** Too few are coming all through, whatever has been seen of it, and nothing else happens to the session. */
function isOpen(about: About, { since, ...span }: Span & { readonly since: number }): boolean {
  const { lived, session, entry } = about
  const isDecided = lived.meant.decisions.some((each) => each.eventId === session.eventId && each.at < span.until)
  const isMoved = entry.answers.some(({ through, at }) => through === 'move' && at > since && at < span.until)
  const isGone = entry.gone !== undefined && entry.gone.at < span.until
  const isOver = span.until > lived.scenario.calmFrom.epochMilliseconds
  const from = Math.max(span.from, since)
  return !isDecided && !isMoved && !isGone && !isOver && coming(about, { ...span, from }).atMost < rulebook.minimum.members
}

/** Each officer hears of it in time: by card, or by email who has no bot, or of whose card nobody knows whether it arrived. */
function missing({ lived, session, told }: About, kind: Told['kind'], { from, until }: Span): readonly string[] {
  return officerNumbers.flatMap((number) => {
    const own = told.filter((each) => each.kind === kind && each.officer === aPersonId(number) && each.at >= from - clocksDifferBy)
    const name = `${kind} of ${session.eventId} to officer ${number}`
    const [first] = own
    if (!first) return [`never asked: ${name}`]
    if (first.at > until) return [`asked too late: ${name}, ${(first.at - from) / minute} minutes after`]
    const byEmail = number === withoutBot
    const isRight = first.channel === (byEmail ? 'email' : 'card') || (!lived.isCalm && !byEmail)
    return isRight ? [] : [`asked by ${first.channel}: ${name}`]
  })
}

/** Nobody is asked before the review, nor told that nobody decided before that was due, nor asked about what needs no decision. */
function groundless(about: About, message: Told): readonly string[] {
  const { lived, session, entry } = about
  const { at, kind, officer, key } = message
  const slack = unseen(lived)
  const moved = movedAt(entry)
  const asked = moved !== undefined && moved + slack < at && session.moved ? session.moved.asked : session.asked
  const due = momentOf(kind === 'escalation' ? asked.decideBy : asked.from)
  const span = { from: at - slack, until: at + clocksDifferBy }
  const decided = lived.meant.decisions.some(
    ({ eventId, choice, toldAt }) =>
      eventId === session.eventId && toldAt !== undefined && toldAt + onItsWay < at && !(choice === 'run' && answeredSince(entry, toldAt)),
  )
  const wrong = [
    officerNumbers.some((number) => officer === aPersonId(number)) ? '' : 'asked though no officer',
    at < due - clocksDifferBy ? 'asked too early' : '',
    coming(about, span).atLeast >= rulebook.minimum.members ? 'asked though enough were coming' : '',
    decided ? 'asked though it was decided' : '',
    entry.gone && entry.gone.at + slack < at ? 'asked though it was cancelled' : '',
  ]
  return wrong.filter((each) => each !== '').map((each) => `${each}: ${kind} ${key}`)
}

function answeredSince({ answers }: Entry, at: number): boolean {
  return answers.some((each) => each.at > at - minute)
}

/** The same question is put again only where something happened to it in between: enough were coming, or it was moved or decided. */
function again(about: About): readonly string[] {
  const { lived, session, entry, told } = about
  const asked = told.filter(({ kind }) => kind === 'decision-card').toSorted((one, other) => one.round - other.round || one.at - other.at)
  return [...Map.groupBy(asked, ({ officer }) => officer).values()].flatMap((own) =>
    own.flatMap((message, index) => {
      const before = own[index - 1]
      if (!before || before.round === message.round) return []
      const span = { from: before.at - unseen(lived), until: message.at }
      const hadEnough = coming(about, span).atMost >= rulebook.minimum.members
      const isMoved = entry.answers.some(({ through, at }) => through === 'move' && at > span.from && at < span.until)
      const isDecided = lived.meant.decisions.some((each) => each.eventId === session.eventId && each.at < span.until)
      return hadEnough || isMoved || isDecided ? [] : [`asked again though nothing had changed: ${message.key}`]
    }),
  )
}

type Shown = { readonly standing?: string; readonly case?: string; readonly counts?: unknown }

/** A card says what became of the question, and who was coming, soon after. One of which Teams could not be asked cannot be edited. */
function outdated(about: About): readonly string[] {
  const { lived, session, entry } = about
  const { cards, edits } = lived.world.providers
  const sent = about.told.filter((each) => each.channel === 'card' && !wasInDoubt(each))
  const decision = lived.meant.decisions.find(({ eventId, toldAt }) => eventId === session.eventId && toldAt !== undefined)
  const later = (decision?.toldAt ?? 0) + 4 * minute
  return sent.flatMap(({ key, kind, round }) => {
    const card = cards.find((each) => each.key === key)
    const own = edits.filter(({ id }) => id === card?.id)
    const last: Shown = own.at(-1)?.card ?? card?.card ?? {}
    const inTime: Shown = lived.isCalm && decision ? (own.findLast(({ at }) => at <= later)?.card ?? card?.card ?? {}) : last
    const name = `${kind} ${round} of ${session.eventId}`
    const isGone = entry.gone !== undefined && entry.gone.at < lived.scenario.calmFrom.epochMilliseconds
    if (decision?.choice === 'cancel' || isGone)
      return last.standing === 'cancelled' && (!decision || inTime.standing === 'cancelled')
        ? []
        : [`a card does not show that it was cancelled: ${name}`]
    if (decision?.choice === 'run' && !answeredSince(entry, later))
      return inTime.case === 'closed' ? [] : [`a card does not show that it was decided: ${name}`]
    return isSameCount(last.counts, entry) || isOver(lived, entry) ? [] : [`a card shows other answers than the calendar has: ${name}`]
  })
}

function isOver({ world, scenario }: Lived, { appointment, changedAt }: Entry): boolean {
  return appointment.startsAt.epochMilliseconds < world.now() || changedAt > scenario.calmFrom.epochMilliseconds
}

function isSameCount(counts: unknown, { appointment }: Entry): boolean {
  const shown = Object.entries(counts ?? {}).filter(([, count]) => count !== 0)
  const given = Map.groupBy(appointment.attendees, ({ response }) => response)
  return shown.length === given.size && shown.every(([answer, count]) => given.get(answer as never)?.length === count)
}

function momentOf(iso: string): number {
  return instant(iso).epochMilliseconds
}
