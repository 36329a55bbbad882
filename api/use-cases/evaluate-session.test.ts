import { beforeEach, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aMark, aMember, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { evaluationBody } from '../contracts/evaluations.ts'
import { createChainReader } from '../stores/audit-chain.ts'
import { copyOf, rowsOf } from '../testing/chain-copy.ts'
import { testCouncil, testProfile, type TestCouncil } from '../testing/council.ts'
import { evaluateSession } from './evaluate-session.ts'
import { readMyEvaluation, readMyEvaluations } from './read-my-evaluations.ts'
import { readMyTraining } from './read-my-training.ts'

const id = sessionId('s1')
const session = aSession({ accepted: 4, declined: 1 })
const morning = instant('2026-10-28T09:00:00Z')
const [first, second, fifth, stranger] = [aMember(1), aMember(2), aMember(5), aMember(6)]
const worth = (value: number) => ({ kind: 'answers', answers: [{ questionId: 'worth', answer: 'scale', value }] })
let council: TestCouncil

beforeEach(async () => {
  council = await testCouncil({
    now: session.startsAt,
    rulebook: towerHamlets,
    members: someMembers(6),
    officers: [anOfficer(901)],
    sessions: [session],
  })
  await council.advanceTo(session.endsAt.add({ minutes: 1 }))
})

async function say(given: object, { as = first, etag = '0' } = {}) {
  const result = await evaluateSession(council.council, as, { sessionId: id, ...evaluationBody.parse({ said: given, etag }) })
  return result.ok ? result.value : result.refusal.kind
}

async function read(as = first) {
  const result = await readMyEvaluation(council.council, as, id)
  return result.ok ? result.value : result.refusal.kind
}

const asked = () => council.senders.arrived.mails.filter(({ key }) => key.includes('s1')).map(({ to }) => to.address)

test('C8.1 C8.2 C8.27 the form goes once the morning after, and one reminder to whoever has not answered', async () => {
  expect(await say(worth(5), { as: aMember(3) })).toMatchObject({ said: worth(5) })
  await council.advanceTo(morning.subtract({ seconds: 1 }))
  expect(asked()).toEqual([])
  await council.advanceTo(morning.add({ minutes: 1 }))
  expect(asked().toSorted()).toEqual([1, 2, 4].map((number) => `member${number}@thamesbrook.example`))
  await say(worth(4))
  await say({ kind: 'not-this-time' }, { as: second })
  await council.advanceTo(instant('2026-11-20T09:00:00Z'))
  expect(asked().slice(3)).toEqual(['member4@thamesbrook.example'])
})

test('C8.3 C8.4 what she says is kept as she said it, shown to her again, and may be said otherwise', async () => {
  expect(await read()).toMatchObject({ etag: '0', title: session.title, questions: { length: 5 } })
  const before = await say({ kind: 'answers', answers: [{ questionId: 'change', answer: 'words', words: ' Slides\nearlier ' }] })
  expect(before).toMatchObject({ etag: '1', returns: { returned: 1, attended: 4 } })
  expect(await read()).toMatchObject({ said: { answers: [{ questionId: 'change', answer: 'words', words: 'Slides\nearlier' }] } })
  expect(await say(worth(2), { etag: '1' })).toMatchObject({ said: worth(2), returns: { returned: 1 } })
  expect((await council.record(id)).evaluations).toHaveLength(1)
})

test('C8.22 sent twice it counts once; said on another device meanwhile it is not written over unseen', async () => {
  await say(worth(4))
  expect(await say(worth(4))).toMatchObject({ etag: '1' })
  expect(await say(worth(1))).toBe('changed-since-seen')
  expect(await read()).toMatchObject({ said: worth(4) })
  expect(await say(worth(1), { etag: '1' })).toMatchObject({ said: worth(1), etag: '2' })
})

test('C8.22 fifty who answer at once are all heard', async () => {
  const all = await Promise.all([1, 2, 3, 4].map((number) => say(worth(number), { as: aMember(number) })))
  expect(all.every((each) => typeof each === 'object')).toBe(true)
  expect((await council.record(id)).evaluations).toHaveLength(4)
})

test('whoever was not there has no form, and whoever was not invited is told nothing of the session', async () => {
  expect(await read(fifth)).toBe('not-there')
  expect(await say(worth(4), { as: fifth })).toBe('not-there')
  expect(await read(stranger)).toBe('no-such-session')
  expect(await say(worth(4), { as: stranger })).toBe('no-such-session')
  const etag = (await council.council.sessions.find(id))?.etag ?? ''
  await council.council.sessions.save(
    { session: (await council.record(id)).session, history: [], marks: [aMark(6, 'in-person')] },
    { etag },
  )
  expect(await read(stranger)).toMatchObject({ etag: '0' })
})

test('an empty form, and one with questions that are asked no more, are refused and change nothing', async () => {
  expect(await say({ kind: 'answers', answers: [] })).toBe('nothing-said')
  expect(await say({ kind: 'answers', answers: [{ questionId: 'gone', answer: 'words', words: 'x' }] })).toBe('questions-changed')
  expect((await council.record(id)).evaluations).toEqual([])
})

test('C8.4 C8.27 the forms that are open are listed, and those that wait stand on My training until they are answered', async () => {
  await council.advanceTo(morning)
  const waiting = async () => (await readMyTraining(council.council, first)).evaluations.map(({ sessionId: each }) => each)
  expect(await waiting()).toEqual([id])
  expect(await readMyEvaluations(council.council, fifth)).toMatchObject({ rows: [] })
  await say(worth(3))
  expect(await waiting()).toEqual([])
  expect(await readMyEvaluations(council.council, first)).toMatchObject({ rows: [{ sessionId: id, state: 'answered' }], openMonths: 12 })
  await council.advanceTo(instant('2026-12-01T09:00:00Z'))
  expect((await readMyTraining(council.council, second)).evaluations).toEqual([])
  expect(await readMyEvaluations(council.council, second)).toMatchObject({ rows: [{ state: 'waiting' }] })
})

test('C8.3 the audit chain tells that something was said and by whom, and none of the words', async () => {
  await say({ kind: 'answers', answers: [{ questionId: 'change', answer: 'words', words: 'Too long by half' }] })
  await council.advance({ minutes: 5 })
  const rows = rowsOf(await copyOf(createChainReader({ tables: council.tables, council: testProfile.id })))
  expect(rows.filter((row) => JSON.stringify(row).includes('evaluation-given'))).toMatchObject([
    { actor: { kind: 'member' }, details: { through: 'form' } },
  ])
  expect(JSON.stringify(rows)).not.toContain('Too long')
})
