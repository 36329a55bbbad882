import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGraph, type GraphHost, type Shown } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  host = await aGraph()
})
afterEach(() => host.close())

const weekly = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
  range: { type: 'numbered', startDate: '2026-10-15', numberOfOccurrences: 4 },
}
const autumn = { startDateTime: '2026-10-01T00:00:00Z', endDateTime: '2026-12-31T00:00:00Z' }

const aSeries = (more: object = {}) =>
  host.invite(['ann@riverton.example', 'bob@riverton.example'], {
    start: { dateTime: '2026-10-15T18:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-15T20:00:00', timeZone: 'Europe/London' },
    recurrence: weekly,
    ...more,
  })
const daysOf = async (person: string, id: string): Promise<Shown[]> =>
  (await host.as(person).api(`/me/events/${id}/instances`).query(autumn).get()).value
const on = (days: readonly Shown[], day: string): Shown => {
  const found = days.find(({ start }) => start?.dateTime?.startsWith(day))
  if (!found) throw new Error(`Nothing on ${day}`)
  return found
}

test('a series is one master in the list and its days in the view, at the same wall time across the clock change', async () => {
  const master = await aSeries()
  const { value: listed } = await host.as('olive').api('/me/events').get()
  expect(listed).toMatchObject([
    { type: 'seriesMaster', seriesMasterId: null, recurrence: { range: { recurrenceTimeZone: 'Europe/London' } } },
  ])
  const { value } = await host.as('olive').api('/me/calendarView').query(autumn).get()
  expect(value.map(({ start }: Shown) => start?.dateTime?.slice(0, 16))).toEqual([
    '2026-10-15T17:00',
    '2026-10-22T17:00',
    '2026-10-29T18:00',
    '2026-11-05T18:00',
  ])
  expect(value[0]).toMatchObject({ type: 'occurrence', seriesMasterId: master.id, recurrence: null, originalStart: '2026-10-15T17:00:00Z' })
  expect(new Set(value.map(({ iCalUId }: Shown) => iCalUId)).size).toBe(4)
  expect(await host.as('olive').api(`/me/events/${value[2].id}`).get()).toMatchObject({ type: 'occurrence', iCalUId: value[2].iCalUId })
})

test('every mailbox knows an occurrence by the same iCalUId and under an id of its own', async () => {
  const master = await aSeries()
  const [mine, theirs] = [await daysOf('olive', master.id), await daysOf('ann', (await host.copyOf('ann', master.iCalUId))?.id ?? '')]
  expect(theirs.map(({ iCalUId }) => iCalUId)).toEqual(mine.map(({ iCalUId }) => iCalUId))
  expect(theirs[0]?.id).not.toBe(mine[0]?.id)
})

test('instances need both bounds of their window', async () => {
  const master = await aSeries()
  await expect(
    host.as('olive').api(`/me/events/${master.id}/instances`).query({ startDateTime: autumn.startDateTime }).get(),
  ).rejects.toMatchObject({ statusCode: 400 })
})

test.each([
  [
    'daily',
    { pattern: { type: 'daily', interval: 2 }, range: { type: 'endDate', startDate: '2026-10-15', endDate: '2026-10-20' } },
    ['15', '17', '19'],
  ],
  [
    'absoluteMonthly',
    {
      pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 15 },
      range: { type: 'numbered', startDate: '2026-10-15', numberOfOccurrences: 3 },
    },
    ['15', '15', '15'],
  ],
  [
    'relativeMonthly',
    {
      pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'third' },
      range: { type: 'numbered', startDate: '2026-10-15', numberOfOccurrences: 3 },
    },
    ['15', '19', '17'],
  ],
])('a %s series falls on its days', async (_name, recurrence, days) => {
  const master = await aSeries({ recurrence })
  expect((await daysOf('olive', master.id)).map(({ start }) => start?.dateTime?.slice(8, 10))).toEqual(days)
})

test('an answer to one day makes that day an exception, in both mailboxes; one to the master counts for all', async () => {
  const master = await aSeries()
  const copy = await host.copyOf('ann', master.iCalUId)
  const day = on(await daysOf('ann', copy?.id ?? ''), '2026-10-22')
  await host.as('ann').api(`/me/events/${day.id}/accept`).post({})
  await host.settle()
  expect(await host.as('ann').api(`/me/events/${day.id}`).get()).toMatchObject({
    type: 'exception',
    responseStatus: { response: 'accepted' },
  })
  const days = await daysOf('olive', master.id)
  expect(days[0]).toMatchObject({ type: 'exception', start: { dateTime: '2026-10-22T17:00:00.0000000' } }) // exceptions come first
  expect(on(days, '2026-10-22').attendees?.[0]?.status?.response).toBe('accepted')
  expect(on(days, '2026-10-29').attendees?.[0]?.status?.response).toBe('none')

  await host.answer('bob', master.iCalUId, 'tentativelyAccept')
  const after = await daysOf('olive', master.id)
  expect(after.map(({ attendees }) => attendees?.[1]?.status?.response)).toEqual(after.map(() => 'tentativelyAccepted'))
})

test('declining one day takes that day away and leaves the rest', async () => {
  const master = await aSeries()
  const copy = await host.copyOf('ann', master.iCalUId)
  const day = on(await daysOf('ann', copy?.id ?? ''), '2026-10-22')
  await host.as('ann').api(`/me/events/${day.id}/decline`).post({})
  await host.settle()
  expect(await daysOf('ann', copy?.id ?? '')).toHaveLength(3)
  expect(on(await daysOf('olive', master.id), '2026-10-22').attendees?.[0]?.status?.response).toBe('declined')
})

