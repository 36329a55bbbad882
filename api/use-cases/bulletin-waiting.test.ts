import { beforeEach, expect, test } from 'vitest'
import { issueId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { bulletinWaiting } from './bulletin-waiting.ts'
import { readAttention } from './read-attention.ts'
import { readMe } from './read-me.ts'
import { releaseIssue, seenOf, takeBackIssue } from './release-issue.ts'

const drafted = instant('2026-10-12T06:00:00Z')
/** Friday 16 October, 10am; officers are reminded the day before, at the same time. */
const due = instant('2026-10-16T09:00:00Z')
const reminded = due.subtract({ hours: 24 })
const lapse = due.add({ hours: 12 })
const [week42, week43] = ['issue-2026-w42', 'issue-2026-w43'].map((id) => issueId(id))
const officer = anOfficer(901)

let council: TestCouncil
const rows = async () => bulletinWaiting(council.council)
const release = async (id = week42) => {
  const found = id && (await council.council.bulletins.find(id))
  if (!found) throw new Error('there is no such issue')
  return releaseIssue(council.council, officer, { issueId: id, seen: seenOf(found.issue) })
}
const drawUp = async () => {
  await tendBulletin(council.council)
  await council.advance({ seconds: 0 })
}

beforeEach(async () => {
  council = await testCouncil({
    now: drafted,
    rulebook: towerHamlets,
    members: someMembers(3),
    officers: [officer],
    sessions: [aSession({ accepted: 1, none: 2 })],
  })
  await council.advanceTo(drafted)
  await drawUp()
})

test('C4.2 a bulletin that nobody has released waits in Needs attention from when officers are reminded, and is counted there', async () => {
  await council.advanceTo(reminded.subtract({ seconds: 1 }))
  expect(await rows()).toEqual([])
  await council.advanceTo(reminded)
  const row = { kind: 'bulletin-unreleased', group: 'decide', issueId: week42, dueAt: String(due), lapsesAt: String(lapse) }
  expect(await rows()).toEqual([row])
  const { rows: all } = await readAttention(council.council)
  expect(all.filter(({ kind }) => kind === 'bulletin-unreleased')).toEqual([row])
  expect((await readMe(council.council, { ...officer, roles: ['officer'] })).attention).toBe(all.length)
  await release()
  expect(await rows()).toEqual([])
  await takeBackIssue(council.council, officer, { issueId: week42 ?? issueId('') })
  expect(await rows()).toEqual([row])
  await release()
  await council.advanceTo(due.add({ minutes: 5 }))
  expect(await rows()).toEqual([]) // it has left
})

test('C4.1 one that lapsed is said to have, until the next is released', async () => {
  await council.advanceTo(lapse.subtract({ seconds: 1 }))
  expect(await rows()).toMatchObject([{ kind: 'bulletin-unreleased' }])
  await council.advanceTo(lapse)
  const row = { kind: 'bulletin-lapsed', group: 'put-right', issueId: week42, dueAt: String(due), because: 'not-released' }
  expect(await rows()).toEqual([row])
  await drawUp()
  expect(await rows()).toEqual([row]) // the next is drawn up, and that alone sends it to nobody
  await release(week43)
  expect(await rows()).toEqual([])
})

test('C4.2 the next one, if nobody releases that either, takes its place when officers are reminded of it', async () => {
  await council.advanceTo(lapse)
  await drawUp()
  await council.advanceTo(reminded.add({ hours: 24 * 7 }).subtract({ seconds: 1 }))
  expect(await rows()).toMatchObject([{ kind: 'bulletin-lapsed', issueId: week42 }])
  await council.advanceTo(reminded.add({ hours: 24 * 7 }))
  expect(await rows()).toMatchObject([{ kind: 'bulletin-unreleased', issueId: week43 }])
})
