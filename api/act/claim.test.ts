import { expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aDutyRecord, aMemberId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { dischargeAt, putOff } from './claim.ts'

const now = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 2 })
const duty = dutyOf(session.id, { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }, 'text', { notBefore: now })

test('a duty put off by a process that then stood still is found again, although another has used up the pointer to it', async () => {
  const { council, due, clock } = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(2) })
  await council.sessions.save({ session, history: [], duties: [aDutyRecord(duty)] }, 'new')
  const stored = await council.sessions.duty(session.id, duty.id)
  if (!stored) throw new Error('the duty is gone')
  const place = { council, matter: session.id, duty: duty.id, due }
  const notBefore = now.add({ seconds: 60 })
  const standing = {
    ...council.sessions,
    async moveDuty(...write: Parameters<typeof council.sessions.moveDuty>) {
      clock.setTo(now.add({ seconds: 89 }))
      await due.drop([dischargeAt(place, notBefore)]) // the other found the duty as it was, and waiting
      return council.sessions.moveDuty(...write)
    },
  }

  const later = { state: { kind: 'unknown', attempt: 0, since: now, note: 'reset' }, notBefore } as const
  expect(await putOff({ ...place, council: { ...council, sessions: standing } }, stored, later)).toBe('waiting')
  expect(await due.due(clock.now(), 100)).toContainEqual(dischargeAt(place, notBefore))
})
