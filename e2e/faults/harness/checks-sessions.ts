import { countsOf } from '../../../domain/sessions/response.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { addressOf, memberNumbers } from './outside/council-world.ts'
import type { Entry } from './outside/outlook.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'

/** Sessions are those of the calendar, with the answers that Members gave, and cancelled only where somebody decided it. */
export async function sessions(lived: Lived): Promise<readonly string[]> {
  const about = await Promise.all(lived.records.map((record) => listsOf(lived, record)))
  return [
    ...missing(lived),
    ...unwanted(lived),
    ...undecided(lived),
    ...answers(lived),
    ...decided(lived),
    ...calls(lived),
    ...moments(lived),
    ...about.flat(),
    ...(await settings(lived)),
  ]
}

function entryOf({ world }: Lived, record: SessionRecord): Entry | undefined {
  return world.outlook.entries.get(record.session.calendar.eventId)
}

function missing({ sessions: expected, records, world }: Lived): readonly string[] {
  return expected.flatMap(({ sessionId, eventId }) =>
    world.outlook.entries.has(eventId) && !records.some(({ session }) => session.id === sessionId) ? [`never seen: ${eventId}`] : [],
  )
}

function unwanted({ sessions: expected, records }: Lived): readonly string[] {
  const known = new Set<string>(expected.map(({ sessionId }) => sessionId))
  return records.flatMap(({ session }) => (known.has(session.id) ? [] : [`no session of anybody's: ${session.title}`]))
}

/** Nothing is cancelled that nobody decided, here or in Outlook. */
function undecided(lived: Lived): readonly string[] {
  const decidedHere = new Set<string>(lived.meant.decisions.flatMap(({ choice, eventId }) => (choice === 'cancel' ? [eventId] : [])))
  const cleared = lived.world.outlook.cancellations.flatMap(({ eventId }) =>
    decidedHere.has(eventId) ? [] : [`cleared and nobody decided it: ${eventId}`],
  )
  const shown = lived.records.flatMap((record) => {
    const { standing, title, calendar } = record.session
    const gone = entryOf(lived, record)?.gone
    if (standing.kind !== 'cancelled') return gone ? [`gone and still shown: ${title}`] : []
    if (standing.through === 'decision')
      return decidedHere.has(calendar.eventId) ? [] : [`shown as cancelled and nobody decided it: ${title}`]
    return gone ? [] : [`shown as cancelled in Outlook, where it stands: ${title}`]
  })
  return [...cleared, ...shown]
}

/** What officers were told is decided is decided, once, and carried out. */
function decided({ meant, records, world }: Lived): readonly string[] {
  return meant.decisions.flatMap(({ sessionId, eventId, choice, toldAt }) => {
    const record = records.find(({ session }) => session.id === sessionId)
    const lines = record?.history.filter(({ what }) => what.kind === 'decided').length ?? 0
    if (lines > 1) return [`decided ${lines} times: ${eventId}`]
    if (toldAt === undefined) return []
    const isCarriedOut =
      choice === 'run' ? record?.session.standing.kind === 'standing' : world.outlook.entries.get(eventId)?.gone !== undefined
    return lines === 1 && isCarriedOut ? [] : [`decided and not carried out: ${choice} ${eventId}`]
  })
}

function calls({ meant, records }: Lived): readonly string[] {
  return meant.calls.flatMap(({ id, sessionId, told }) => {
    const written = records.find(({ session }) => session.id === sessionId)?.calls.filter((call) => call.id === id).length ?? 0
    if (written > 1) return [`one call written ${written} times: ${id}`]
    return told && written === 0 ? [`a call is lost: ${id}`] : []
  })
}

/** Each moment comes once, and leaves one line. */
function moments({ records }: Lived): readonly string[] {
  return records.flatMap(({ session, history }) => {
    const lines = history.flatMap(({ what }) => {
      if (what.kind === 'reminded') return [`reminded ${what.reminder}`]
      if (what.kind === 'raised') return [`raised ${what.round}`]
      return what.kind === 'invited' || what.kind === 'cancelled-in-outlook' ? [what.kind] : []
    })
    const again = [...new Set(lines.filter((line, index) => lines.indexOf(line) !== index))]
    return again.map((line) => `happened twice: ${line} ${session.title}`)
  })
}

