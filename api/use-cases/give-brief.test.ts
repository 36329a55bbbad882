import { expect, test } from 'vitest'
import { keys } from '../../domain/bulletin/issue.ts'
import { issueId, sessionId } from '../../domain/kernel/ids.ts'
import { anOfficer, aPersonId, aSession, arrangedAt, reviewAt, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { presenterBrief } from '../contracts/brief.ts'
import { testCouncil } from '../testing/council.ts'
import { giveBrief } from './give-brief.ts'
import { historyView } from './history-words.ts'
import { readAttention } from './read-attention.ts'
import { readBrief } from './read-brief.ts'

const id = sessionId('s1')
const officer = anOfficer(901)
const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [], aims: 'To listen well.' }

async function council(given: Parameters<typeof aSession>[0] = {}, rulebook = towerHamlets) {
  const here = await testCouncil({
    now: arrangedAt,
    rulebook,
    members: someMembers(7),
    officers: [officer],
    sessions: [aSession({ accepted: 6, none: 1, details, ...given })],
  })
  const read = async () => presenterBrief.parse(await readBrief(here.council, id))
  const give = async (seen?: string, by = officer) => giveBrief(here.council, by, { sessionId: id, seen: seen ?? (await read()).seen })
  const waiting = async () => (await readAttention(here.council)).rows.filter(({ kind }) => kind === 'brief-owed')
  return { ...here, read, give, waiting }
}

/** Weeks of looks on a machine that does much else. */
const patience = { timeout: 30_000 }

test('C1.11 at the lead time it stands once in Needs attention, by itself, until an officer says that it is given', patience, async () => {
  const { advanceTo, waiting, give, read, worker, council: here } = await council()
  await advanceTo(reviewAt.subtract({ seconds: 1 }))
  expect(await waiting()).toEqual([])
  await advanceTo(reviewAt)
  expect(await waiting()).toEqual([
    {
      kind: 'brief-owed',
      group: 'moment',
      sessionId: 's1',
      title: 'Chairing a difficult meeting',
      startsAt: startsAt.toString(),
      organiser: 'Officer 901',
      hasAims: true,
      hasChanged: false,
    },
  ])
  expect(await give()).toMatchObject({ ok: true })
  await worker.settle()
  expect(await waiting()).toEqual([])
  expect(await read()).toMatchObject({ given: { by: 'Officer 901', at: reviewAt.toString(), changed: false } })
  const history = historyView((await here.sessions.find(id))?.history ?? [], { members: [], rulebook: towerHamlets })
  expect(history.map(({ what }) => what)).toContain('Brief given to the presenter by Officer 901')
})

test('C1.11 said twice it is written down once, and read again from Outlook it stays given', patience, async () => {
  const { advanceTo, give, council: here } = await council()
  await advanceTo(reviewAt)
  await give()
  const first = await here.sessions.find(id)
  expect(await give(undefined, anOfficer(902))).toMatchObject({ ok: true, value: { byName: 'Officer 901' } })
  const again = await here.sessions.find(id)
  expect(again?.history.filter(({ what }) => what.kind === 'brief-given')).toHaveLength(1)
  expect(again?.session.brief).toEqual(first?.session.brief)
})

test(
  'C1.11 what was read is what is said to be given: changed meanwhile it is refused, and changed later it is asked for anew',
  patience,
  async () => {
    const { advanceTo, give, waiting, worker, read, council: here } = await council()
    await advanceTo(reviewAt)
    const { seen } = await read()
    const change = async (place: string) => {
      const found = await here.sessions.find(id)
      if (!found) throw new Error('there is no such session')
      await here.sessions.save({ session: { ...found.session, place }, history: [] }, { etag: found.etag })
      await worker.settle()
    }
    await change('Town Hall Room 3')
    expect(await give(seen)).toEqual({ ok: false, refusal: { kind: 'changed-since-seen' } })
    expect(await give()).toMatchObject({ ok: true })
    await worker.settle()
    expect(await waiting()).toEqual([])
    await change('Town Hall Room 4')
    expect(await waiting()).toMatchObject([{ hasChanged: true }])
    expect(await read()).toMatchObject({ given: { changed: true } })
  },
)

test('C1.11 without aims it is asked for, says so, and cannot be said to be given', patience, async () => {
  const { advanceTo, give, waiting, read } = await council({ details: { ...details, aims: '' } })
  await advanceTo(reviewAt)
  expect(await waiting()).toMatchObject([{ hasAims: false }])
  expect(await read()).toMatchObject({ aims: [], cannot: 'no-aims' })
  expect(await give()).toEqual({ ok: false, refusal: { kind: 'no-aims' } })
})

test('C1.11, C1.9 where it is held back until it says what it is for, that is asked for once and not the brief too', patience, async () => {
  const rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, withoutAims: 'hold' as const } }
  const { advanceTo, waiting, council: here } = await council({ details: { ...details, aims: '' } }, rulebook)
  await advanceTo(reviewAt)
  expect(await waiting()).toEqual([])
  expect((await here.sessions.attention()).map(({ kind }) => kind)).toContain('held-back')
})

test(
  'C1.11, C1.9 what an issue has told of is held out of nothing, so that without its aims it is the brief that is asked for',
  patience,
  async () => {
    const rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, withoutAims: 'hold' as const } }
    const { advanceTo, waiting, council: here } = await council({ details: { ...details, aims: '' } }, rulebook)
    const listed = [keys.session(id, startsAt)]
    await here.bulletins.keepPast({ id: issueId('issue-2026-w40'), number: 1, sentAt: arrangedAt, subject: '', listed })
    await advanceTo(reviewAt)
    expect(await waiting()).toMatchObject([{ sessionId: 's1', hasAims: false }])
  },
)

test('C1.11 a session that has begun, and one that nobody knows, are refused', patience, async () => {
  const { advanceTo, give, council: here } = await council()
  await advanceTo(startsAt)
  expect(await give()).toEqual({ ok: false, refusal: { kind: 'started' } })
  expect(await giveBrief(here, officer, { sessionId: sessionId('s9'), seen: 'x' })).toEqual({
    ok: false,
    refusal: { kind: 'no-such-session' },
  })
  expect(await readBrief(here, sessionId('s9'))).toBeUndefined()
})

test('C1.11 the whole of it crosses the wire, and no Member’s name, address or id with it', patience, async () => {
  const { read } = await council()
  const brief = await read()
  expect(brief.aims).toEqual(['To listen well.'])
  expect(brief.sections.map(({ heading }) => heading)).toContain('Who is expected')
  expect(JSON.stringify(brief)).not.toMatch(/Member \d|member\d|"m\d/)
})
