import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { Day } from '../../../domain/kernel/time.ts'
import type { CalendarDoubt, CalendarSpan, MeetingsRead, MeetingsRefusal, MeetingsSource } from '../../ports/meetings-source.ts'
import { committeesIn, meetingsIn, understood, type Committee } from './committees.ts'
import type { Note } from '../../ports/outcomes.ts'
import { untold } from '../../ports/outcomes.ts'
import { fetchDocument } from './modern-gov.ts'

/** A county has a hundred committees that sit; each is one question. */
const mostCommittees = 300
const atOnce = 4

/** The calendar of committee meetings that modern.gov's web service publishes beside the register of Members. */
export function createModernGovMeetings({ note = untold }: { readonly note?: Note } = {}): MeetingsSource {
  return { read: (registerUrl, span, signal) => read(registerUrl, { span, fetch: (url) => fetchDocument(url, signal, note) }) }
}

type Asking = { readonly span: CalendarSpan; readonly fetch: (url: string) => ReturnType<typeof fetchDocument> }

/**
 * Committee by committee, because versions of the service disagree on how all of them are asked for at once and answer with nothing, or
 * with everything, when they are asked wrongly. A committee whose answer is no calendar is a doubt; no answer at all is an outage.
 */
async function read(registerUrl: string | undefined, asking: Asking): Promise<Result<MeetingsRead, MeetingsRefusal>> {
  const service = /^(.+\.asmx)\/GetCouncillorsByWard\b/i.exec(registerUrl ?? '')?.[1]
  if (service === undefined) return refused({ kind: 'no-calendar' })
  const listed = await asking.fetch(`${service}/GetCommittees`)
  if (typeof listed !== 'string') return refused({ kind: 'unreadable', because: listed.kind })
  const committees = committeesIn(listed)
  if (!committees.ok) return committees
  if (committees.value.length === 0) return refused({ kind: 'no-committees' })

  const all: Read[] = []
  const asked = committees.value.slice(0, mostCommittees)
  for (let from = 0; from < asked.length; from += atOnce) {
    all.push(...(await Promise.all(asked.slice(from, from + atOnce).map(async (each) => readOne(service, each, asking)))))
  }
  const left = committees.value.slice(mostCommittees).map(({ name }): CalendarDoubt => ({ committee: name, because: 'unread' }))
  return ok({
    committees: all.flatMap(({ committee }) => committee ?? []),
    meetings: all.flatMap(({ meetings }) => meetings),
    doubts: [...all.flatMap(({ doubts }) => doubts), ...left],
  })
}

type Read = Pick<MeetingsRead, 'meetings' | 'doubts'> & { readonly committee?: string }

async function readOne(service: string, { id, name }: Committee, { span, fetch }: Asking): Promise<Read> {
  const query = new URLSearchParams({ lCommitteeId: id, sFromDate: written(span.from), sToDate: written(span.to) })
  const document = await fetch(`${service}/GetMeetings?${query.toString()}`)
  const published = typeof document === 'string' ? meetingsIn(document) : undefined
  if (!published?.ok) return { meetings: [], doubts: [{ committee: name, because: 'unread' }] }
  return { committee: name, ...understood(name, published.value, span) }
}

/** Day first: given a date it cannot read, the service takes no notice of it and sends everything. */
function written(on: Day): string {
  return [String(on.day).padStart(2, '0'), String(on.month).padStart(2, '0'), String(on.year)].join('/')
}
