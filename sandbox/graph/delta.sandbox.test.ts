import type { Client } from '@microsoft/microsoft-graph-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGraph, below, immutable, type GraphHost, type Shown } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  host = await aGraph()
})
afterEach(() => host.close())

type Round = { pages: number; empty: number; items: (Shown & { '@removed'?: object })[]; deltaLink: string }
const window = { startDateTime: '2026-09-01T00:00:00Z', endDateTime: '2027-03-01T00:00:00Z' }
const start = '/me/calendarView/delta?startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z'

async function round(from: string, size = 50, client: Client = host.as('olive')): Promise<Round> {
  const read: Round = { pages: 0, empty: 0, items: [], deltaLink: '' }
  for (let link = from; ;) {
    const page = await client.api(link).header('Prefer', `${immutable}, odata.maxpagesize=${size}`).get()
    read.pages += 1
    read.empty += page.value.length === 0 ? 1 : 0
    read.items.push(...page.value)
    if (page['@odata.deltaLink']) return { ...read, deltaLink: below(page['@odata.deltaLink']) }
    link = below(page['@odata.nextLink'])
  }
}

const weekly = {
  start: { dateTime: '2026-10-15T18:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-10-15T20:00:00', timeZone: 'Europe/London' },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
    range: { type: 'numbered', startDate: '2026-10-15', numberOfOccurrences: 3 },
  },
}

test('the first round lists the window: whole singles and masters, occurrences with seven members', async () => {
  await host.invite(['ann@riverton.example'])
  await host.invite(['ann@riverton.example'], weekly)
  const { items } = await round(start)
  expect(items.map(({ type }) => type)).toEqual(['singleInstance', 'seriesMaster', 'occurrence', 'occurrence', 'occurrence'])
  expect(Object.keys(items[2] ?? {}).sort()).toEqual(['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'])
  expect(items[0]?.attendees).toHaveLength(1)
  expect(items[2]?.seriesMasterId).toBe(items[1]?.id)
})

test('later rounds tell what changed, answers too, and nothing twice over when nothing did', async () => {
  const made = await host.invite(['ann@riverton.example'])
  const first = await round(start)
  const quiet = await round(first.deltaLink)
  expect(quiet.items).toEqual([])
  await host.answer('ann', made.iCalUId, 'accept')
  const { items, deltaLink } = await round(quiet.deltaLink)
  expect(items).toMatchObject([{ type: 'singleInstance', attendees: [{ status: { response: 'accepted' } }] }])
  expect((await round(deltaLink)).items).toEqual([])
  // A token can be read again: nothing is used up.
  expect((await round(quiet.deltaLink)).items).toHaveLength(1)
})

test('what changed again and again may come twice', async () => {
  const made = await host.invite(['ann@riverton.example', 'bob@riverton.example'])
  const { deltaLink } = await round(start)
  await host.answer('ann', made.iCalUId, 'accept')
  await host.answer('bob', made.iCalUId, 'accept')
  const { items } = await round(deltaLink)
  expect(items).toHaveLength(2)
  expect(new Set(items.map(({ id }) => id)).size).toBe(1)
})

test('@removed means cancelled, moved out of the window, or touched outside it', async () => {
  const [cancelled, moved] = [await host.invite(['ann@riverton.example']), await host.invite(['ann@riverton.example'])]
  const far = { start: { dateTime: '2028-01-10T18:00:00' }, end: { dateTime: '2028-01-10T20:00:00' } }
  const outside = await host.invite(['ann@riverton.example'], far)
  const { deltaLink, items: before } = await round(start)
  expect(before).toHaveLength(2)
  await host.as('olive').api(`/me/events/${cancelled.id}/cancel`).post({})
  await host.as('olive').api(`/me/events/${moved.id}`).patch(far)
  await host.as('olive').api(`/me/events/${outside.id}`).patch({ subject: 'Far away' })
  await host.settle()
  const { items } = await round(deltaLink)
  expect(new Set(items.map(({ '@removed': removed }) => JSON.stringify(removed)))).toEqual(new Set(['{"reason":"deleted"}']))
  const known = new Set(before.map(({ id }) => id))
  const ids = [...new Set(items.map(({ id }) => id))]
  expect(ids).toHaveLength(3)
  expect(ids.filter((id) => !known.has(id))).toHaveLength(1)
  const still = host.as('olive').api(`/me/events/${ids[1]}`).header('Prefer', immutable).get()
  expect(await still).toMatchObject({ start: { dateTime: '2028-01-10T18:00:00.0000000' } })
})

test('a cancelled occurrence is removed, an answered one becomes an exception, a cancelled series goes with all its days', async () => {
  const master = await host.invite(['ann@riverton.example'], weekly)
  const first = await round(start)
  const { value: days } = await host.as('olive').api(`/me/events/${master.id}/instances`).query(window).get()
  await host.as('olive').api(`/me/events/${days[0].id}/cancel`).post({})
  await host.as('olive').api(`/me/events/${days[1].id}`).patch({ subject: 'Other words' })
  await host.settle()
  const second = await round(first.deltaLink)
  expect(second.items).toMatchObject([
    { id: first.items[1]?.id, '@removed': {} },
    { type: 'exception', subject: 'Other words', attendees: [{}] },
  ])
  await host.as('olive').api(`/me/events/${master.id}/cancel`).post({})
  const { items } = await round(second.deltaLink)
  expect(items).toHaveLength(4)
  expect(items.every((item) => item['@removed'])).toBe(true)
})

test('pages are as small as was asked, some are empty, and none is lost', async () => {
  for (const year of ['2025', '2025', '2025', '2026', '2026']) {
    await host.invite([], { start: { dateTime: `${year}-10-22T18:00:00` }, end: { dateTime: `${year}-10-22T20:00:00` } })
  }
  const { pages, empty, items } = await round(start, 2)
  expect(items).toHaveLength(2)
  expect(pages).toBe(3)
  expect(empty).toBe(1)
})

test('a token that expired, of another mailbox, or of another sandbox answers 410', async () => {
  await host.invite(['ann@riverton.example'])
  const { deltaLink } = await round(start)
  const gone = { statusCode: 410, code: 'SyncStateNotFound' }
  await expect(round(deltaLink, 50, host.as('ann'))).rejects.toMatchObject(gone)
  const other = await aGraph()
  await expect(round(deltaLink, 50, other.as('olive'))).rejects.toMatchObject(gone)
  await other.close()
  host.graph.expireDeltaTokens('olive@riverton.example')
  await expect(round(deltaLink)).rejects.toMatchObject(gone)
  expect((await round(start)).items).toHaveLength(1)
})

test('links lead back to this Graph and hold nothing but their token', async () => {
  const page = await host.as('olive').api(start).get()
  const link = new URL(page['@odata.deltaLink'])
  expect(link.href.startsWith(`${host.base}/graph/v1.0/`)).toBe(true)
  expect([...link.searchParams.keys()]).toEqual(['$deltatoken'])
})

test('what delta cannot do it refuses', async () => {
  await expect(host.as('olive').api(`${start}&$select=subject`).get()).rejects.toMatchObject({ statusCode: 400 })
  await expect(host.as('olive').api(`${start}&$expand=attachments`).get()).rejects.toMatchObject({ statusCode: 500 })
  await expect(host.as('olive').api('/me/calendarView/delta').get()).rejects.toMatchObject({ statusCode: 400 })
  await expect(host.as('olive').api('/me/events/delta').get()).rejects.toMatchObject({ statusCode: 400 })
})
