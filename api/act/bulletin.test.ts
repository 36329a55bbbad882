import { beforeEach, describe, expect, test } from 'vitest'
import { arranged, drawnUp, listedIn } from '../../domain/bulletin/contents.ts'
import { issueId, memberId, sessionId } from '../../domain/kernel/ids.ts'
import { day, instant, type Instant } from '../../domain/kernel/time.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { aMember, anOfficer, aSession, postponed, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { anOffer } from '../../domain/testing/places.ts'
import { logTo } from '../log.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { changeRulebook } from '../use-cases/change-rulebook.ts'
import { currentIssue, issueSources } from '../use-cases/issue-sources.ts'
import { previewIssue, readBulletin, readDelivery } from '../use-cases/read-bulletin.ts'
import { editIssue, releaseIssue, seenOf, takeBackIssue } from '../use-cases/release-issue.ts'
import { sendTest } from '../use-cases/send-test.ts'
import { lookAtIssue, tendBulletin } from './look-at-issue.ts'

const week42 = issueId('issue-2026-w42')
const drafted = instant('2026-10-12T06:00:00Z')
/** Friday 16 October, 10am. */
const due = instant('2026-10-16T09:00:00Z')
const officer = anOfficer(901)
const session = aSession({ accepted: 1, none: 2 })

let council: TestCouncil
async function begin(
  bulletin: Partial<Rulebook['bulletin']> = {},
  members = someMembers(3),
  now: Instant = drafted,
  rules: Partial<Rulebook> = {},
): Promise<void> {
  const rulebook = { ...towerHamlets, ...rules, bulletin: { ...towerHamlets.bulletin, ...bulletin } }
  council = await testCouncil({ now, rulebook, members, officers: [officer, anOfficer(902)], sessions: [session] })
  await council.advanceTo(now)
  await tendBulletin(council.council)
  await council.advanceTo(now)
}
const issue = async (id = week42) => {
  const found = await council.council.bulletins.find(id)
  if (!found) throw new Error('there is no such issue')
  return found
}
const release = async () => releaseIssue(council.council, officer, { issueId: week42, seen: seenOf((await issue()).issue) })
const bulletins = () => council.senders.arrived.mails.filter(({ subject }) => subject.startsWith('Member Bulletin'))
const issues = () => bulletins().filter(({ subject }) => !subject.includes('not released'))

beforeEach(async () => begin())

test('C4.1, C4.17 a released issue leaves when due, once to every Member, and each one’s is kept', async () => {
  await release()
  await council.advanceTo(due.subtract({ seconds: 1 }))
  expect(issues()).toEqual([])
  await council.advanceTo(due)
  expect(
    issues()
      .map(({ to }) => to.address)
      .toSorted(),
  ).toEqual(someMembers(3).map(({ addresses }) => addresses[0]))
  expect(new Set(issues().map(({ subject }) => subject))).toEqual(new Set(['Member Bulletin: 1 new session']))
  const { duties } = await issue()
  expect(duties.map(({ state }) => state.kind === 'done' && state.outcome.kind)).toEqual(['sent', 'sent', 'sent'])
  expect(await council.council.bulletins.past()).toMatchObject([{ id: week42, number: 1 }])
  expect(council.lines.filter((line) => line.includes('bulletin.sent'))).toHaveLength(1)
})

test('C4.2 released twice, from two machines, it is released once; drawn up twice, it is one', async () => {
  await tendBulletin(council.council)
  const both = await Promise.all([release(), release()])
  expect(both.map((each) => each.ok)).toEqual([true, true])
  await council.advanceTo(due)
  expect(issues()).toHaveLength(3)
})

test('C4.2 taken back it does not leave, and officers are reminded of it; once it has left it cannot be taken back', async () => {
  await release()
  await takeBackIssue(council.council, officer, { issueId: week42 })
  await council.advanceTo(due.add({ minutes: 1 }))
  expect(
    bulletins()
      .map(({ to }) => to.address)
      .toSorted(),
  ).toEqual(['officer901@thamesbrook.example', 'officer902@thamesbrook.example'])
  await release()
  await council.advanceTo(due.add({ minutes: 2 }))
  expect(issues()).toHaveLength(3)
  expect(await takeBackIssue(council.council, officer, { issueId: week42 })).toEqual({ ok: false, refusal: { kind: 'has-left' } })
})

