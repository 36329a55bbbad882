import { afterEach, beforeEach, expect, test } from 'vitest'
import { microsoftClients } from '../entra/registrations.ts'
import { aGraph, anInvitation, immutable, tokenOf, type GraphHost } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  host = await aGraph()
})
afterEach(() => host.close())

const invite = (to: string[], more = {}) => host.invite(to, more)
const copyOf = (person: string, uid: string) => host.copyOf(person, uid)

test('the organiser and each attendee hold copies of their own, joined by iCalUId', async () => {
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  const copy = await copyOf('ann', made.iCalUId)

  expect(made).toMatchObject({
    type: 'singleInstance',
    isOrganizer: true,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  })
  expect(made.start).toEqual({ dateTime: '2026-10-22T17:00:00.0000000', timeZone: 'UTC' })
  expect(made.originalStartTimeZone).toBe('Europe/London')
  expect(copy).toMatchObject({
    subject: 'Planning for Members',
    isOrganizer: false,
    showAs: 'tentative',
    responseStatus: { response: 'notResponded' },
  })
  expect(copy?.id).not.toBe(made.id)
})

test('an id of one mailbox finds nothing in another', async () => {
  const made = await invite(['ann@riverton.example'])
  const asked = host.service.api(`/users/${host.objectId('ann')}/events/${made.id}`).get()
  await expect(asked).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' })
})

