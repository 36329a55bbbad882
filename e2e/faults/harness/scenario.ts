import { aPersonId, anInvitee } from '../../../domain/testing/builders.ts'
import { instant, type Instant } from '../../../domain/kernel/time.ts'
import type { Answer, Response } from '../../../domain/sessions/response.ts'
import type { Chance } from './chance.ts'
import { addressOf, entryOf, memberNumbers, withoutMobile } from './outside/council-world.ts'
import { issueOnTuesday, rulesThatChange, usualRules, type Rules } from './outside/rules.ts'
import { ofTheBulletin } from './scenario-bulletin.ts'
import { chases } from './scenario-chases.ts'
import { onTheForms } from './scenario-evaluations.ts'
import { ofPartners } from './scenario-partners.ts'
import { ofPlaces } from './scenario-places.ts'
import { onTheRegister } from './scenario-register.ts'
import { held, neverSessions, type Held, type HeldName } from './sessions-held.ts'
import { at, weekBeginsAt as beginsAt, type Stage } from './stage.ts'

/** What happens outside, and when it is over. */
export type Scenario = {
  readonly beginsAt: Instant
  /** From then on nothing more goes wrong and nobody does anything; what is owed must still come to its end. */
  readonly calmFrom: Instant
  /** Where nothing goes wrong, before the calendars are next read without any word of a change: every word was heard. */
  endsAt(isCalm: boolean): Instant
  /** What a reminder may be late by where things go wrong, in minutes. */
  readonly lateByMinutes: number
  readonly names: readonly HeldName[]
  readonly rules: Rules
  /** The parts that act, at their times. */
  play(stage: Stage): void
}

const usualEnds = [
  '2026-10-20T20:00:00Z',
  '2026-10-20T20:00:00Z',
  '2026-10-20T20:00:00Z',
  '2026-10-20T20:00:00Z',
  '2026-10-20T20:00:00Z',
  '2026-10-20T20:00:00Z',
  '2026-10-21T20:00:00Z',
  '2026-10-22T20:00:00Z',
] as const

/** A council's week in small, some of it: which sessions there are, who answers what and when, is the seed's to say. */
export function aWeek(chance: Chance, most: number): Scenario {
  const all: HeldName[] = ['today', 'enough', 'few', 'short', 'moved', 'outlook', 'late', 'series-1']
  const names = shuffled(all, chance).slice(0, chance.between(2, most))
  const calmFrom = instant(chance.pick(usualEnds))
  const rules = chance.pick([usualRules, usualRules, issueOnTuesday, rulesThatChange])
  const isChased = chance.happens(0.3)
  return {
    beginsAt,
    calmFrom,
    endsAt: (isCalm) => calmFrom.add(isCalm ? { minutes: 100 } : { hours: 4 }),
    lateByMinutes: 150,
    rules,
    names: names.flatMap((name): readonly HeldName[] => (name === 'series-1' ? ['series-1', 'series-2'] : [name])),
    play(stage) {
      for (const appointment of neverSessions) stage.world.outlook.arrange(aPersonId(901), appointment)
      for (const name of this.names) parts[name](stage, held[name])
      if (chance.happens(0.4)) newMember(stage)
      if (rules.issue) ofTheBulletin(stage)
      if (isChased) chases(stage, this.names)
      if (this.names.includes('today')) onTheRegister(stage, held.today)
      if (chance.happens(0.25)) ofPartners(stage, this.names)
      // Two weeks in five; and those of `found.json` are as they were.
      if (rules.issue && chance.pick([false, true, false, false, true])) ofPlaces(stage, this.names)
      if (this.names.includes('today')) onTheForms(stage, held.today)
    },
  }
}

export function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

type Part = (stage: Stage, session: Held) => void

