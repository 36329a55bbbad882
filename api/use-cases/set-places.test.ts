import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { offerIdOf } from '../../domain/places/offer.ts'
import { anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { issueId, sessionId } from '../../domain/kernel/ids.ts'
import { lookAtIssue, tendBulletin } from '../act/look-at-issue.ts'
import { logTo } from '../log.ts'
import type { Council } from '../ports/council.ts'
import { testCouncil } from '../testing/council.ts'
import { readPlaces } from './read-places.ts'
import { releaseIssue, seenOf } from './release-issue.ts'
import { dropPlaces, setPlaces } from './set-places.ts'

const now = instant('2026-10-13T08:00:00Z') // a Tuesday; the issue leaves on Friday at 10:00
const officer = anOfficer(901)
const session = aSession({ none: 4 })
const offerId = offerIdOf({ kind: 'session', sessionId: session.id })
const closesAt = '2026-10-23T17:00:00Z'
const terms = { offerId, places: 2, openTo: { kind: 'everyone' as const }, neededFor: [], criteria: ['ballot' as const], closesAt }

test('C4.4 places that were dropped can be limited again, by the same ballot', async () => {
  const { council } = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(4), sessions: [session] })
  const page = async () => (await readPlaces(council, offerId))?.offer
  expect(await setPlaces(council, officer, terms)).toMatchObject({ ok: true })
  const first = await page()
  expect(await dropPlaces(council, officer, { offerId, seen: first?.seen ?? '' })).toMatchObject({ ok: true })
  expect(await page()).toBeUndefined()
  expect(await setPlaces(council, officer, { ...terms, seen: first?.seen })).toMatchObject({ refusal: { kind: 'changed-since-seen' } })
  expect(await setPlaces(council, officer, { ...terms, places: 3 })).toMatchObject({ ok: true })
  expect(await page()).toMatchObject({ places: 3, stage: 'not-announced', seedMark: first?.seedMark })
})

test('C3.6 C4.4 what is mandatory at another run of its course is mandatory here, and need may be weighed by it', async () => {
  const details = { version: 1, by: officer.id, byName: officer.name, at: now, costs: [], meets: ['planning'] }
  const evening = aSession({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 24 }), none: 4, details })
  const weighed = { ...terms, criteria: ['role-need' as const, 'ballot' as const] }
  const { council, worker } = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(4), sessions: [session] })
  expect((await readPlaces(council, offerId))?.choices.isMandatory).toBe(false)
  expect(await setPlaces(council, officer, weighed)).toMatchObject({ refusal: { faults: [{ because: 'nobody-needs-it' }] } })

  await council.sessions.save({ session: evening, history: [] }, 'new')
  await worker.settle()
  expect((await readPlaces(council, offerId))?.choices.isMandatory).toBe(true)
  expect(await setPlaces(council, officer, weighed)).toMatchObject({ ok: true })
})

/** What an officer does between the writing of what an issue says and the announcing of the offers that it lists. */
async function announcedAfter(meanwhile: (council: Council, seen: string) => Promise<unknown>) {
  const { council, advanceTo, clock } = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(4),
    officers: [officer],
    sessions: [session],
  })
  await advanceTo(now)
  await setPlaces(council, officer, terms)
  await advanceTo(now.add({ minutes: 1 }))
  await tendBulletin(council)
  const id = issueId('issue-2026-w42')
  const draft = (await council.bulletins.find(id))?.issue
  if (draft) await releaseIssue(council, officer, { issueId: id, seen: seenOf(draft) })
  clock.setTo(instant('2026-10-16T09:00:00Z'))
  const bulletins: Council['bulletins'] = {
    ...council.bulletins,
    async save(issue, ...rest) {
      const written = await council.bulletins.save(issue, ...rest)
      const isFixed = issue.state.kind === 'sent' && issue.state.to === undefined
      if (isFixed) await meanwhile(council, (await council.offers.find(offerId))?.etag ?? '')
      return written
    },
  }
  await lookAtIssue(
    { ...council, bulletins },
    id,
    logTo(() => undefined),
  )
  return (await council.offers.find(offerId))?.offer
}

test('C4.4 X27 an offer has the terms that the bulletin announced, whatever was changed while it left', async () => {
  const offer = await announcedAfter(async (council, seen) =>
    setPlaces(council, officer, { ...terms, places: 1, criteria: ['not-had-one', 'ballot'], seen }),
  )
  expect(offer).toMatchObject({ places: 2, criteria: ['ballot'], announcedAt: instant('2026-10-16T09:00:00Z') })
})

test('C4.4 an offer that was dropped while the bulletin left stands as it was announced', async () => {
  const offer = await announcedAfter(async (council, seen) => dropPlaces(council, officer, { offerId, seen }))
  expect(offer).toMatchObject({ places: 2, announcedAt: instant('2026-10-16T09:00:00Z') })
  expect(offer).not.toHaveProperty('droppedAt')
})