test('immutable ids are given and understood only where the header prefers them', async () => {
  const made = await invite(['ann@riverton.example'])
  const other = await host.service
    .api(`/users/${host.objectId('olive')}/events/${made.id}`)
    .header('Prefer', immutable)
    .get()
  expect(other.id).not.toBe(made.id)
  const withHeader = await host.service
    .api(`/users/${host.objectId('olive')}/events/${other.id}`)
    .header('Prefer', immutable)
    .get()
  expect(withHeader.iCalUId).toBe(made.iCalUId)
  const without = host.service.api(`/users/${host.objectId('olive')}/events/${other.id}`).get()
  await expect(without).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' })
  const { value } = await host.service
    .api(`/users/${host.objectId('olive')}/translateExchangeIds`)
    .post({ inputIds: [made.id], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' })
  expect(value).toEqual([{ sourceId: made.id, targetId: other.id }])
})

test('ids count upper and lower case, and what is no id is malformed', async () => {
  const made = await invite([])
  const at = (id: string) => host.as('olive').api(`/me/events/${id}`).get()
  await expect(at(`${made.id.slice(0, -1)}${made.id.endsWith('A') ? 'B' : 'A'}`)).rejects.toMatchObject({ statusCode: 404 })
  await expect(at('nonsense')).rejects.toMatchObject({ statusCode: 400, code: 'ErrorInvalidIdMalformed' })
})

test('the same transactionId makes no second event', async () => {
  const [first, second] = [await invite([], { transactionId: 'once' }), await invite([], { transactionId: 'once' })]
  expect(second.id).toBe(first.id)
  expect((await host.as('olive').api('/me/events').get()).value).toHaveLength(1)
})

test('times are shown in the zone that is preferred', async () => {
  const made = await invite([])
  const shown = await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .header('Prefer', 'outlook.timezone="GMT Standard Time", outlook.body-content-type="text"')
    .get()
  expect(shown.start).toEqual({ dateTime: '2026-10-22T18:00:00.0000000', timeZone: 'GMT Standard Time' })
  expect(shown.body).toEqual({ contentType: 'text', content: 'An introduction' })
})

test('a selection gives what it names, the id and the etag; a name that is none is refused', async () => {
  const made = await invite([])
  const shown = await host.as('olive').api(`/me/events/${made.id}`).select('subject,cancelledOccurrences').get()
  expect(Object.keys(shown).sort()).toEqual(['@odata.context', '@odata.etag', 'cancelledOccurrences', 'id', 'subject'])
  await expect(host.as('olive').api(`/me/events/${made.id}`).select('title').get()).rejects.toMatchObject({ statusCode: 400 })
})

test('an unknown member, an unknown zone, a missing end and an end before the start are refused', async () => {
  const post = (more: object) => host.as('olive').api('/me/events').post(anInvitation([], more))
  await expect(post({ title: 'x' })).rejects.toMatchObject({ statusCode: 400, code: 'RequestBodyRead' })
  await expect(post({ start: { dateTime: '2026-10-22T18:00:00', timeZone: 'Mars' } })).rejects.toMatchObject({ statusCode: 400 })
  await expect(post({ end: undefined })).rejects.toMatchObject({ code: 'ErrorPropertyValidationFailure' })
  await expect(post({ end: { dateTime: '2026-10-22T17:00:00', timeZone: 'Europe/London' } })).rejects.toMatchObject({ statusCode: 400 })
})

test('moving a meeting voids every answer; a new room, new words or new attendees do not', async () => {
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  await host.answer('ann', made.iCalUId, 'accept')
  const change = async (body: object) => {
    await host.as('olive').api(`/me/events/${made.id}`).patch(body)
    await host.settle()
    const { attendees } = await host.as('olive').api(`/me/events/${made.id}`).get()
    return attendees[0].status
  }
  expect(await change({ location: { displayName: 'Council Chamber' } })).toMatchObject({ response: 'accepted' })
  expect(await change({ subject: 'Planning law' })).toMatchObject({ response: 'accepted' })
  expect(await copyOf('ann', made.iCalUId)).toMatchObject({
    subject: 'Planning law',
    location: { displayName: 'Council Chamber' },
    responseStatus: { response: 'accepted' },
  })
  expect(await change({ start: { dateTime: '2026-10-22T18:30:00', timeZone: 'Europe/London' } })).toEqual({
    response: 'notResponded',
    time: '4501-01-01T00:00:00Z',
  })
  expect(await copyOf('ann', made.iCalUId)).toMatchObject({ showAs: 'tentative', responseStatus: { response: 'notResponded' } })
})

test('a change of attendees alone writes to those who came and those who went', async () => {
  const made = await invite(['ann@riverton.example', 'bob@riverton.example'])
  await host.settle()
  const attendees = ['bob@riverton.example', 'cara@riverton.example'].map((address) => ({ emailAddress: { address } }))
  await host.as('olive').api(`/me/events/${made.id}`).patch({ attendees })
  await host.settle()
  const kinds = (person: string) => host.graph.mailOf(host.objectId(person)).map(({ kind }) => kind)
  expect(kinds('ann')).toEqual(['invitation', 'cancellation'])
  expect(kinds('bob')).toEqual(['invitation'])
  expect(kinds('cara')).toEqual(['invitation'])
  expect(await copyOf('ann', made.iCalUId)).toMatchObject({ isCancelled: true, subject: 'Canceled: Planning for Members', showAs: 'free' })
})

test('categories and properties are the mailbox’s own, and nobody hears of them', async () => {
  const id = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name cecp-quorate'
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch({ categories: ['Member training'], singleValueExtendedProperties: [{ id, value: '{"course":"C12"}' }] })
  await host.settle()
  const expand = `singleValueExtendedProperties($filter=id eq '${id.replace('66f5', '66F5')}')`
  const tagged = await host.as('olive').api('/me/events').filter(`categories/any(c:c eq 'Member training')`).expand(expand).get()
  expect(tagged.value[0].singleValueExtendedProperties).toEqual([{ id, value: '{"course":"C12"}' }])
  const byProperty = await host
    .as('olive')
    .api('/me/events')
    .filter(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value ne null)`)
    .get()
  expect(byProperty.value).toHaveLength(1)
  const copy = await host.as('ann').api('/me/events').expand(expand).get()
  expect(copy.value[0]).toMatchObject({ categories: [] })
  expect(copy.value[0]).not.toHaveProperty('singleValueExtendedProperties')
  expect(host.graph.mailOf(host.objectId('ann'))).toHaveLength(1)
  const window = { startDateTime: '2026-10-01T00:00:00Z', endDateTime: '2026-11-01T00:00:00Z' }
  const view = host.as('olive').api('/me/calendarView').query(window)
  await expect(view.filter(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value ne null)`).get()).rejects.toMatchObject({
    statusCode: 500,
  })
})

