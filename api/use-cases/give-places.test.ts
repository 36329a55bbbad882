import { expect, test } from 'vitest'
import { noticeId, sessionId } from '../../domain/kernel/ids.ts'
import { day } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { offerIdOf, type Offer } from '../../domain/places/offer.ts'
import { aMember, aMemberId, anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { expressed } from '../testing/places.ts'
import { expressInterest } from './express-interest.ts'
import { confirmPlaces, drawPlaces, giveUpFor } from './give-places.ts'
import { readNotices } from './keep-notices.ts'
import { placesWaiting } from './places-waiting.ts'
import { readMyPlace, readMyPlaces, readPlaces } from './read-places.ts'

const officer = anOfficer(901)
const by = { kind: 'officer', id: officer.id } as const
const drawAt = closesAt.add({ minutes: 2 })
const session = aSession({ none: 3 })

/** A closed offer at the session in which the first so many Members are interested. */
async function closed(given: Partial<Offer> = {}, members: readonly Member[] = [1, 2, 3].map((number) => aMember(number))) {
  const started = await testCouncil({
    now: closesAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members,
    officers: [officer],
    sessions: [session],
  })
  const { offers } = started.council
  const offer = anOffer({ places: 1, ...given })
  await offers.save(offer, 'new', by)
  for (const index of members.keys()) await expressed(started.council, offer.id, anInterest(index + 1))
  await started.advanceTo(drawAt)
  return { ...started, offer }
}

const read = async ({ council }: TestCouncil, id = anOffer().id) => readPlaces(council, id)
const draw = async (one: TestCouncil) =>
  drawPlaces(one.council, officer, { offerId: anOffer().id, seen: (await read(one))?.offer?.seen ?? '' })
async function confirm(one: TestCouncil) {
  const page = await read(one)
  const given = page?.next.map(({ memberId }) => memberId) ?? []
  return confirmPlaces(one.council, officer, { offerId: anOffer().id, seen: page?.offer?.seen ?? '', given })
}
/** Another session, s2, at which Member 1 has a place that was given in the spring. */
async function hadOne({ council }: TestCouncil, id: Member['id'], isOff: boolean) {
  const other = aSession({
    id: sessionId('s2'),
    none: 3,
    ...(isOff ? { standing: { kind: 'cancelled', at: closesAt, through: 'outlook' } } : {}),
  })
  await council.sessions.save({ session: other, history: [] }, 'new')
  const subject = { kind: 'session', sessionId: other.id } as const
  const at = closesAt.subtract({ hours: 48 })
  const drawn = { order: [{ memberId: id, ticket: 't', meets: [], number: '1' }], leftOut: [], at, by: officer.id, byName: officer.name }
  const rounds = [{ at, by: officer.id, byName: officer.name, places: 1, given: [id] }]
  await council.offers.save(anOffer({ id: offerIdOf(subject), subject, draw: drawn, rounds, closesAt: at }), 'new', by)
}

const leave = async ({ council }: TestCouncil, id: Member['id']) => {
  const found = await council.members.find(id)
  if (found) await council.members.save({ ...found.value, to: day('2026-10-19') }, found, { kind: 'administrator' })
}

/** To postpone it. */
const decided = {
  choice: 'postpone',
  by: officer.id,
  byName: officer.name,
  at: drawAt,
  reasonId: 'own-words',
  reasonWords: 'The trainer is ill.',
  knowing: { counts: { accepted: 0, tentative: 0, declined: 0, none: 3 }, minimum: 6, readAt: drawAt, otherRuns: [] },
} as const

test('C4.4 an officer who hears that it has closed is asked for the draw only where somebody is interested', async () => {
  const subjectOf = async (members: readonly Member[]) => {
    const one = await closed({}, members)
    await one.advance({ minutes: 1 })
    const [mail] = one.senders.arrived.mails.filter(({ subject }) => subject.startsWith('It has closed'))
    return [mail?.subject, mail?.text.includes('Nobody is interested in 1 place.')]
  }
  expect(await subjectOf([aMember(1)])).toEqual([`It has closed, please make the draw: ${session.title}`, false])
  expect(await subjectOf([])).toEqual([`It has closed, and nobody is interested: ${session.title}`, true])
})

test('C4.4 before the draw an officer neither learns who is interested nor takes her out', async () => {
  const one = await closed()
  for (const number of [1, 9]) {
    const refused = await giveUpFor(one.council, officer, { offerId: one.offer.id, memberId: aMemberId(number) })
    expect(refused).toMatchObject({ refusal: { kind: 'not-drawn' } })
  }
  expect(await read(one)).toMatchObject({ offer: { interested: 3 }, members: [] })
  await draw(one)
  expect(await giveUpFor(one.council, officer, { offerId: one.offer.id, memberId: aMemberId(1) })).toMatchObject({ ok: true })
  expect((await read(one))?.members.find(({ memberId }) => memberId === aMemberId(1))?.standing).toEqual({ kind: 'given-up' })
})

test('C3.6 C4.4 those for whom another run of the course is mandatory need a place at this one', async () => {
  const one = await closed({ criteria: ['role-need', 'ballot'] }, [
    aMember(1),
    aMember(2, { posts: ['Member, Planning Committee'] }),
    aMember(3),
  ])
  const details = { version: 1, by: officer.id, byName: officer.name, at: drawAt, costs: [], meets: ['planning'] }
  const evening = aSession({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 24 }), none: 3, details })
  await one.council.sessions.save({ session: evening, history: [] }, 'new')
  await one.advance({ minutes: 1 })
  await draw(one)
  const order = (await one.council.offers.find(one.offer.id))?.offer.draw?.order ?? []
  expect(order.map(({ memberId, meets }) => [memberId, meets])).toEqual([
    [aMemberId(2), ['role-need']],
    [expect.any(String), []],
    [expect.any(String), []],
  ])
})

