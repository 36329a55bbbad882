import { z } from 'zod'
import type { Joined } from '../../../domain/attendance/teams-report.ts'
import { personId } from '../../../domain/kernel/ids.ts'
import { instant, isBefore } from '../../../domain/kernel/time.ts'
import type { OnlineMeeting, OnlineMeetings } from '../../ports/online-meetings.ts'
import { pageOf, parsed } from './codec.ts'
import { outage } from './errors.ts'
import { quoted } from './paths.ts'
import type { GraphSource } from './source.ts'

const when = z.iso.datetime({ offset: true }).transform((text) => instant(text))
const meetingSchema = z.object({ id: z.string().min(1) })
const reportSchema = z.object({ id: z.string().min(1), meetingStartDateTime: when, meetingEndDateTime: when })
const recordSchema = z.object({
  emailAddress: z.string().nullish(),
  identity: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish(),
  attendanceIntervals: z.array(z.object({ joinDateTime: when, leaveDateTime: when })).nullish(),
})
const wholeSchema = z.object({ attendanceRecords: z.array(recordSchema) })

/** Sittings of one session: people leave and come back, but not this often. */
const mostSittings = 10
/** People kept of one meeting: more than any council has Members. */
const mostPeople = 400

/**
 * Teams' attendance reports, by the application permissions `OnlineMeetings.Read.All` and `OnlineMeetingArtifact.Read.All` and, organiser by
 * organiser, Teams' application access policy: without it Graph answers 403, and nobody can be suggested.
 */
export function createOnlineMeetings(source: GraphSource): OnlineMeetings {
  return {
    async attendance(meeting, signal) {
      const id = await meetingAt(source, meeting, signal)
      if (id === 'not-allowed' || id === 'not-found') return { kind: 'none', because: id }
      const people: Joined[] = []
      const reports = await reportsOf(source, meeting, id, signal)
      if (reports === 'not-allowed') return { kind: 'none', because: reports }
      for (const report of reports) people.push(...(await peopleIn(source, `${pathOf(meeting, id)}/${encodeURIComponent(report)}`, signal)))
      return reports.length === 0 ? { kind: 'none', because: 'no-report' } : { kind: 'read', people: people.slice(0, mostPeople) }
    },
  }
}

function pathOf({ organiser }: OnlineMeeting, id: string): string {
  return `/users/${organiser}/onlineMeetings/${encodeURIComponent(id)}/attendanceReports`
}

async function meetingAt({ graph, service }: GraphSource, { organiser, joinUrl }: OnlineMeeting, signal: AbortSignal): Promise<string> {
  const path = `/users/${organiser}/onlineMeetings?$filter=JoinWebUrl%20eq%20${quoted(joinUrl)}`
  const verdict = await graph.read({ path, as: service, signal })
  if (verdict.kind === 'closed-to-us') return 'not-allowed'
  if (verdict.kind === 'gone') return 'not-found'
  if (verdict.kind !== 'read') throw outage(verdict)
  const [found] = pageOf(verdict.value).value
  return found === undefined ? 'not-found' : parsed(meetingSchema, found).id
}

async function reportsOf(
  { graph, service }: GraphSource,
  meeting: OnlineMeeting,
  id: string,
  signal: AbortSignal,
): Promise<readonly string[] | 'not-allowed'> {
  const verdict = await graph.read({ path: pathOf(meeting, id), as: service, signal })
  if (verdict.kind === 'closed-to-us') return 'not-allowed'
  if (verdict.kind === 'gone') return []
  if (verdict.kind !== 'read') throw outage(verdict)
  const reports = pageOf(verdict.value).value.map((report) => parsed(reportSchema, report))
  const own = reports.filter(
    (report) => isBefore(report.meetingStartDateTime, meeting.to) && isBefore(meeting.from, report.meetingEndDateTime),
  )
  return own.slice(0, mostSittings).map((report) => report.id)
}

async function peopleIn({ graph, service }: GraphSource, path: string, signal: AbortSignal): Promise<readonly Joined[]> {
  const verdict = await graph.read({ path: `${path}?$expand=attendanceRecords`, as: service, signal })
  if (verdict.kind !== 'read') throw outage(verdict)
  return parsed(wholeSchema, verdict.value).attendanceRecords.map(joinedFrom)
}

/** Guests and callers have neither an account nor an address: they stay a name, for the officer. */
function joinedFrom({ emailAddress, identity, attendanceIntervals }: z.infer<typeof recordSchema>): Joined {
  const id = z.guid().safeParse(identity?.id)
  return {
    ...(id.success ? { personId: personId(id.data.toLowerCase()) } : {}),
    ...(emailAddress?.includes('@') ? { address: emailAddress.toLowerCase() } : {}),
    name: (identity?.displayName ?? '').slice(0, 200),
    spells: (attendanceIntervals ?? []).map(({ joinDateTime, leaveDateTime }) => ({ from: joinDateTime, to: leaveDateTime })),
  }
}