const parts: Record<HeldName, Part> = {
  today(stage, session) {
    arrange(stage, session, ['accepted', 'tentative', 'declined', 'accepted', 'none'])
    answersLater(stage, session, '2026-10-19T17:30:00Z', '2026-10-20T06:00:00Z')
  },
  enough(stage, session) {
    arrange(stage, session, ['accepted', 'accepted', 'none', 'accepted', 'accepted'])
    answersLater(stage, session, '2026-10-19T17:30:00Z', '2026-10-20T17:30:00Z')
    const closes = stage.chance.pick(['never', 'never', 'an hour', 'the day'] as const)
    if (closes === 'an hour') notifyCloses(stage, session, '2026-10-20T10:10:00Z')
    if (closes === 'the day') notifyCloses(stage, session, '2026-10-20T19:20:00Z')
  },
  few(stage, session) {
    arrange(stage, session, ['accepted', 'none', 'tentative', 'declined', 'none'])
    const choice = stage.chance.pick(['cancel', 'cancel', 'run'] as const)
    const { sessionId, eventId } = session
    at(stage, '2026-10-20T08:10:00Z', 200, () => stage.people.decide({ sessionId, eventId, choice, reasonId: 'lack-of-interest' }))
  },
  short(stage, session) {
    arrange(stage, session, ['accepted', 'tentative', 'declined', 'accepted', 'accepted'])
    const { sessionId, eventId } = session
    answersLater(stage, session, '2026-10-19T17:30:00Z', '2026-10-20T06:00:00Z')
    at(stage, '2026-10-20T13:00:00Z', 60, () =>
      stage.people.decide({ sessionId, eventId, choice: 'cancel', reasonId: 'trainer-unavailable' }),
    )
    if (stage.chance.happens(0.5)) at(stage, '2026-10-20T11:00:00Z', 240, () => stage.people.correct(withoutMobile))
    at(stage, '2026-10-20T15:30:00Z', 30, () => stage.people.ring(sessionId))
    at(stage, '2026-10-20T17:00:00Z', 30, () => stage.people.ring(sessionId))
  },
  moved(stage, session) {
    arrange(stage, session, ['accepted', 'accepted', 'accepted', 'none', 'tentative'])
    const when = stage.chance.pick(['2026-10-20T10:00:00Z', '2026-10-21T12:00:00Z'])
    at(stage, when, 60, () => {
      stage.world.outlook.move(session.eventId, instant('2026-10-29T10:00:00Z'))
    })
  },
  outlook(stage, session) {
    arrange(stage, session, ['accepted', 'accepted', 'accepted', 'tentative', 'none'])
    at(stage, '2026-10-20T14:00:00Z', 90, () => {
      stage.world.outlook.remove(session.eventId, 'person')
    })
    at(stage, '2026-10-20T17:00:00Z', 60, () => stage.people.explain(session.sessionId))
  },
  'series-1'(stage, session) {
    arrange(stage, session, ['accepted', 'accepted', 'accepted', 'accepted', 'none'])
  },
  'series-2'(stage, session) {
    arrange(stage, session, ['accepted', 'none', 'none', 'none', 'none'])
  },
  late(stage, session) {
    at(stage, '2026-10-20T09:30:00Z', 120, () => arrange(stage, session, ['none', 'none', 'none', 'none', 'none']))
    answersLater(stage, session, '2026-10-20T15:00:00Z', '2026-10-20T18:00:00Z')
  },
}

export function arrange({ world }: Pick<Stage, 'world'>, { organiser, appointment }: Held, responses: readonly Response[]): void {
  const attendees = memberNumbers.map((number, index) => anInvitee(addressOf(number), responses[index] ?? 'none'))
  world.outlook.arrange(aPersonId(organiser), { ...appointment, attendees })
}

/** Some Members answer, in Outlook or here, together or one by one; now and then one thinks again. */
function answersLater(stage: Stage, session: Held, from: string, until: string): void {
  const { chance } = stage
  const together = chance.happens(0.3)
  const minutes = instant(from).until(instant(until)).total('minutes')
  for (const member of memberNumbers) {
    if (chance.happens(0.5)) continue
    const first =
      beginsAt.until(instant(from)).total('minutes') + (together ? chance.next() * chance.pick([0.05, 0.5]) : chance.next() * minutes)
    const thinksAgain = chance.happens(0.2) ? first + chance.pick([3, 20, 90]) + chance.next() : undefined
    for (const minute of [first, thinksAgain]) if (minute !== undefined) answerAt(stage, session, member, minute)
  }
}

function answerAt(stage: Stage, { eventId, sessionId }: Held, member: number, minute: number): void {
  const { world, people, chance, scheduler } = stage
  const answer: Answer = chance.pick(['accepted', 'declined', 'tentative'])
  const inOutlook = chance.happens(0.5)
  scheduler.after(minute * 60_000, () => {
    if (world.outlook.entries.get(eventId)?.gone) return
    if (inOutlook) world.outlook.answer(eventId, addressOf(member), answer, 'outlook')
    else void people.answer({ member, eventId, sessionId, answer })
  })
}

/** Notify takes no texts from us for a while, just when many are due; and a Member declines meanwhile. */
function notifyCloses(stage: Stage, { eventId, sessionId }: Held, untilWhen: string): void {
  const { world, people, chance } = stage
  at(stage, '2026-10-20T08:50:00Z', 8, () => {
    world.providers.close(instant(untilWhen).epochMilliseconds)
  })
  const member = chance.pick([1, 2, 3, 5])
  at(stage, '2026-10-20T09:10:00Z', 10, () => people.answer({ member, eventId, sessionId, answer: 'declined' }))
}

/** An election in small: somebody is new in the register, and a number changes. */
function newMember(stage: Stage): void {
  at(stage, '2026-10-19T17:00:00Z', 300, () => {
    stage.world.register.set(6, entryOf(6))
    stage.world.register.set(2, { ...entryOf(2), ward: 'Castle' })
  })
}