test('cancelling answers 202 and the organiser’s copy is gone; the others’ say so and carry the words', async () => {
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  const cancel = () => host.as('olive').api(`/me/events/${made.id}/cancel`).post({ Comment: 'Too few are coming' })
  await cancel()
  await host.settle()
  await expect(host.as('olive').api(`/me/events/${made.id}`).get()).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' })
  await expect(cancel()).rejects.toMatchObject({ statusCode: 404 })
  expect(await copyOf('ann', made.iCalUId)).toMatchObject({ isCancelled: true, subject: 'Canceled: Planning for Members', showAs: 'free' })
  const mail = host.graph.mailOf(host.objectId('ann')).at(-1)
  expect(mail).toMatchObject({
    kind: 'cancellation',
    text: 'Too few are coming',
    from: 'olive@riverton.example',
    eventId: expect.any(String),
  })
})

test('an attendee cannot cancel, and what has no attendees is no meeting', async () => {
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  const copy = await copyOf('ann', made.iCalUId)
  await expect(host.as('ann').api(`/me/events/${copy?.id}/cancel`).post({})).rejects.toMatchObject({
    statusCode: 400,
    code: 'ErrorInvalidRequest',
  })
  const alone = await invite([])
  await expect(host.as('olive').api(`/me/events/${alone.id}/cancel`).post({})).rejects.toMatchObject({ statusCode: 400 })
})

test('DELETE cancels without words for the organiser, and only tidies for an attendee', async () => {
  const made = await invite(['ann@riverton.example', 'bob@riverton.example'])
  await host.settle()
  await host
    .as('ann')
    .api(`/me/events/${(await copyOf('ann', made.iCalUId))?.id}`)
    .delete()
  await host.settle()
  expect(await host.as('olive').api(`/me/events/${made.id}`).get()).toMatchObject({ isCancelled: false })
  await host.as('olive').api(`/me/events/${made.id}`).delete()
  await host.settle()
  expect(await copyOf('bob', made.iCalUId)).toMatchObject({ isCancelled: true })
})

test('a draft is nobody’s business until it is sent', async () => {
  const made = await invite(['ann@riverton.example'], { isDraft: true })
  await host.settle()
  expect(made.isDraft).toBe(true)
  expect(await copyOf('ann', made.iCalUId)).toBeUndefined()
  await host.as('olive').api(`/me/events/${made.id}`).patch({ isDraft: false })
  await host.settle()
  expect(await copyOf('ann', made.iCalUId)).toBeDefined()
})