test('C4.4 whoever has left office since the draw is given no place, and theirs goes to the next', async () => {
  const one = await closed()
  await draw(one)
  const [first, second, third] = (await read(one))?.members ?? []
  const seen = await read(one)
  await leave(one, aMemberId(Number(first?.memberId.slice(1))))
  const late = { offerId: one.offer.id, seen: seen?.offer?.seen ?? '', given: [first?.memberId ?? ''] }
  expect(await confirmPlaces(one.council, officer, late)).toMatchObject({ refusal: { kind: 'changed-since-seen' } })
  expect(await read(one)).toMatchObject({
    members: [
      { standing: { kind: 'left-out', because: 'left-office' } },
      { standing: { kind: 'place' } },
      { standing: { kind: 'reserve', position: 1 } },
    ],
    next: [{ memberId: second?.memberId }],
  })
  expect(await confirm(one)).toMatchObject({ ok: true })
  await leave(one, aMemberId(Number(second?.memberId.slice(1))))
  expect((await read(one))?.next).toMatchObject([{ memberId: third?.memberId }])
  expect(await confirm(one)).toMatchObject({ ok: true })
  expect((await one.council.offers.find(one.offer.id))?.offer.rounds.map(({ given }) => given)).toEqual([
    [second?.memberId],
    [third?.memberId],
  ])
})

test('C4.4 a draw by which nobody can have a place is finished all the same, once, and everybody is told', async () => {
  const one = await closed({ openTo: { kind: 'posts', posts: ['Chair'] } })
  await draw(one)
  expect(await read(one)).toMatchObject({ offer: { stage: 'drawn' }, next: [] })
  expect(await confirm(one)).toMatchObject({ ok: true })
  const sent = one.senders.arrived.mails.length
  await one.advance({ minutes: 5 })
  expect(one.senders.arrived.mails.slice(sent)).toHaveLength(3)
  expect((await read(one))?.offer?.stage).toBe('allotted')
  expect(await confirm(one)).toMatchObject({ refusal: { kind: 'nothing-to-give' } })
})

