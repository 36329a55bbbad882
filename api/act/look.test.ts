import { describe, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import type { Session } from '../../domain/sessions/session.ts'
import {
  anInvitation,
  anOfficer,
  aSession,
  arrangedAt,
  reviewAt,
  someMembers,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import { plainCompose } from '../testing/plain-compose.ts'
import { testCouncil } from '../testing/council.ts'
import { lookAtSession } from './look.ts'

const members = someMembers(8)
const id = sessionId('s1')

const otherEvent = { ...aSession().calendar, eventId: 'event-2', iCalUId: 'ical-2' }

async function arranged(...sessions: readonly Session[]) {
  return testCouncil({ now: arrangedAt, rulebook: towerHamlets, members, officers: [anOfficer(901)], sessions })
}

function accepting(count: number) {
  return (session: Session): Session => ({
    ...session,
    invitations: session.invitations.map((invitation, index) => (index < count ? { ...invitation, response: 'accepted' } : invitation)),
  })
}

const decisionCards = (cards: readonly { message: { text: string } }[]) =>
  cards.filter(({ message }) => message.text.startsWith('decision'))

describe('at the review', () => {
  test('C3.2 with five accepted the officer gets one card, and the question waits in the list', async () => {
    const { advanceTo, senders, council } = await arranged(aSession({ accepted: 5, none: 3 }))
    await advanceTo(reviewAt.subtract({ seconds: 1 }))
    expect(await council.sessions.attention()).toMatchObject([{ kind: 'no-repeat' }])
    await advanceTo(reviewAt)
    expect(decisionCards(senders.arrived.cards)).toHaveLength(1)
    expect((await council.sessions.attention()).map((row) => row.kind)).toContain('decide')
  })

  test('C3.2 with six accepted nothing is asked', async () => {
    const { advanceTo, senders } = await arranged(aSession({ accepted: 6, none: 2 }))
    await advanceTo(reviewAt)
    expect(decisionCards(senders.arrived.cards)).toEqual([])
  })

  test('C3.9 the sixth acceptance closes the question by itself, and the same card says so', async () => {
    const { advanceTo, change, worker, senders, council, record } = await arranged(aSession({ accepted: 5, none: 3 }))
    await advanceTo(reviewAt)
    await change(id, accepting(6))
    await worker.settle()
    expect((await record(id)).session.undersubscribed).toMatchObject({ kind: 'closed', because: 'enough' })
    expect(decisionCards(senders.arrived.cards)).toHaveLength(1)
    expect(senders.arrived.edits).toMatchObject([{ message: { card: { counts: { accepted: 6 }, case: 'closed' } } }])
    expect((await council.sessions.attention()).map((row) => row.kind)).not.toContain('decide')
  })

  test('a card that says what is true already is not edited', async () => {
    const { advanceTo, change, worker, senders } = await arranged(aSession({ accepted: 5, none: 3 }))
    await advanceTo(reviewAt)
    await change(id, (session) => ({ ...session, readAt: reviewAt }))
    await worker.settle()
    expect(senders.arrived.edits).toEqual([])
  })

  test('a card that could not be edited is edited when Teams is back', async () => {
    const { advanceTo, advance, change, worker, senders, council } = await arranged(aSession({ accepted: 4, none: 4 }))
    await advanceTo(reviewAt)
    senders.script('card', { kind: 'unknown', note: '502' })
    await change(id, accepting(5))
    await worker.settle()
    expect(senders.arrived.edits).toEqual([])
    expect(council.health.unreachable()).toEqual([{ dependency: 'teams', since: reviewAt }])
    await advance({ minutes: 2 })
    expect(senders.arrived.edits).toMatchObject([{ message: { card: { counts: { accepted: 5 } } } }])
    expect(council.health.unreachable()).toEqual([])
  })

  test('a card edited by two instances at once ends with the newest count, whichever edit arrives last', async () => {
    const { advanceTo, change, worker, senders, council, due, clock } = await arranged(aSession({ accepted: 3, none: 5 }))
    await advanceTo(reviewAt)
    const { card } = senders
    const update = card.update.bind(card)
    let isHeldUp = true
    card.update = async (edit, signal) => {
      if (isHeldUp) {
        isHeldUp = false
        await change(id, accepting(5))
        const deps = { compose: plainCompose, senders: () => senders, log: logTo(() => undefined) }
        await lookAtSession(council, id, deps) // the other instance, with the newer answer, which it has then dealt with
        await due.drop(await due.due(clock.now(), 64))
      }
      return update(edit, signal)
    }
    await change(id, accepting(4))
    await worker.settle()
    expect(senders.arrived.edits.at(-1)).toMatchObject({ message: { card: { counts: { accepted: 5 } } } })
  })

  test('C3.8 an answer to the repeat is seen on the card of this session', async () => {
    const repeat = aSession({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 24 * 7 }), none: 8, calendar: otherEvent })
    const { advanceTo, change, worker, lines } = await arranged(aSession({ accepted: 5, none: 3 }), repeat)
    await advanceTo(reviewAt)
    const before = lines.length
    await change(repeat.id, accepting(2))
    await worker.settle()
    const looked = lines
      .slice(before)
      .filter((line) => line.includes('session.looked'))
      .map((line) => JSON.parse(line).session)
    expect(looked).toEqual(expect.arrayContaining(['s2', 's1']))
  })
})