test('C4.2 nobody releases it: it never leaves, is said to have lapsed, and what stood in it is new the week after', async () => {
  await council.advanceTo(due.add({ hours: 12 }))
  expect(issues()).toEqual([])
  expect((await issue()).issue.state).toMatchObject({ kind: 'lapsed', because: 'not-released' })
  expect(council.lines.join('\n')).toContain('bulletin.lapsed')
  await tendBulletin(council.council)
  expect((await issue(issueId('issue-2026-w43'))).issue).toMatchObject({ number: 1, state: { kind: 'draft' } })
})

describe('the rulebook is changed while an issue is drawn up', () => {
  const under = (bulletin: Partial<Rulebook['bulletin']>) => {
    const { rulebook } = council.council
    return { ...council.council, rulebook: { ...rulebook, bulletin: { ...rulebook.bulletin, ...bulletin } } }
  }
  const recess = { recess: [{ label: 'Half-term', from: '2026-10-12', to: '2026-10-18' }] }
  const silent = logTo(() => undefined)
  const waits = async (by: TestCouncil['council']) => {
    const current = await currentIssue(by)
    return current && [current.due.id, String(current.due.dueAt), current.record?.issue.state.kind]
  }

  test('C4.1 a draft whose week has no issue any more is not drawn up on, reminds nobody and does not leave by itself', async () => {
    const inRecess = under({ ...recess, autoRelease: true })
    expect(await waits(inRecess)).toEqual(['issue-2026-w43', '2026-10-23T09:00:00Z', undefined])
    council.clock.setTo(due)
    await lookAtIssue(inRecess, week42, silent)
    expect((await issue()).issue).not.toHaveProperty('remindedAt')
    expect((await issue()).issue.state.kind).toBe('draft')
  })
  test('C4.1 a page opened before cannot release a draft whose week has no issue any more', async () => {
    const inRecess = under(recess)
    const seen = seenOf((await issue()).issue)
    expect(await releaseIssue(inRecess, officer, { issueId: week42, seen })).toEqual({ ok: false, refusal: { kind: 'not-due' } })
    expect((await issue()).issue.state.kind).toBe('draft')
  })
  test('C4.1 what is released leaves when it was said to, and is found until then, so that no second one is drawn up', async () => {
    await release()
    for (const by of [under(recess), under({ on: 'monday' })]) {
      expect(await waits(by)).toEqual([week42, String(due), 'released'])
      await tendBulletin(by)
    }
    expect(await council.council.bulletins.find(issueId('issue-2026-w43'))).toBeUndefined()
    council.clock.setTo(due)
    await lookAtIssue(under(recess), week42, silent)
    expect((await issue()).issue.state.kind).toBe('sent')
  })
  test.each(['thursday', 'saturday'] as const)('C4.1 a draft moved to %s still leaves then when either day has come', async (on) => {
    const moved = under({ on, autoRelease: true })
    const then = due.add({ hours: on === 'thursday' ? -24 : 24 })
    await lookAtIssue(moved, week42, silent)
    council.clock.setTo(on === 'thursday' ? then : due)
    expect(await waits(moved)).toEqual([week42, String(then), 'draft'])
    await lookAtIssue(moved, week42, silent)
    expect((await issue()).issue).toMatchObject({ dueAt: then, state: { kind: on === 'thursday' ? 'sent' : 'draft' } })
  })
  test('C4.1 C14.6 as soon as a change of the rulebook rules, the issue that waits is looked at by it', async () => {
    await council.worker.settle()
    const { bulletin } = council.council.rulebook
    const rulebook = { ...council.council.rulebook, bulletin: { ...bulletin, on: 'thursday' as const } }
    const change = { seen: 1, rules: { kind: 'settings', rulebook }, why: 'Agreed on Monday' } as const
    expect((await changeRulebook(council.council, officer, change)).ok).toBe(true)
    await council.worker.settle()
    expect(String((await issue()).issue.dueAt)).toBe('2026-10-15T09:00:00Z')
  })
  test('C4.1 a draft moves with the council’s day, where that is still to come', async () => {
    expect(await waits(under({ on: 'thursday' }))).toEqual([week42, '2026-10-15T09:00:00Z', 'draft'])
    council.clock.setTo(instant('2026-10-14T09:00:00Z'))
    expect(await waits(under({ on: 'monday' }))).toEqual([week42, String(due), 'draft'])
  })
})

