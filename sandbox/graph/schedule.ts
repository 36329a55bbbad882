import { z } from 'zod'
import type { Call, Reply } from './call.ts'
import { readBody } from './event-body.ts'
import { showAsOf } from './event-fields.ts'
import type { ShowAs, Span } from './event.ts'
import type { View } from './mailbox.ts'
import { Refusal, badRequest } from './refusal.ts'
import { inMailbox, type Route } from './routes.ts'
import type { Store } from './store.ts'
import { readTime, showTime } from './times.ts'
import { overlaps, viewsWithin } from './views.ts'

const time = z.looseObject({ dateTime: z.string(), timeZone: z.string().optional() })
const shape = z.looseObject({
  schedules: z.array(z.string()).min(1),
  starttime: time,
  endtime: time,
  availabilityviewinterval: z.int().min(5).max(1440).default(30),
})

const mostSchedules = 20
const mostDays = 62
const digits: Readonly<Record<ShowAs, string>> = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '4', unknown: '0' }

/** `getSchedule`: when people are free, by digits. Addresses in lists count one by one. */
export function scheduleRoutes(store: Store): Route[] {
  const answer = (call: Call): Reply => {
    const small = Object.fromEntries(Object.entries(Object(call.body)).map(([name, value]) => [name.toLowerCase(), value]))
    const body = readBody(shape, small, 'an action')
    const window = { start: readTime(body.starttime), end: readTime(body.endtime) }
    if (window.end <= window.start) throw badRequest('The end time must be after the start time.')
    if (window.end - window.start >= mostDays * 86_400_000) {
      throw new Refusal(
        400,
        'ErrorTimeIntervalTooBig',
        `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${mostDays} days.`,
      )
    }
    const many = body.schedules.reduce((sum, address) => sum + (store.book.reached(address)?.length ?? 1), 0)
    if (many > mostSchedules) throw new Refusal(400, 'ErrorInvalidRequest', `At most ${mostSchedules} schedules can be asked for at once.`)
    const value = body.schedules.map((address) => scheduleOf(store, call, address, window, body.availabilityviewinterval * 60_000))
    return {
      status: 200,
      body: { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)', value },
    }
  }
  return [inMailbox('calendar', 'POST calendar/getSchedule', answer, false)]
}

function scheduleOf(store: Store, call: Call, address: string, window: Span, interval: number): object {
  const reached = store.book.reached(address)?.filter(({ hasMailbox }) => hasMailbox) ?? []
  if (reached.length === 0) {
    const error = { message: 'Unable to resolve e-mail address to an Active Directory object.', responseCode: 'ErrorMailRecipientNotFound' }
    return { scheduleId: address, availabilityView: '', scheduleItems: [], workingHours: null, error }
  }
  const views = reached
    .flatMap((recipient) => [...store.mailboxOf(recipient).items.values()])
    .flatMap((item) => viewsWithin(item, window))
    .filter((view) => showAsOf(view) !== 'free')
    .sort((one, other) => one.start - other.start)
  return {
    scheduleId: address,
    availabilityView: digitsOf(views, window, interval),
    scheduleItems: views.map((view) => ({
      isPrivate: view.entry.content.sensitivity === 'private',
      status: showAsOf(view),
      start: showTime(view.start, call.prefer.zone),
      end: showTime(view.end, call.prefer.zone),
    })),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  }
}

/** One digit an interval: the most taken of what lies in it. */
function digitsOf(views: readonly View[], window: Span, interval: number): string {
  const count = Math.ceil((window.end - window.start) / interval)
  return Array.from({ length: count }, (_, index) => {
    const start = window.start + index * interval
    const within = views.filter((view) => overlaps(view, { start, end: start + interval }))
    return (
      within
        .map((view) => digits[showAsOf(view)])
        .sort()
        .at(-1) ?? '0'
    )
  }).join('')
}