test.each([
  ['takes place', false, []],
  ['is cancelled', true, ['not-had-one']],
])('C4.4 a place at a session that %s', async (_said, isOff, meets) => {
  const one = await closed({ criteria: ['not-had-one', 'ballot'] })
  await hadOne(one, aMemberId(1), isOff)
  await one.advance({ minutes: 1 })
  await draw(one)
  const order = (await one.council.offers.find(one.offer.id))?.offer.draw?.order
  expect(order?.find(({ memberId }) => memberId === aMemberId(1))?.meets).toEqual(meets)
  expect(order?.find(({ memberId }) => memberId === aMemberId(2))?.meets).toEqual(['not-had-one'])
})

test('C4.4 however many offers there are, a Member finds those that concern her', { timeout: 20_000 }, async () => {
  const one = await closed({ rounds: [] })
  const { council } = one
  for (let number = 1; number <= 21; number += 1) {
    const subject = { kind: 'session', sessionId: sessionId(`t${number}`) } as const
    const openTo = { kind: 'posts', posts: ['Chair'] } as const
    await council.sessions.save({ session: aSession({ id: subject.sessionId, none: 3 }), history: [] }, 'new')
    await council.offers.save(anOffer({ id: offerIdOf(subject), subject, openTo, closesAt: startsAt.subtract({ hours: 1 }) }), 'new', by)
  }
  await one.advance({ minutes: 1 })
  const member = aMember(1)
  expect((await readMyPlaces(council, member)).offers).toMatchObject([{ offerId: one.offer.id, mine: 'interested' }])
  expect(await readMyPlace(council, member, one.offer.id)).toMatchObject({ stage: 'closed' })
})

const mailsSince = (one: TestCouncil, sent: number) =>
  one.senders.arrived.mails.slice(sent).map(({ to, subject, text }) => ({ to: to.address, subject, text }))