test('C4.1 officers are told of an issue that never left, until the next one leaves', async () => {
  const lapsed = async () => (await readBulletin(council.council)).lapsed
  await council.advanceTo(due.add({ hours: 12 }).subtract({ seconds: 1 }))
  expect(await lapsed()).toBeUndefined()
  await council.advance({ seconds: 1 })
  expect(await lapsed()).toEqual({ dueAt: String(due), because: 'not-released' })
  await tendBulletin(council.council)
  const next = issueId('issue-2026-w43')
  await releaseIssue(council.council, officer, { issueId: next, seen: seenOf((await issue(next)).issue) })
  await council.advanceTo(instant('2026-10-23T08:59:59Z'))
  expect(await lapsed()).toMatchObject({ because: 'not-released' })
  await council.advance({ seconds: 1 })
  expect(await lapsed()).toBeUndefined()
})

test('C4.1 and are told of it for weeks, where no other issue is due', async () => {
  const summer = { recess: [{ label: 'A long recess', from: '2026-10-19', to: '2027-01-10' }] }
  await begin(summer)
  await council.advanceTo(due.add({ hours: 12 }))
  const lapsed = async () => (await readBulletin(council.council)).lapsed
  council.clock.setTo(due.add({ hours: 24 * 7 * 11 }))
  expect(await lapsed()).toEqual({ dueAt: String(due), because: 'not-released' })
  council.clock.setTo(due.add({ hours: 24 * 7 * 14 }))
  expect(await lapsed()).toBeUndefined()
})

test('C4.1 a service that stood still sends it up to twelve hours late, and not after', async () => {
  await release()
  council.clock.setTo(due.add({ hours: 12 }).subtract({ seconds: 1 }))
  await council.worker.settle()
  expect(issues()).toHaveLength(3)
})

test('C4.1 at twelve hours late it is passed over and told', async () => {
  await release()
  council.clock.setTo(due.add({ hours: 12 }))
  await council.worker.settle()
  expect(issues()).toEqual([])
  expect((await issue()).issue.state).toMatchObject({ kind: 'lapsed', because: 'too-late' })
})

test('C4.2 edited on what was seen: who saw something older is told, and nothing of theirs is written', async () => {
  const { seen } = { seen: seenOf((await issue()).issue) }
  const order = { issueId: week42, seen, opening: 'Half-term is near.', sections: [] }
  expect((await editIssue(council.council, officer, order)).ok).toBe(true)
  expect(await editIssue(council.council, officer, { ...order, opening: 'Mine.' })).toEqual({
    ok: false,
    refusal: { kind: 'changed-since-seen' },
  })
  await release()
  expect(await editIssue(council.council, officer, order)).toEqual({ ok: false, refusal: { kind: 'released' } })
  await council.advanceTo(due)
  expect(issues()[0]?.text).toContain('Half-term is near.')
})

test('C4.2 saved again because the reply was lost, it is saved once, and is nobody else’s change', async () => {
  const order = { issueId: week42, seen: seenOf((await issue()).issue), opening: 'Half-term is near.', sections: [] }
  const first = await editIssue(council.council, officer, order)
  const { etag } = await issue()
  expect(await editIssue(council.council, officer, order)).toEqual(first)
  expect((await issue()).etag).toBe(etag)
})

test('C4.4 where places are limited no answer is asked for, neither while they are open nor once they have closed', async () => {
  const asks = async () =>
    (await previewIssue(council.council, { issueId: week42, memberId: memberId('m2') }, () => ''))?.page.asks.map(({ title }) => title)
  await council.council.bulletins.keepPast({
    id: issueId('issue-2026-w41'),
    number: 1,
    sentAt: drafted.subtract({ hours: 48 }),
    subject: '',
    listed: listedIn(arranged(drawnUp(await issueSources(council.council, drafted)), [])),
  })
  expect(await asks()).toEqual([session.title])
  const { draw: _draw, seed: _seed, ...stated } = anOffer()
  const keep = (given: object) => council.council.offers.keep({ ...stated, interested: 0, held: [], ...given })
  await keep({})
  expect(await asks()).toEqual([])
  await keep({ closesAt: drafted, drawnAt: drafted })
  expect(await asks()).toEqual([])
  await keep({ droppedAt: drafted })
  expect(await asks()).toEqual([session.title])
})