describe('a session and its repeat', () => {
  const inTheDay = startsAt.add({ hours: 24 * 7 - 6 })
  const repeat = aSession({ id: sessionId('s2'), startsAt: inTheDay, endsAt: inTheDay.add({ hours: 2 }), none: 8, calendar: otherEvent })

  async function paired() {
    const world = await arranged(aSession({ none: 8 }))
    await world.worker.settle()
    const pairs = async () =>
      (await world.council.sessions.attention()).flatMap((row) => (row.kind === 'no-repeat' ? [`${row.sessionId} ${row.pair}`] : []))
    expect(await pairs()).toEqual(['s1 no-repeat'])
    await world.council.sessions.save({ session: repeat, history: [] }, 'new')
    await world.worker.settle()
    expect(await pairs()).toEqual([])
    return { ...world, pairs }
  }

  test('C14.4 what is missing of a pair is asked for until the other one is arranged, and again when it moves to the evening', async () => {
    const { change, worker, pairs } = await paired()
    await change(repeat.id, (session) => ({ ...session, startsAt: startsAt.add({ hours: 24 * 7 }), endsAt: startsAt.add({ hours: 170 }) }))
    await worker.settle()
    expect(await pairs()).toEqual(['s1 both-evening', 's2 both-evening'])
  })

  test('C14.4 two arranged at the same moment see each other', async () => {
    const { council, worker } = await arranged(aSession({ none: 8 }), repeat)
    await worker.settle()
    expect(await council.sessions.attention()).toEqual([])
  })

  test('C14.4 and when it is cancelled', async () => {
    const { change, worker, pairs } = await paired()
    await change(repeat.id, (session) => ({ ...session, standing: { kind: 'cancelled', at: arrangedAt, through: 'decision' } }))
    await worker.settle()
    expect(await pairs()).toEqual(['s1 no-repeat'])
  })

  test('C14.4 and when it is given the title of another course', async () => {
    const { council, worker, pairs, record } = await paired()
    const title = 'Something else'
    const { etag } = (await council.sessions.find(repeat.id)) ?? { etag: '' }
    const renamed = { at: arrangedAt, what: { kind: 'renamed', from: repeat.title, to: title } } as const
    const { session } = await record(repeat.id)
    await council.sessions.save({ session: { ...session, title, courseId: courseOf(title) }, history: [renamed] }, { etag })
    await worker.settle()
    expect(await pairs()).toEqual(['s1 no-repeat', 's2 no-repeat'])
  })
})

