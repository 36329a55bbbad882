import { instant } from '../kernel/time.ts'
import type { CommitteeMeeting } from '../meetings/meeting.ts'

/** The Planning Committee's meeting on the evening of `builders.ts`'s session, from 6:30pm to 8:30pm in winter time. */
export function aMeeting(given: Partial<CommitteeMeeting> = {}): CommitteeMeeting {
  const startsAt = given.startsAt ?? instant('2026-10-27T18:30:00Z')
  return {
    number: '1',
    committee: 'Planning Committee',
    startsAt,
    endsAt: startsAt.add({ hours: 2 }),
    status: 'confirmed',
    ...given,
  }
}