test('C4.2 no empty issue: none is drawn up where there is nothing to say, and one that has become empty does not leave', async () => {
  await release()
  await council.change(session.id, (found) => ({ ...found, standing: { kind: 'untagged', at: drafted } }))
  await council.advanceTo(due)
  expect(issues()).toEqual([])
  expect((await issue()).issue.state).toMatchObject({ kind: 'lapsed', because: 'empty' })
  await tendBulletin(council.council)
  expect(await council.council.bulletins.find(issueId('issue-2026-w43'))).toBeUndefined()
})

test.each([
  ['cancelled', 'cancelled.', (found: Session): Session => ({ ...found, standing: { kind: 'cancelled', at: due, through: 'outlook' } })],
  ['postponed', 'postponed. You are asked again when it has a new date.', postponed],
])('C4.2 what was %s after it was announced stands in the next issue, with the run that is left', async (_what, words, change) => {
  await release()
  await council.advanceTo(due)
  await council.council.sessions.save(
    { session: aSession({ id: sessionId('s2'), startsAt: session.startsAt.add({ hours: 168 }), none: 3 }), history: [] },
    'new',
  )
  await council.change(session.id, change)
  await council.advance({ hours: 13 })
  await tendBulletin(council.council)
  const next = issueId('issue-2026-w43')
  await releaseIssue(council.council, officer, { issueId: next, seen: seenOf((await issue(next)).issue) })
  await council.advanceTo(due.add({ hours: 168 }))
  const text = issues().at(-1)?.text ?? ''
  expect(text).toContain(
    `NOT NOW TAKING PLACE\n\nChairing a difficult meeting\nTuesday 27 October: ${words}\nIt runs on Tuesday 3 November at 6:30pm.`,
  )
  expect(text).toContain('issue 2')
})

describe('C4.17 what becomes of each one’s', () => {
  test('a mailbox that refuses is written down as refused, and the others have theirs', async () => {
    await release()
    council.senders.script('email', { kind: 'refused', because: 'refused' })
    await council.advanceTo(due)
    const ended = (await issue()).duties.map(({ state }) => (state.kind === 'done' ? state.outcome.kind : state.kind))
    expect(ended.toSorted()).toEqual(['failed', 'sent', 'sent'])
  })
  test('an answer that was lost is asked for, and nobody has it twice', async () => {
    await release()
    council.senders.script('email', 'lost after', 'lost before')
    await council.advanceTo(due.add({ minutes: 5 }))
    expect(
      issues()
        .map(({ to }) => to.address)
        .toSorted(),
    ).toEqual(someMembers(3).map(({ addresses }) => addresses[0]))
  })
  test('who has left office by then has none; who has no address is said to have none', async () => {
    await begin({}, [aMember(1), aMember(2, { to: day('2026-10-15') }), aMember(3, { addresses: [] })])
    await release()
    await council.advanceTo(due)
    expect(issues().map(({ to }) => to.address)).toEqual(['member1@thamesbrook.example'])
    expect((await issue()).duties.map(({ state }) => state.kind === 'done' && state.outcome)).toContainEqual(
      expect.objectContaining({ kind: 'failed', because: 'no-mailbox' }),
    )
  })
})

test('C4.1 sixty Members: never more than 25 a minute, and whom the council adds has a copy that asks nothing', async () => {
  await begin({ alsoTo: ['clerk@thamesbrook.example'] }, someMembers(60))
  await release()
  await council.advanceTo(due)
  expect(issues()).toHaveLength(25)
  await council.advanceTo(due.add({ minutes: 2 }))
  expect(new Set(issues().map(({ to }) => to.address)).size).toBe(61)
  expect(issues()).toHaveLength(61)
})

test('C4.1 however late it leaves, all of sixty Members have theirs', async () => {
  await begin({}, someMembers(60))
  await release()
  council.clock.setTo(due.add({ hours: 12 }).subtract({ seconds: 1 }))
  await council.worker.settle()
  await council.advance({ minutes: 3 })
  expect(issues()).toHaveLength(60)
})