describe('reminders', () => {
  test('C4.8 C4.9 C4.12 a session that stands brings one text of each kind to each Member who is coming', async () => {
    const { advanceTo, senders, record } = await arranged(aSession({ accepted: 6, declined: 1, none: 1 }))
    await advanceTo(startsAt)
    const perMember = Map.groupBy(senders.arrived.texts, ({ to }) => to)
    expect(perMember.get('+447700900001')).toHaveLength(2)
    expect(perMember.get('+447700900007')).toBeUndefined()
    expect((await record(id)).duties.every(({ state }) => state.kind === 'done')).toBe(true)
  })

  test('C4.12 a session that moves after its reminder reminds nobody of the same kind again', async () => {
    const { advanceTo, change, senders } = await arranged(aSession({ accepted: 6 }))
    await advanceTo(instant('2026-10-20T09:00:00Z'))
    const reminded = senders.arrived.texts.length
    expect(reminded).toBe(6)
    await change(id, (session) => ({
      ...session,
      startsAt: startsAt.add({ hours: 48 }),
      endsAt: startsAt.add({ hours: 50 }),
      movedAt: instant('2026-10-20T09:00:00Z'),
    }))
    await advanceTo(startsAt.add({ hours: 47 }))
    const perMember = Map.groupBy(senders.arrived.texts, ({ to }) => to)
    expect([...perMember.values()].map((texts) => texts.length)).toEqual([2, 2, 2, 2, 2, 2])
  })

  test('C3.10 C3.14 cancelled after the week before, the morning of passes in silence and the record stays', async () => {
    const { advanceTo, change, senders, record } = await arranged(aSession({ accepted: 6 }))
    await advanceTo(instant('2026-10-20T09:00:00Z'))
    const at = instant('2026-10-21T09:00:00Z')
    await advanceTo(at)
    await change(id, (session) => ({ ...session, standing: { kind: 'cancelled', at, through: 'decision' } }))
    await advanceTo(startsAt)
    expect(senders.arrived.texts).toHaveLength(6)
    expect(senders.arrived.calendar).toMatchObject([{ kind: 'cancel', eventId: 'event-1' }])
    expect((await record(id)).session.invitations).toHaveLength(6)
  })
})

describe('two instances at once', () => {
  test('C4.12 fix a moment once, and end with the newest in every list', async () => {
    const { clock, council, record, senders, change } = await arranged(aSession({ accepted: 6, none: 2 }))
    clock.setTo(instant('2026-10-20T09:00:00Z'))
    const deps = { compose: plainCompose, senders: () => senders, log: logTo(() => undefined) }
    const looks = Array.from({ length: 4 }, async () => lookAtSession(council, id, deps))
    await Promise.all([...looks, change(id, accepting(7)).catch(() => undefined)])
    await lookAtSession(council, id, deps)
    const { history, duties, session } = await record(id)
    expect(history.filter(({ what }) => what.kind === 'reminded')).toHaveLength(1)
    const reminders = duties.filter(({ duty }) => duty.purpose.kind === 'reminder')
    expect(new Set(reminders.map(({ duty }) => duty.id)).size).toBe(reminders.length)
    const [summary] = await council.sessions.between(startsAt, startsAt.add({ hours: 1 }))
    expect(summary?.counts.accepted).toBe(session.invitations.filter(({ response }) => response === 'accepted').length)
  })

  test('a look at what is not there says so', async () => {
    const { council, senders } = await arranged()
    const deps = { compose: plainCompose, senders: () => senders, log: logTo(() => undefined) }
    expect(await lookAtSession(council, sessionId('nowhere'), deps)).toBe('no-such-session')
  })

  test('looked at again, nothing more follows', async () => {
    const { advanceTo, council, senders, record } = await arranged(aSession({ invitations: [anInvitation(1, 'accepted')] }))
    await advanceTo(reviewAt)
    const before = await record(id)
    const deps = { compose: plainCompose, senders: () => senders, log: logTo(() => undefined) }
    await lookAtSession(council, id, deps)
    expect(await record(id)).toEqual(before)
  })
})