/** The answers shown are the answers given: in the record as in the calendar, in the calendar as the Member last meant it. */
function answers(lived: Lived): readonly string[] {
  return lived.records.flatMap((record) => {
    const entry = entryOf(lived, record)
    if (!entry || entry.gone || record.session.standing.kind !== 'standing') return []
    return memberNumbers.flatMap((number) => {
      const name = `member ${number} on ${entry.eventId}`
      const shown = record.session.invitations.find(({ memberId }) => memberId === memberIdFor(number))
      const given = entry.appointment.attendees.find(({ address }) => address === addressOf(number))?.response
      if (shown?.response !== given) return [`shown ${shown?.response ?? 'as not invited'}, answered ${given ?? 'nothing'}: ${name}`]
      const meant = lastMeant(lived, entry, number)
      return meant !== undefined && meant !== given ? [`meant ${meant}, the calendar has ${given ?? 'nothing'}: ${name}`] : []
    })
  })
}

/** What a Member last asked Quorate to answer and was told is kept, unless Outlook has heard something else from them since. */
function lastMeant({ meant }: Lived, entry: Entry, number: number): string | undefined {
  const asked = meant.answers.filter((each) => each.member === number && each.eventId === entry.eventId && each.toldAt !== undefined).at(-1)
  if (!asked) return undefined
  const since = entry.answers.some(({ address, at, through }) => address === addressOf(number) && through !== 'us' && at > asked.at)
  return since || asked.at > entry.appointment.startsAt.epochMilliseconds ? undefined : asked.answer
}

/** Lists show what the record says. */
async function listsOf({ council }: Lived, { session }: SessionRecord): Promise<readonly string[]> {
  const found = await council.sessions.between(session.startsAt, session.startsAt.add({ seconds: 1 }))
  const summary = found.find(({ id }) => id === session.id)
  if (!summary) return [`in no list: ${session.title}`]
  const counts = countsOf(session.invitations.map(({ response }) => response))
  const same = JSON.stringify(summary.counts) === JSON.stringify(counts) && summary.standing.kind === session.standing.kind
  const runs = await council.sessions.runsOf(session.courseId)
  const own = await Promise.all(
    session.invitations.map(async ({ memberId, response }) => {
      const list = await council.sessions.ofMember(memberId, session.startsAt, session.startsAt.add({ seconds: 1 }))
      return list.find(({ sessionId }) => sessionId === session.id)?.response === response
    }),
  )
  return [
    ...(same
      ? []
      : [
          `a list shows ${JSON.stringify(summary.counts)} ${summary.standing.kind}, the record has ${JSON.stringify(counts)}: ${session.title}`,
        ]),
    ...(runs.some(({ id }) => id === session.id) ? [] : [`not among the runs of its course: ${session.title}`]),
    ...(own.every(Boolean) ? [] : [`a Member's own list shows another answer: ${session.title}`]),
  ]
}

/** The roll is the register's, but for what an officer put right; calendars are read, and nothing is left to be read. */
async function settings({ council, meant, world }: Lived): Promise<readonly string[]> {
  const roll = await council.members.all()
  const corrected = meant.corrected.flatMap(({ member, told }) => {
    const mobile = roll.find(({ id }) => id === memberIdFor(member))?.mobile
    return told && mobile?.kind !== 'usable' ? [`a number put right is lost: member ${member}`] : []
  })
  const mailboxes = await council.mailboxes.all()
  const unread = mailboxes.flatMap(({ value }) => (value.dirty ? [`still to be read: ${value.address}`] : []))
  const fetchedOn = new Set(world.fetched.map((at) => new Date(at + 3_600_000).toISOString().slice(0, 10)))
  const imported = [...world.register.keys()].flatMap((number) =>
    fetchedOn.size < 2 || roll.some(({ id }) => id === memberIdFor(number))
      ? []
      : [`in the register and not on the roll: member ${number}`],
  )
  return [...corrected, ...unread, ...imported]
}