test('C4.17 C1.2 it says to whom it goes as the rulebook has it, and that nobody tracks who opens it', async () => {
  const said = async (coOpteesInAll: boolean) => {
    await begin({}, someMembers(1), drafted, { members: { ...towerHamlets.members, coOpteesInAll } })
    await release()
    await council.advanceTo(due)
    return [...(issues()[0]?.text.match(/This bulletin goes to.*$/m) ?? [])]
  }
  const tracking = 'We do not track who opens it.'
  expect(await said(true)).toEqual([`This bulletin goes to the Mayor, every councillor and every co-opted member. ${tracking}`])
  expect(await said(false)).toEqual([`This bulletin goes to the Mayor and every councillor. ${tracking}`])
})

test('C4.2 what a reader is asked is the reader’s own: once answered it is not asked again', async () => {
  await release()
  await council.advanceTo(due)
  await council.advance({ hours: 13 })
  await council.council.sessions.save(
    {
      session: aSession({ id: sessionId('s2'), title: 'Reading a budget', startsAt: session.startsAt.add({ hours: 168 }), none: 3 }),
      history: [],
    },
    'new',
  )
  await tendBulletin(council.council)
  const next = issueId('issue-2026-w43')
  await releaseIssue(council.council, officer, { issueId: next, seen: seenOf((await issue(next)).issue) })
  await council.advanceTo(instant('2026-10-23T09:00:00Z'))
  const of = (number: number) => issues().findLast(({ to }) => to.address === `member${number}@thamesbrook.example`)
  const [first, second] = [of(1), of(2)] // they leave in no order of their names
  expect(first?.subject).toBe('Member Bulletin: 1 new session') // she had accepted
  expect(first?.text).toContain('You accepted.')
  expect(second?.subject).toBe('Member Bulletin: 1 answer wanted, 1 new session')
  expect(second?.text.match(/Chairing a difficult meeting/g)).toHaveLength(1)
})

test('C4.2 with nobody to release it the council may let it leave by itself', async () => {
  await begin({ autoRelease: true })
  await council.advanceTo(due)
  expect(issues()).toHaveLength(3)
})

describe('C4.2 a test to the officer who edits it', () => {
  const send = (press: string, by = officer, given = {}) =>
    sendTest(council.council, by, { issueId: week42, memberId: memberId('m1'), press, ...given })
  const tests = () => council.senders.arrived.mails.filter(({ subject }) => subject.startsWith('TEST: '))

  test('is just what the Member would get, marked, and goes to her alone, once for each press', async () => {
    expect(await send('one')).toEqual({ ok: true, value: { address: officer.address } })
    await send('one')
    await council.worker.settle()
    await send('two')
    await council.worker.settle()
    expect(tests().map(({ to }) => to.address)).toEqual([officer.address, officer.address])
    expect(issues()).toEqual([]) // and no Member got anything
    const [mail] = tests()
    expect(mail?.text).toContain('This is a test, as it stands now and as Cllr Member 1 would get it. It went to you alone.')
    expect((await issue()).issue.state).toEqual({ kind: 'draft' })
    await release()
    await council.advanceTo(due)
    const real = issues().find(({ to }) => to.address === 'member1@thamesbrook.example')
    expect(tests()[0]?.subject).toBe(`TEST: ${real?.subject}`)
    const note = /This is a test[^<\n]*/
    const bare = (text: string | undefined) => text?.replace(note, '').replaceAll(/\s+/g, ' ').trim()
    expect(bare(mail?.text)).toBe(bare(real?.text))
    expect((await readDelivery(council.council, week42))?.rows).toHaveLength(3) // a test is nobody's delivery
  })

  test('says what she has just written, and is worth an hour', async () => {
    const { issue: now } = await issue()
    await editIssue(council.council, officer, { issueId: week42, seen: seenOf(now), opening: 'Two new dates.', sections: [] })
    await send('one')
    await council.worker.settle()
    expect(tests()[0]?.text).toContain('Two new dates.')
    council.senders.script('email', { kind: 'later', afterSeconds: 3_600 })
    await send('late')
    await council.advance({ hours: 2 })
    expect(tests()).toHaveLength(1)
  })

  test('is refused where there is no such issue or Member, or no address', async () => {
    expect(await send('x', officer, { issueId: issueId('issue-2026-w50') })).toEqual({ ok: false, refusal: { kind: 'no-such-issue' } })
    expect(await send('x', officer, { memberId: memberId('m99') })).toEqual({ ok: false, refusal: { kind: 'no-such-member' } })
    expect(await send('x', anOfficer(901, { address: '' }))).toEqual({ ok: false, refusal: { kind: 'no-address' } })
  })
})
