import { beforeEach, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, aMemberId, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { returnBody } from '../contracts/evaluations.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { evaluateSession } from './evaluate-session.ts'
import { enterReturn, readEvaluationResults } from './evaluation-results.ts'

const id = sessionId('s1')
const session = aSession({ accepted: 3, declined: 1 })
const hannah = anOfficer(901)
const worth = (value: number) => [{ questionId: 'worth', answer: 'scale', value } as const]
let council: TestCouncil

beforeEach(async () => {
  council = await testCouncil({
    now: session.startsAt,
    rulebook: towerHamlets,
    members: someMembers(4),
    officers: [hannah],
    sessions: [session],
  })
  await council.advanceTo(session.endsAt.add({ minutes: 1 }))
})

async function enter(member: number, given: object, etag = '0') {
  const body = returnBody.parse({ answers: worth(4), through: 'paper', etag, ...given })
  const result = await enterReturn(council.council, hannah, { ...body, sessionId: id, memberId: aMemberId(member) })
  return result.ok ? result.value : result.refusal.kind
}

const say = async (member: number, value: number, etag = '0') =>
  evaluateSession(council.council, aMember(member), { sessionId: id, said: { kind: 'answers', answers: worth(value) }, etag })

test('C8.3 C8.11 what came on paper is marked as such, and takes the place of what she had said: nobody counts twice', async () => {
  await say(1, 2)
  expect(await enter(1, {}, '0')).toBe('changed-since-seen')
  expect(await enter(1, {}, '1')).toMatchObject({ returned: 1, questions: [{ counts: [0, 0, 0, 1, 0] }] })
  expect((await council.record(id)).evaluations).toMatchObject([{ through: 'paper', by: { name: 'Officer 901' } }])
  expect(await enter(2, { through: 'spoken' })).toMatchObject({ returned: 2 })
  const { people } = (await readEvaluationResults(council.council, id)) ?? { people: [] }
  expect(people.map(({ state, through }) => `${state} ${through ?? ''}`)).toEqual(['answered paper', 'answered spoken', 'waiting '])
})

test('C8.3 the same return saved twice is one, and her own later answer takes its place', async () => {
  await enter(1, {})
  expect(await enter(1, {})).toMatchObject({ returned: 1 })
  expect(await say(1, 5, '1')).toMatchObject({ ok: true })
  expect((await council.record(id)).evaluations).toMatchObject([{ through: 'form', number: 2 }])
})

test('C8.3 whoever gave a paper form is not asked by email', async () => {
  await enter(1, {})
  await council.advanceTo(instant('2026-10-28T09:05:00Z'))
  expect(council.senders.arrived.mails.map(({ to }) => to.address).toSorted()).toEqual(
    [2, 3].map((each) => `member${each}@thamesbrook.example`),
  )
})

test('C8.7 who was not there has no return; an empty one is refused, and so is one of no session', async () => {
  expect(await enter(4, {})).toBe('not-there')
  expect(await enter(1, { answers: [] })).toBe('nothing-said')
  expect(await readEvaluationResults(council.council, sessionId('s9'))).toBeUndefined()
  expect(await readEvaluationResults(council.council, id)).toMatchObject({ state: 'open', isRecorded: false, attended: 3, returned: 0 })
})
