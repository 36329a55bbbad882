import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld } from '../testing/worlds.ts'
import { aGraph, below, immutable, type GraphHost, type Shown } from './testing.ts'

const members = 60
const sessions = 300
let host: GraphHost

beforeAll(async () => {
  const world = aWorld()
  const many = Array.from({ length: members }, (_, index) => ({
    id: `m${index}`,
    name: `Member ${index}`,
    email: `m${index}@riverton.example`,
  }))
  const list = { email: 'council@riverton.example', name: 'Council', members: many.map(({ id }) => id) }
  host = await aGraph({ ...world, people: [...world.people, ...many], groups: [...world.groups, list] }, { latencyMilliseconds: 0 })
})
afterAll(() => host.close())

test(`${members} Members and ${sessions} sessions, each with answers, stay quick`, async () => {
  const made: Shown[] = []
  const begun = performance.now()
  for (let index = 0; index < sessions; index += 1) {
    const day = new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10)
    const times = {
      start: { dateTime: `${day}T18:00:00`, timeZone: 'Europe/London' },
      end: { dateTime: `${day}T20:00:00`, timeZone: 'Europe/London' },
    }
    made.push(
      await host
        .as('olive')
        .api('/me/events')
        .post({ subject: 'S', ...times, attendees: [{ emailAddress: { address: 'council@riverton.example' } }] }),
    )
  }
  await host.settle()
  const invited = performance.now()
  for (const { iCalUId } of made.slice(0, 50)) {
    const { value } = await host.as('m1').api('/me/events').filter(`iCalUId eq '${iCalUId}'`).select('id').get()
    await host.as('m1').api(`/me/events/${value[0].id}/accept`).post({})
  }
  await host.settle()
  const answered = performance.now()

  let read = 0
  let link = '/me/calendarView/delta?startDateTime=2026-09-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z'
  while (link) {
    const page = await host.as('olive').api(link).header('Prefer', `${immutable}, odata.maxpagesize=50`).get()
    read += page.value.length
    link = page['@odata.nextLink'] ? below(page['@odata.nextLink']) : ''
  }
  expect(read).toBe(sessions)
  // Generous: the point is that nothing grows with the square of the council.
  expect((invited - begun) / sessions).toBeLessThan(100)
  expect((answered - invited) / 100).toBeLessThan(100)
  expect(performance.now() - answered).toBeLessThan(5000)
}, 120_000)
