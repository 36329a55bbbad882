import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, arrangedAt, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readSession } from './read-session.ts'

const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [] }

/** First seen five weeks before it begins, and looked at after the first two issues have left. */
async function lateNoticeOf(withoutAims: 'hold' | 'warn', aims?: string) {
  const firstSeenAt = instant('2026-09-21T09:00:00Z')
  const { council } = await testCouncil({
    now: instant('2026-10-05T08:00:00Z'),
    rulebook: { ...towerHamlets, planning: { ...towerHamlets.planning, withoutAims } },
    members: someMembers(2),
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 2, firstSeenAt, ...(aims ? { details: { ...details, aims } } : {}) })],
  })
  return (await readSession(council, sessionId('s1')))?.lateNotice
}

test('C4.3 C1.9 what is held out of the bulletin is announced by the next issue at the earliest, whatever has left before', async () => {
  expect(await lateNoticeOf('hold')).toEqual({ firstIssueAt: '2026-10-09T09:00:00Z', weeks: 4, issues: 2 })
  expect(await lateNoticeOf('hold', 'Keep order')).toBeUndefined()
  expect(await lateNoticeOf('warn')).toBeUndefined()
})
