import { afterEach, describe, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createCalendar } from './calendar.ts'
import { gone, graphEvent as event, json, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const addInIds = ['7e57ab1e-0000-4000-8000-00000000c001']
const macId = '3333911d-3676-5200-95ae-736aec58a955'
const name = 'String {00020329-0000-0000-C000-000000000046} Name cecp-7e57ab1e-0000-4000-8000-00000000c001'

/** A mailbox with these events, of which each batch item is answered by `item`. */
async function mailboxWith(events: readonly object[], item: (url: string) => object, ids = addInIds) {
  const batches: string[][] = []
  const { source, service } = await recordedGraph(({ path, body }: Asked): Answered => {
    if (path.includes('$batch')) {
      const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] }
      batches.push(requests.map(({ url }) => decodeURIComponent(url)))
      return json({ responses: requests.map(({ id, url }) => ({ id, ...item(decodeURIComponent(url)) })) })
    }
    if (path.includes('/delta')) return json({ value: events, '@odata.deltaLink': `${service.url}/v1.0/users/x/delta?$deltatoken=n` })
    const found = events.find((each) => path.includes(`/events/${(each as { id: string }).id}`))
    return found ? json(found) : gone
  })
  closing.push(() => service.close())
  return { calendar: createCalendar(source, { addInIds: ids }), batches, service }
}

const window = { from: instant('2026-07-01T00:00:00Z'), to: instant('2028-04-01T00:00:00Z') }
async function changedIn({ calendar }: Awaited<ReturnType<typeof mailboxWith>>) {
  const came = await calendar.changes(officerMailbox, window, undefined, signal)
  return came.kind === 'changes' ? came.changed : []
}
const told = (id: string, value: string) => ({
  status: 200,
  body: { id, singleValueExtendedProperties: [{ id: name.toLowerCase(), value }] },
})

const own = (value: string) => ({ id: name, value })
const macs = (value: string) => ({ id: name.replace(/cecp-.*/, `cecp-${macId}`), value })

describe('C1.1 what the Outlook add-in keeps in an appointment', () => {
  test('is asked for by the add-in’s own property, whose name may come back in another case', async () => {
    const mailbox = await mailboxWith([event('a'), event('b')], (url) =>
      url.includes('/events/a') ? told('a', 'its tag') : { status: 200, body: { id: 'b' } },
    )
    expect(await changedIn(mailbox)).toMatchObject([{ eventId: 'a', property: 'its tag' }, { eventId: 'b' }])
    expect((await changedIn(mailbox))[1]).not.toHaveProperty('property')
    expect(mailbox.batches[0]?.[0]).toBe(
      `/users/${officerMailbox}/events/a?$select=id&$expand=singleValueExtendedProperties($filter=id eq '${name}')`,
    )
    expect(await mailbox.calendar.read(officerMailbox, 'a', signal)).toMatchObject({ property: 'its tag' })
  })

  test.each([
    ['listed last', [macs('theirs'), own('ours')], 'ours'],
    ['listed first', [own('ours'), macs('theirs')], 'ours'],
    ['empty', [own(''), macs('theirs')], 'theirs'],
    ['missing', [macs('theirs')], 'theirs'],
  ])('of two add-ins is that of the one named first, unless there is none: here it is %s', async (_place, properties, counts) => {
    const body = { id: 'a', singleValueExtendedProperties: properties }
    const mailbox = await mailboxWith([event('a')], () => ({ status: 200, body }), [...addInIds, macId])
    expect(await changedIn(mailbox)).toMatchObject([{ property: counts }])
  })

  test('is not asked for of what is no session: another’s meeting, a draft, what is cancelled, and what nobody is invited to', async () => {
    const others = [event('a', { isOrganizer: false }), event('b', { isDraft: true }), event('c', { isCancelled: true })]
    const mailbox = await mailboxWith([...others, event('d', { attendees: [] })], () => ({ status: 500 }))
    expect(await changedIn(mailbox)).toHaveLength(4)
    expect(mailbox.batches).toEqual([])
  })

  test('is asked for of what nobody is invited to where it is a session already, and was asked for by its id', async () => {
    const mailbox = await mailboxWith([event('a', { attendees: [] }), event('b', { attendees: [], isDraft: true })], () =>
      told('a', 'its tag'),
    )
    expect(await mailbox.calendar.read(officerMailbox, 'a', signal)).toMatchObject({ property: 'its tag' })
    expect(await mailbox.calendar.read(officerMailbox, 'b', signal)).not.toHaveProperty('property')
  })

  test('is asked for of nothing by a council without the add-in', async () => {
    const mailbox = await mailboxWith([event('a')], () => ({ status: 500 }), [])
    expect(await changedIn(mailbox)).toHaveLength(1)
    expect(mailbox.batches).toEqual([])
  })

  test('of an appointment that is gone meanwhile is nothing; one that is not answered for is an outage and never “no tag”', async () => {
    const lost = await mailboxWith([event('a')], () => ({ status: 404, body: { error: { code: 'ErrorItemNotFound' } } }))
    expect(await changedIn(lost)).toMatchObject([{ eventId: 'a' }])
    const broken = await mailboxWith([event('a')], () => ({ status: 500, body: { error: { code: 'x' } } }))
    await expect(changedIn(broken)).rejects.toBeInstanceOf(Unavailable)
  })
})