test('C4.4 a Member whom an officer writes down as giving up before it is confirmed is told so, once, with who wrote it down', async () => {
  const one = await closed()
  await draw(one)
  const [first] = (await read(one))?.members ?? []
  const sent = one.senders.arrived.mails.length
  const given = { offerId: one.offer.id, memberId: first?.memberId ?? '' }
  expect(await giveUpFor(one.council, officer, given)).toMatchObject({ ok: true })
  await giveUpFor(one.council, officer, given)
  await one.advance({ minutes: 1 })
  const [told, ...more] = mailsSince(one, sent)
  expect(more).toEqual([])
  expect(told).toMatchObject({
    to: `member${first?.memberId.slice(1) ?? ''}@thamesbrook.example`,
    subject: `You have given this up: ${session.title}`,
  })
  expect(told?.text).toContain('Officer 901 wrote it down')
  expect(told?.text).not.toContain('can have your place') // nobody has been given one
  await confirm(one)
  await one.advance({ minutes: 5 })
  expect(
    mailsSince(one, sent)
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([1, 2, 3].map((number) => `member${number}@thamesbrook.example`))
})

test('C4.4 when the session is cancelled, everybody who would like a place hears that it is over, once; restored, that it is on', async () => {
  const one = await closed()
  const sent = one.senders.arrived.mails.length
  const over = () => mailsSince(one, sent).filter(({ subject }) => subject === `Cancelled: ${session.title}`)
  await one.change(session.id, (before) => ({ ...before, standing: { kind: 'cancelled', at: drawAt, through: 'outlook' } }))
  await one.advance({ minutes: 5 })
  expect(
    over()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([1, 2, 3].map((number) => `member${number}@thamesbrook.example`))
  expect(over()[0]?.text).toContain('It is cancelled, so there are no places.')
  expect(over()[0]?.text).toContain('If you were invited, the cancellation is in your Outlook calendar too.')
  expect(over()[0]?.text).not.toContain('You need do nothing')
  await one.council.offers.askLook(one.offer.id)
  await one.council.sessions.askLook(session.id)
  await one.advance({ minutes: 5 })
  expect(over()).toHaveLength(3)
  const found = await one.record(session.id)
  const back = {
    session: { ...found.session, standing: { kind: 'standing' } },
    history: [{ at: drawAt, what: { kind: 'restored-in-outlook' } }],
  } as const
  await one.council.sessions.save(back, { etag: (await one.council.sessions.find(session.id))?.etag ?? '' })
  await one.advance({ minutes: 5 })
  const on = mailsSince(one, sent).filter(({ subject }) => subject === `It takes place after all: ${session.title}`)
  expect(on).toHaveLength(3)
  expect(on[0]?.text).toContain('What you told us still stands')
})

test('C4.4 who cancels a session by decision is heard by those who would like a place there, in the officer’s own words', async () => {
  const one = await closed()
  const sent = one.senders.arrived.mails.length
  const decision = { ...decided, choice: 'cancel', message: 'Please come on 3 November instead.' } as const
  const standing = { kind: 'cancelled', at: drawAt, through: 'decision' } as const
  await one.change(session.id, (before) => ({ ...before, decision, standing }))
  await one.advance({ minutes: 5 })
  const over = mailsSince(one, sent).filter(({ subject }) => subject === `Cancelled: ${session.title}`)
  expect(over).toHaveLength(3)
  expect(over[0]?.text).toContain('Please come on 3 November instead.')
})

test('C4.4 what was put aside while a session had lost its mark leaves once it is tagged again', async () => {
  const one = await closed()
  await draw(one)
  const sent = one.senders.arrived.mails.length
  const told = () => mailsSince(one, sent).filter(({ subject }) => subject.endsWith(`: ${session.title}`))
  await confirm(one)
  await one.change(session.id, (before) => ({ ...before, standing: { kind: 'untagged', at: drawAt } }))
  await one.advance({ minutes: 5 })
  expect(told()).toEqual([])
  const found = await one.record(session.id)
  const back = {
    session: { ...found.session, standing: { kind: 'standing' } },
    history: [{ at: drawAt, what: { kind: 'tagged-again' } }],
  } as const
  await one.council.sessions.save(back, { etag: (await one.council.sessions.find(session.id))?.etag ?? '' })
  await one.advance({ minutes: 5 })
  expect(told()).toHaveLength(3)
})

test('C4.4 a session postponed while its outcome leaves: whoever had not heard it hears it once it is on again, and nobody twice', async () => {
  const one = await closed({}, someMembers(6))
  await draw(one)
  await confirm(one)
  const sent = one.senders.arrived.mails.length
  const told = () => mailsSince(one, sent).filter(({ subject }) => subject.endsWith(`: ${session.title}`))
  await one.advance({ seconds: 30 })
  expect(told()).toHaveLength(4)
  await one.change(session.id, (before) => ({ ...before, decision: decided }))
  await one.advance({ minutes: 5 })
  const held = (await read(one))?.members.find(({ standing }) => standing?.kind === 'place')
  await giveUpFor(one.council, officer, { offerId: one.offer.id, memberId: held?.memberId ?? '' })
  await one.advance({ minutes: 1 })
  const [mail, ...others] = told().slice(4)
  expect(others).toEqual([])
  expect(mail?.subject).toBe(`You have given this up: ${session.title}`)
  expect(mail?.text).toContain('The next Member on the list can have your place.')
  await one.change(session.id, (before) => ({ ...before, decision: { ...decided, choice: 'run' } }))
  await one.advance({ minutes: 5 })
  expect(new Set(told().map(({ to }) => to)).size).toBe(6)
  expect(told()).toHaveLength(7)
})

test('C4.4 before an item is taken out officers are told how many are written to, without those whom the draw left out', async () => {
  const one = await closed()
  const { offers, bulletins } = one.council
  const notice = { id: noticeId('n1'), section: 'external', title: 'A weekend', roles: [], from: day('2026-11-27') } as const
  await bulletins.saveNotice({ ...notice, addedAt: drawAt, addedBy: officer.id, addedByName: officer.name }, 'new', by)
  const subject = { kind: 'notice', noticeId: notice.id } as const
  const leftOut = [{ memberId: aMemberId(2), because: 'not-holder' }] as const
  const said = { at: drawAt, by: officer.id, byName: officer.name }
  const order = [{ memberId: aMemberId(1), ticket: 't', meets: [], number: '1' }]
  const offer = anOffer({ id: offerIdOf(subject), subject, draw: { ...said, order, leftOut } })
  await offers.save(offer, 'new', by)
  for (const number of [1, 2]) await expressed(one.council, offer.id, anInterest(number))
  const counted = async () => {
    await one.advance({ minutes: 1 })
    return (await readNotices(one.council)).notices[0]?.places
  }
  expect(await counted()).toEqual({ interested: 2 }) // nobody has been told anything yet
  const found = await offers.find(offer.id)
  await offers.save({ ...offer, rounds: [{ ...said, places: 2, given: [aMemberId(1)] }] }, { etag: found?.etag ?? '' }, by)
  expect(await counted()).toEqual({ interested: 1 })
  await leave(one, aMemberId(1))
  expect((await readNotices(one.council)).notices[0]?.places).toEqual({ interested: 0, nobody: 'any-more' })
})

test('C4.4 before an item is taken out officers are told whether nobody is interested yet, or nobody can have a place any more', async () => {
  const one = await closed()
  const notice = { id: noticeId('n1'), section: 'external', title: 'A weekend', roles: [], from: day('2026-11-27') } as const
  await one.council.bulletins.saveNotice({ ...notice, addedAt: drawAt, addedBy: officer.id, addedByName: officer.name }, 'new', by)
  const subject = { kind: 'notice', noticeId: notice.id } as const
  const offer = anOffer({ id: offerIdOf(subject), subject })
  await one.council.offers.save(offer, 'new', by)
  const counted = async () => {
    await one.advance({ minutes: 1 })
    return (await readNotices(one.council)).notices[0]?.places
  }
  expect(await counted()).toEqual({ interested: 0, nobody: 'yet' })
  await expressed(one.council, offer.id, anInterest(2))
  expect(await counted()).toEqual({ interested: 1 })
  const said = { at: drawAt, by: officer.id, byName: officer.name }
  const draw = { ...said, order: [], leftOut: [{ memberId: aMemberId(2), because: 'not-holder' }] } as const
  const found = await one.council.offers.find(offer.id)
  await one.council.offers.save({ ...offer, draw, rounds: [{ ...said, places: 1, given: [] }] }, { etag: found?.etag ?? '' }, by)
  expect(await counted()).toEqual({ interested: 0, nobody: 'any-more' })
})

test('C4.4 a place whose holder leaves office waits for officers, though nothing is looked at because of that day', async () => {
  const one = await closed()
  await draw(one)
  await confirm(one)
  await one.advance({ minutes: 1 })
  const holder = ((await read(one))?.members ?? []).find((each) => each.standing?.kind === 'place')?.memberId ?? ''
  expect(await placesWaiting(one.council, one.council.offers.all())).toEqual([])
  await leave(one, aMemberId(Number(holder.slice(1))))
  await one.advance({ minutes: 2 })
  expect(await placesWaiting(one.council, one.council.offers.all())).toMatchObject([{ waitsFor: 'next' }])
})

test('C4.4 a place that a Member gives up herself waits for officers, for as long as somebody on the list could have it', async () => {
  const one = await closed()
  await draw(one)
  await confirm(one)
  await one.advance({ minutes: 1 })
  expect(await placesWaiting(one.council, one.council.offers.all())).toEqual([])
  const standing = async () => (await read(one))?.members ?? []
  const holder = (await standing()).find((each) => each.standing?.kind === 'place')?.memberId ?? ''
  await expressInterest(one.council, aMember(Number(holder.slice(1))), { offerId: one.offer.id, interested: false })
  await one.advance({ minutes: 1 })
  expect(await placesWaiting(one.council, one.council.offers.all())).toMatchObject([{ waitsFor: 'next' }])
  for (const { memberId } of await standing()) await leave(one, aMemberId(Number(memberId.slice(1))))
  await one.advance({ minutes: 2 })
  expect(await placesWaiting(one.council, one.council.offers.all())).toEqual([])
})
