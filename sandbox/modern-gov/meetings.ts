import { Temporal } from 'temporal-polyfill'
import type { World } from '../world.ts'
import { londonTime } from '../world-mistakes.ts'
import { published } from './councillors.ts'

type WrittenMeeting = World['register']['committees'][number]['meetings'][number]
/** As the clerks keep it now. One that is taken off the calendar leaves its place, so that the others keep their numbers. */
export type Meeting = WrittenMeeting & { readonly status?: 'Confirmed' | 'Provisional' | 'Cancelled' }
export type Committees = readonly { readonly name: string; readonly meetings: readonly (Meeting | 'gone')[] }[]

/** `GetCommittees`: every committee with the number by which its meetings are asked for. */
export function committees(all: Committees): Readonly<Record<string, unknown>> {
  const committee = all.map(({ name }, index) => ({
    committeeid: index + 201,
    committeetitle: name,
    committeedeleted: 'False',
    committeeexpired: 'False',
  }))
  return { getcommittees: { committeescount: ` ${all.length}`, committees: { committee } } }
}

export type Span = { readonly from?: Temporal.PlainDate; readonly to?: Temporal.PlainDate }

/** `GetMeetings`: one committee's meetings, those of the days asked for. Undefined: no such committee. */
export function meetings(all: Committees, committeeid: number, span: Span): Readonly<Record<string, unknown>> | undefined {
  const committee = all[committeeid - 201]
  if (!committee) return undefined
  const numbered = committee.meetings.flatMap((each, index) => (each === 'gone' ? [] : [shown(each, committeeid * 1000 + index)]))
  const meeting = numbered.filter(({ day }) => isWithin(day, span))
  return {
    getmeetings: {
      committeeid,
      committeetitle: committee.name,
      meetingscount: ` ${meeting.length}`,
      meetings: { meeting: meeting.map(({ entry }) => entry) },
    },
  }
}

function shown({ start, end, place, status = 'Confirmed' }: Meeting, meetingid: number) {
  const starts = londonTime(start)
  if (!starts) throw new Error('The times of meetings are checked when a world is read')
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' })
  const ends = end && londonTime(end)
  const entry = {
    meetingid,
    meetingstatus: status,
    meetingdate: published(starts.toPlainDate().toString()),
    meetingtime: clock(starts),
    ...(ends && { meetingendtime: clock(ends) }),
    meetinglocation: place ?? '',
  }
  return { day: starts.toPlainDate(), entry }
}

function isWithin(day: Temporal.PlainDate, { from, to }: Span): boolean {
  if (from && Temporal.PlainDate.compare(day, from) < 0) return false
  return !to || Temporal.PlainDate.compare(day, to) <= 0
}