test('cancelling one day leaves a trace on the master and a cancelled day with the others', async () => {
  const master = await aSeries()
  const day = on(await daysOf('olive', master.id), '2026-10-29')
  await host.as('olive').api(`/me/events/${day.id}/cancel`).post({ comment: 'The room is flooded' })
  await host.settle()
  expect(await daysOf('olive', master.id)).toHaveLength(3)
  await expect(host.as('olive').api(`/me/events/${day.id}`).get()).rejects.toMatchObject({ statusCode: 404 })
  const { cancelledOccurrences } = await host.as('olive').api(`/me/events/${master.id}`).select('cancelledOccurrences').get()
  expect(cancelledOccurrences).toEqual([`OID.${master.id}.2026-10-29`])
  const copy = await host.copyOf('ann', master.iCalUId)
  const theirs = await daysOf('ann', copy?.id ?? '')
  expect(on(theirs, '2026-10-29')).toMatchObject({ isCancelled: true, subject: 'Canceled: Planning for Members', type: 'exception' })
  expect(on(theirs, '2026-10-22')).toMatchObject({ isCancelled: false })
  expect(host.graph.mailOf('ann@riverton.example').at(-1)).toMatchObject({ kind: 'cancellation', eventId: on(theirs, '2026-10-29').id })
})

test('a moved day keeps the slot it had, and asks again', async () => {
  const master = await aSeries()
  await host.answer('ann', master.iCalUId, 'accept')
  const day = on(await daysOf('olive', master.id), '2026-10-22')
  const moved = await host
    .as('olive')
    .api(`/me/events/${day.id}`)
    .patch({
      start: { dateTime: '2026-10-23T18:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-10-23T20:00:00', timeZone: 'Europe/London' },
    })
  await host.settle()
  expect(moved).toMatchObject({
    type: 'exception',
    originalStart: '2026-10-22T17:00:00Z',
    start: { dateTime: '2026-10-23T17:00:00.0000000' },
  })
  const theirs = on(await daysOf('ann', (await host.copyOf('ann', master.iCalUId))?.id ?? ''), '2026-10-23')
  expect(theirs).toMatchObject({ originalStart: '2026-10-22T17:00:00Z', responseStatus: { response: 'notResponded' } })
  expect((await host.organised(master.id)).attendees?.[0]?.status?.response).toBe('accepted')
})

test('a day cannot be moved across its neighbour', async () => {
  const master = await aSeries()
  const day = on(await daysOf('olive', master.id), '2026-10-22')
  const across = { start: { dateTime: '2026-10-30T18:00:00' }, end: { dateTime: '2026-10-30T20:00:00' } }
  await expect(host.as('olive').api(`/me/events/${day.id}`).patch(across)).rejects.toMatchObject({
    code: 'ErrorOccurrenceCrossingBoundary',
  })
})

test('exceptions follow the series in what was never changed for them, and vanish when it moves', async () => {
  const master = await aSeries()
  const day = on(await daysOf('olive', master.id), '2026-10-22')
  await host
    .as('olive')
    .api(`/me/events/${day.id}`)
    .patch({ location: { displayName: 'Chamber' } })
  await host
    .as('olive')
    .api(`/me/events/${master.id}`)
    .patch({ subject: 'Planning law', location: { displayName: 'Library' } })
  await host.settle()
  expect(on(await daysOf('olive', master.id), '2026-10-22')).toMatchObject({
    subject: 'Planning law',
    location: { displayName: 'Chamber' },
  })
  const copy = await host.copyOf('ann', master.iCalUId)
  expect(on(await daysOf('ann', copy?.id ?? ''), '2026-10-22')).toMatchObject({
    subject: 'Planning law',
    location: { displayName: 'Chamber' },
  })
  await host
    .as('olive')
    .api(`/me/events/${master.id}`)
    .patch({ start: { dateTime: '2026-10-15T18:30:00', timeZone: 'Europe/London' } })
  expect(on(await daysOf('olive', master.id), '2026-10-22')).toMatchObject({ type: 'occurrence', location: { displayName: 'Library' } })
})

test('whoever is invited later gets the series as it has become', async () => {
  const master = await aSeries()
  const days = await daysOf('olive', master.id)
  await host
    .as('olive')
    .api(`/me/events/${on(days, '2026-10-29').id}/cancel`)
    .post({})
  const attendees = ['ann', 'bob', 'cara'].map((name) => ({ emailAddress: { address: `${name}@riverton.example` } }))
  await host.as('olive').api(`/me/events/${master.id}`).patch({ attendees })
  await host.settle()
  expect(await daysOf('cara', (await host.copyOf('cara', master.iCalUId))?.id ?? '')).toHaveLength(3)
})

test('one day that is passed on brings the stranger into that day alone', async () => {
  const master = await aSeries()
  const copy = await host.copyOf('ann', master.iCalUId)
  const day = on(await daysOf('ann', copy?.id ?? ''), '2026-10-22')
  await host
    .as('ann')
    .api(`/me/events/${day.id}/forward`)
    .post({ toRecipients: [{ emailAddress: { address: 'cara@riverton.example' } }] })
  await host.settle()
  expect((await host.organised(master.id)).attendees).toHaveLength(2)
  const days = await daysOf('olive', master.id)
  expect(on(days, '2026-10-22').attendees?.map(({ emailAddress }) => emailAddress?.name)).toContain('Cara Cooper')
  expect(on(days, '2026-10-29').attendees).toHaveLength(2)
})
