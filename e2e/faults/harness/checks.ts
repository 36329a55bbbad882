import { account } from './checks-account.ts'
import { bulletin } from './checks-bulletin.ts'
import { chases } from './checks-chases.ts'
import { duties } from './checks-duties.ts'
import { evaluations } from './checks-evaluations.ts'
import { messages } from './checks-messages.ts'
import { notices } from './checks-notices.ts'
import { officers } from './checks-officers.ts'
import { partners } from './checks-partners.ts'
import { places } from './checks-places.ts'
import { registers } from './checks-register.ts'
import { reminders } from './checks-reminders.ts'
import { sessions } from './checks-sessions.ts'
import type { Lived } from './run.ts'

/** Everything that is wrong with what came of a run, a line each: seen from outside, and in the rows as they finally lie. */
export async function checked(lived: Lived): Promise<readonly string[]> {
  return [
    ...messages(lived),
    ...reminders(lived),
    ...officers(lived),
    ...(await notices(lived)),
    ...duties(lived),
    ...(await sessions(lived)),
    ...(await account(lived)),
    ...(await bulletin(lived)),
    ...(await registers(lived)),
    ...chases(lived),
    ...evaluations(lived),
    ...(await places(lived)),
    ...partners(lived),
  ]
}
