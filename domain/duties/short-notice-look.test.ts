import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { aContext, aRecord, aSession, arrangedAt } from '../testing/builders.ts'
import { owed } from './owed.ts'

const noticeEnds = instant('2026-10-23T17:30:00Z') // Friday 6:30pm in summer time; the session is on Tuesday at 6:30pm in winter time
const question = { kind: 'open', round: 1, openedAt: arrangedAt, decideBy: arrangedAt, escalatedAt: arrangedAt } as const
const reminded = { nudged: 1, weekBefore: arrangedAt, reviewed: arrangedAt }

test('C3.11 an open question is looked at again the moment that notice becomes short, so that its cards say whom a cancellation texts', () => {
  const record = aRecord(aSession({ accepted: 4, undersubscribed: question }), { moments: reminded })
  const { nextLookAt } = owed(record, aContext(noticeEnds.subtract({ hours: 1 })))
  expect(nextLookAt).toEqual(noticeEnds.add({ seconds: 1 }))
  expect(owed(record, aContext(noticeEnds.add({ seconds: 1 }))).nextLookAt).not.toEqual(nextLookAt)
})

test('a session in no question has no card to bring up to date then', () => {
  const record = aRecord(aSession({ accepted: 6 }), { moments: reminded })
  expect(owed(record, aContext(noticeEnds.subtract({ hours: 1 }))).nextLookAt).not.toEqual(noticeEnds.add({ seconds: 1 }))
})
