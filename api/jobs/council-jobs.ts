import type { Council } from '../ports/council.ts'
import type { Job } from './runner.ts'

type Body = (council: Council, signal: AbortSignal) => Promise<void>

/** What the jobs do, from the parts that observe. */
export type JobBodies = {
  readonly importRegister: Body
  readonly readOfficers: Body
  readonly renewSubscriptions: Body
  readonly sweepMailboxes: Body
}

/**
 * What every council has done for it by the clock, in the order in which a new one needs it: who is who, then what is planned.
 * Notifications are only a hint; every six hours the calendars are read without one.
 */
export function councilJobs({ importRegister, readOfficers, renewSubscriptions, sweepMailboxes }: JobBodies): readonly Job[] {
  return [
    { name: 'import-register', at: ['03:30'], catchUp: 'latest', run: importRegister },
    { name: 'read-officers', at: ['05:15', '11:15', '17:15', '23:15'], catchUp: 'latest', run: readOfficers },
    { name: 'renew-subscriptions', at: ['05:30', '11:30', '17:30', '23:30'], catchUp: 'latest', run: renewSubscriptions },
    { name: 'sweep-mailboxes', at: ['00:05', '06:05', '12:05', '18:05'], catchUp: 'latest', run: sweepMailboxes },
  ]
}
