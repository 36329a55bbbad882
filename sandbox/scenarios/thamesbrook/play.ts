import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Stage, Story } from '../scenario.ts'
import { answersTo, type Given } from './answers.ts'
import { domain } from './people.ts'
import { sessions, type Session } from './sessions.ts'

const organiser = 'hannah-brightwell'
/** Monday: the council has Quorate from here on, which finds in Outlook what was arranged before. */
const since = '2026-10-05T08:00'
/** Thursday: the first bulletin is let out, for Friday at ten. */
const released = '2026-10-08T15:20'
const today = '2026-10-13T14:10'

const event = z.looseObject({ id: z.string(), iCalUId: z.string() })
const events = z.looseObject({ value: z.array(event) })
const bulletin = z.looseObject({ issue: z.looseObject({ issueId: z.string(), seen: z.string() }).optional() })

type Act = { readonly at: string; readonly what: (stage: Stage) => Promise<void> }

/** Thamesbrook's autumn until the moment at which a visitor comes in: invitations, answers, and all that Quorate made of them. */
export function storyOfThamesbrook(): Story {
  const acts = actsOfAutumn()
  return {
    before: (stage) =>
      play(
        stage,
        acts.filter(({ at }) => at < since),
        since,
      ),
    since: (stage) =>
      play(
        stage,
        acts.filter(({ at }) => at >= since),
        today,
      ),
  }
}

function actsOfAutumn(): readonly Act[] {
  const uids = new Map<Session, string>()
  const ofSessions = sessions.flatMap((session, number): Act[] => [
    { at: session.invitedAt, what: (on) => invite(on, session).then((uid) => void uids.set(session, uid)) },
    ...answersTo(session, number).map((given) => ({ at: given.at, what: (on: Stage) => answer(on, uids.get(session), given) })),
  ])
  return [...ofSessions, { at: released, what: releaseBulletin }]
}

async function releaseBulletin(stage: Stage): Promise<void> {
  const { issue } = bulletin.parse(await stage.tab(organiser, 'GET', '/bulletin'))
  if (issue) await stage.tab(organiser, 'POST', `/bulletin/${issue.issueId}/release`, { seen: issue.seen })
}

async function play(stage: Stage, acts: readonly Act[], until: string): Promise<void> {
  for (const [at, now] of Map.groupBy(inOrder(acts), (act) => act.at)) {
    await stage.until(inLondon(at))
    for (const { what } of now) await what(stage)
  }
  await stage.until(inLondon(until))
}

/** By time; at one time in the order of the story. */
function inOrder(acts: readonly Act[]): Act[] {
  return acts.toSorted((one, other) => one.at.localeCompare(other.at))
}

function inLondon(at: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(at).toZonedDateTime('Europe/London').toInstant()
}

async function invite(stage: Stage, session: Session): Promise<string> {
  const timeZone = 'Europe/London'
  const created = await stage.graph(organiser, 'POST', '/me/events', {
    subject: session.subject,
    body: { contentType: 'text', content: session.about },
    start: { dateTime: `${session.start}:00`, timeZone },
    end: { dateTime: `${session.end}:00`, timeZone },
    location: { displayName: session.place, ...(session.room && { locationEmailAddress: `${session.room}@${domain}` }) },
    categories: [session.category],
    ...(session.online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
    attendees: [
      { type: 'required', emailAddress: { address: session.to.address, name: session.to.name } },
      ...(session.room ? [{ type: 'resource', emailAddress: { address: `${session.room}@${domain}`, name: session.place } }] : []),
    ],
  })
  return event.parse(created).iCalUId
}

async function answer(stage: Stage, uid: string | undefined, { person, answer }: Given): Promise<void> {
  if (!uid) throw new Error('Nobody answers before they are asked')
  const found = await stage.graph(person, 'GET', `/me/events?$filter=${encodeURIComponent(`iCalUId eq '${uid}'`)}&$select=id,iCalUId`)
  const [copy] = events.parse(found).value
  if (!copy) throw new Error(`${person} has not got the invitation that they are to answer`)
  await stage.graph(person, 'POST', `/me/events/${copy.id}/${answer}`, { sendResponse: true })
}