test('a Teams meeting has a link until new words forget it; a shared mailbox gets none', async () => {
  const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
  const made = await invite(['ann@riverton.example'], online)
  expect(made.onlineMeeting?.joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/')
  const kept = await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch({ body: { contentType: 'html', content: `New words ${made.body?.content}` } })
  expect(kept.onlineMeeting).not.toBeNull()
  const lost = await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch({ body: { contentType: 'html', content: 'New words' } })
  expect(lost).toMatchObject({ isOnlineMeeting: true, onlineMeeting: null })
})

test('whoever joins a Teams meeting is in it until they leave or it ends, and may come back', async () => {
  const made = await invite(['ann@riverton.example'], { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' })
  const joinUrl = made.onlineMeeting?.joinUrl ?? ''
  expect(host.graph.whoInTeams(joinUrl)).toEqual([])
  expect(host.graph.endInTeams(joinUrl)).toBe(false)
  const { clock } = host.context
  const begun = clock.now()
  const minute = (minutes: number) => begun.add({ minutes }).toString()
  const ann = 'ann@riverton.example'
  const acts = [
    () => host.graph.inTeams('join', joinUrl, ann),
    () => host.graph.inTeams('join', joinUrl, 'A caller'),
    () => host.graph.inTeams('leave', joinUrl, ann),
    () => host.graph.inTeams('join', joinUrl, ann),
    () => host.graph.endInTeams(joinUrl),
  ]
  for (const [minutes, act] of acts.entries()) {
    clock.set(begun.add({ minutes }))
    expect(act()).toBe(true)
  }
  expect(host.graph.whoInTeams(joinUrl)).toEqual([
    { name: 'Ann Archer', address: ann, joined: minute(0), left: minute(2) },
    { name: 'A caller', joined: minute(1), left: minute(4) },
    { name: 'Ann Archer', address: ann, joined: minute(3), left: minute(4) },
  ])
  expect(host.graph.whoInTeams('https://teams.microsoft.com/l/meetup-join/another')).toBeUndefined()
})

test('the organiser stands among the attendees when invited by address, and an attendee with hidden attendees sees only themself', async () => {
  const made = await invite(['olive@riverton.example', 'ann@riverton.example', 'bob@riverton.example'], { hideAttendees: true })
  await host.settle()
  expect(made.attendees?.map(({ emailAddress, status }) => [emailAddress?.name, status?.response])).toEqual([
    ['Olive Officer', 'organizer'],
    ['Ann Archer', 'none'],
    ['Bob Baker', 'none'],
  ])
  expect((await copyOf('ann', made.iCalUId))?.attendees).toMatchObject([{ emailAddress: { name: 'Ann Archer' } }])
  expect(host.graph.mailOf(host.objectId('olive'))).toEqual([])
})

test('an attendee files a copy and cannot change what it says', async () => {
  const made = await invite(['ann@riverton.example'])
  await host.settle()
  const copy = await copyOf('ann', made.iCalUId)
  const filed = await host
    .as('ann')
    .api(`/me/events/${copy?.id}`)
    .patch({ categories: ['Blue'], showAs: 'busy' })
  expect(filed).toMatchObject({ categories: ['Blue'], showAs: 'busy' })
  await expect(host.as('ann').api(`/me/events/${copy?.id}`).patch({ subject: 'Mine' })).rejects.toMatchObject({ statusCode: 400 })
})

test.each([
  ['a pattern without its days', { type: 'relativeMonthly', interval: 1, index: 'first' }, {}],
  ['a zone that is none', { type: 'weekly', interval: 1 }, { recurrenceTimeZone: 'Mars' }],
])('a series with %s is refused, and nothing of it stays in the calendar', async (_what, pattern, more) => {
  const recurrence = { pattern, range: { type: 'numbered', startDate: '2026-10-22', numberOfOccurrences: 3, ...more } }
  await expect(invite(['ann@riverton.example'], { recurrence })).rejects.toMatchObject({ statusCode: 400 })
  const made = await invite([])
  await expect(host.as('olive').api(`/me/events/${made.id}`).patch({ recurrence })).rejects.toMatchObject({ statusCode: 400 })
  const window = { startDateTime: '2026-10-01T00:00:00Z', endDateTime: '2026-11-01T00:00:00Z' }
  expect((await host.as('olive').api('/me/calendarView').query(window).get()).value).toMatchObject([{ id: made.id, recurrence: null }])
})

test.each([
  ['/me/events?$select=constructor', 400],
  ['/users?$select=constructor', 400],
  ['/groups?$select=toString', 400],
  ['/me/messages?$select=hasOwnProperty', 400],
  ['/me/calendar?$select=constructor', 200],
])('%s asks for nothing that an object merely happens to have', async (path, status) => {
  await invite(['ann@riverton.example'])
  const token = tokenOf({
    kind: 'person',
    objectId: host.objectId('ann'),
    appId: microsoftClients.outlook,
    scopes: ['Calendars.Read', 'Mail.Read'],
  })
  const response = await fetch(`${host.base}/graph/v1.0${path}`, { headers: { Authorization: `Bearer ${token}` } })
  expect(response.status).toBe(status)
})
