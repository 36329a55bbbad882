import { Temporal } from 'temporal-polyfill'
import { reach, type Person } from '../control.ts'
import { daysBefore, wallTime, type Moment } from '../dates.ts'
import { answered, type Outlook } from '../outlook/graph.ts'
import { firstOfficer } from '../people/people.ts'
import type { Sandbox } from '../use-sandbox.ts'
import { isAbout, membersToAnswer, type Story } from './steps.ts'
import { stepsWords } from './words.ts'

/** What the notes do when asked to show: the very calls that the visitor's own presses would make. */

/** Accepts as the first Members who have the invitation and have not answered, until four have. */
export async function answerForFour(story: Story, sandbox: Sandbox, outlookOf: (person: Person) => Outlook): Promise<void> {
  let left = membersToAnswer - story.answered
  for (const member of sandbox.groups.members.slice(0, 3 * membersToAnswer)) {
    if (left <= 0) return
    if (await acceptedNow(outlookOf(member), story, sandbox.now)) left -= 1
  }
}

async function acceptedNow(outlook: Outlook, { followed }: Story, now: Moment): Promise<boolean> {
  const calendar = await outlook.calendar(now.toString(), now.add({ hours: 24 * 366 }).toString())
  const invitation = calendar.find(({ iCalUId, isCancelled }) => iCalUId === followed?.iCalUId && !isCancelled)
  if (!invitation || answered(invitation.responseStatus?.response) !== 'none') return false
  await outlook.answer(invitation.id, 'accept')
  return true
}

/** Goes from one thing due to the next until the officer is asked. Refuses after as many as a fortnight could hold. */
export async function goToDecision(story: Story, sandbox: Sandbox): Promise<void> {
  const { control, groups } = sandbox
  const officer = firstOfficer(groups)
  const subject = story.followed?.subject ?? ''
  if (!officer) return
  for (let step = 0; step < 40; step += 1) {
    const cards = await control.cards(officer.id)
    if (cards.some(({ activity }) => isAbout(activity, subject))) return
    const next = await control.next()
    if (!next?.at) break
    await reach(control, next.at)
  }
  throw new Error(stepsWords.undecided)
}

/** When it is surely short notice for what is followed: the morning of the working day before. Undefined when that has come. */
export function shortNoticeAt(story: Story, now: Moment): Moment | undefined {
  if (!story.followed) return undefined
  const day = daysBefore(wallTime(story.followed.start).toPlainDate(), 1)
  const at = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:30' }).toInstant()
  return Temporal.Instant.compare(at, now) > 0 ? at : undefined
}
