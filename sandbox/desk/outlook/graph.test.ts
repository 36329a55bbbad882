import { expect, test } from 'vitest'
import { acceptedIn, answered, createOutlook, tallyOf, type OutlookEvent } from './graph.ts'

function answering(...answers: Response[]) {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const fetcher: typeof fetch = async (url, init) => {
    asked.push({ url: typeof url === 'string' ? url : 'no text', init })
    return answers.shift() ?? Response.json({ value: [] })
  }
  return { asked, outlook: createOutlook('/graph', async (fresh) => (fresh ? 'second' : 'first'), fetcher) }
}

function tokenOf(init: RequestInit | undefined): string | null {
  return new Headers(init?.headers).get('Authorization')
}

test('every call asks for London’s wall time, with the person’s own token', async () => {
  const { outlook, asked } = answering()
  await outlook.calendar('2026-10-13T13:10:00Z', '2026-10-20T13:10:00Z')
  expect(asked[0]?.url).toContain('/graph/v1.0/me/calendarView?startDateTime=2026-10-13T13%3A10%3A00Z')
  expect(new Headers(asked[0]?.init?.headers).get('Prefer')).toBe('outlook.timezone="Europe/London"')
  expect(tokenOf(asked[0]?.init)).toBe('Bearer first')
})

test('a token that is refused is fetched anew, once', async () => {
  const { outlook, asked } = answering(new Response('', { status: 401 }), Response.json({ value: [] }))
  expect(await outlook.inbox()).toEqual([])
  expect(asked.map(({ init }) => tokenOf(init))).toEqual(['Bearer first', 'Bearer second'])
})

test('a refusal is Graph’s own words, and how long to wait', async () => {
  const body = { error: { code: 'TooManyRequests', message: 'Application is over its limit.' } }
  const { outlook } = answering(Response.json(body, { status: 429, headers: { 'Retry-After': '10' } }))
  await expect(outlook.inbox()).rejects.toThrow('Application is over its limit. (Retry-After: 10)')
})

test('an error page of HTML is a refusal too', async () => {
  const { outlook } = answering(new Response('<h1>Service Unavailable</h1>', { status: 503, statusText: 'Service Unavailable' }))
  await expect(outlook.inbox()).rejects.toThrow('Service Unavailable')
})

test('an answer with no body is an answer', async () => {
  const { outlook, asked } = answering(new Response(null, { status: 202 }))
  await outlook.answer('id/with+signs', 'accept')
  expect(asked[0]?.url).toBe('/graph/v1.0/me/events/id%2Fwith%2Bsigns/accept')
})

test('a room and a list answer for nobody, and join no meeting', () => {
  const attendee = (address: string, response: string, type = 'required') => ({ type, emailAddress: { address }, status: { response } })
  const attendees = [
    attendee('list@x', 'accepted'),
    attendee('room@x', 'accepted', 'resource'),
    attendee('a@x', 'Accepted'),
    attendee('b@x', 'tentativelyAccepted'),
    attendee('c@x', 'notResponded'),
    attendee('d@x', 'declined'),
  ]
  expect(tallyOf({ attendees } as OutlookEvent, ['list@x'])).toEqual({ accepted: 1, tentative: 1, none: 1, declined: 1 })
  expect(acceptedIn({ attendees } as OutlookEvent, ['list@x'])).toEqual(['a@x'])
  expect(answered(undefined)).toBe('none')
})
