import type { Council } from '../ports/council.ts'
import type { Job } from './runner.ts'

type Body = (council: Council, signal: AbortSignal) => Promise<void>

const everySixHours = ['00:05', '06:05', '12:05', '18:05']
/** With the others, and every other hour of the day: so long may a card still work for somebody whose role was taken away. */
const everyOtherHourByDay = ['00:05', '06:05', '08:05', '10:05', '12:05', '14:05', '16:05', '18:05']

/** What the jobs do, from the parts that observe. */
export type JobBodies = {
  readonly importRegister: Body
  readonly readMeetings: Body
  readonly readOfficers: Body
  readonly sweepMailboxes: Body
  readonly readBounces: Body
  readonly heedRulebook: Body
  readonly tendBulletin: Body
  readonly forgetReplies: Body
  readonly anchorAudit: Body
  readonly checkAccess: Body
}

/**
 * What every council has done for it by the clock, in the order in which a new one needs it: who is who, then what is planned.
 *
 * Notifications are only a hint; every six hours the calendars are read without one, and a subscription near its end is renewed on
 * the way. All at the same moments, so that an idle council seldom wakes.
 */
export function councilJobs({
  importRegister,
  readMeetings,
  readOfficers,
  sweepMailboxes,
  readBounces,
  heedRulebook,
  tendBulletin,
  forgetReplies,
  anchorAudit,
  checkAccess,
}: JobBodies): readonly Job[] {
  return [
    { name: 'import-register', at: ['00:05'], catchUp: 'latest', run: importRegister },
    { name: 'read-meetings', at: ['00:05'], catchUp: 'latest', run: readMeetings },
    { name: 'read-officers', at: everyOtherHourByDay, catchUp: 'latest', run: readOfficers },
    { name: 'sweep-mailboxes', at: everySixHours, catchUp: 'latest', run: sweepMailboxes },
    // What could not be delivered comes back as mail within minutes, and waits for the next of the moments at which others are at work.
    { name: 'read-bounces', at: everyOtherHourByDay, catchUp: 'latest', run: readBounces },
    // New rules take effect at midnight.
    { name: 'heed-rulebook', at: ['00:05'], catchUp: 'latest', run: heedRulebook },
    // After the calendars are read: an issue is drawn up from what they hold.
    { name: 'tend-bulletin', at: ['06:05'], catchUp: 'latest', run: tendBulletin },
    { name: 'forget-replies', at: ['00:05'], catchUp: 'latest', run: forgetReplies },
    { name: 'anchor-audit', at: ['00:05'], catchUp: 'latest', run: anchorAudit },
    { name: 'check-access', at: ['00:05'], catchUp: 'latest', run: checkAccess },
  ]
}
