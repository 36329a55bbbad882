import { expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { appointmentOf, instantOf, responseOf, slotOf, stampOf } from './appointment.ts'
import { deltaItemOf, eventOf, pageOf } from './codec.ts'

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })
const single = {
  '@odata.type': '#microsoft.graph.event',
  '@odata.etag': 'W/"abc"',
  id: 'AAMkAD=',
  iCalUId: '040000008200E00074C5B7101A82E008',
  type: 'singleInstance',
  seriesMasterId: null,
  subject: ' Chairing a difficult meeting ',
  body: { contentType: 'text', content: 'Bring a case.\r\nLunch is at noon.\r\n' },
  bodyPreview: 'Bring a case.',
  start: utc('2026-10-22T17:30:00.0000000'),
  end: utc('2026-10-22T19:00:00.0000000'),
  isCancelled: false,
  isDraft: false,
  isOrganizer: true,
  organizer: { emailAddress: { name: 'Hannah Brightwell', address: 'Hannah.Brightwell@thamesbrook.example' } },
  attendees: [
    {
      type: 'required',
      status: { response: 'Accepted', time: '2026-10-01T09:00:00Z' },
      emailAddress: { name: 'Cllr Maureen Tadworth', address: 'Maureen.Tadworth@thamesbrook.example' },
    },
    { type: 'optional', status: { response: 'none', time: '0001-01-01T00:00:00Z' }, emailAddress: { address: 'b@thamesbrook.example' } },
    {
      type: 'resource',
      status: { response: 'accepted', time: '4501-01-01T00:00:00Z' },
      emailAddress: { address: 'room2@thamesbrook.example' },
    },
    { type: 'required', status: { response: 'organizer' }, emailAddress: { address: 'hannah.brightwell@thamesbrook.example' } },
  ],
  categories: ['Member training'],
  sensitivity: 'normal',
  location: { displayName: 'Town Hall Room 2' },
  locations: [{ displayName: 'Town Hall Room 2', locationEmailAddress: 'Room2@thamesbrook.example' }],
  onlineMeeting: null,
  webLink: 'https://outlook.office365.com/owa/?itemid=a',
}

test('a single event in our words: lower-case addresses, no organiser among those invited, times in UTC', () => {
  expect(appointmentOf(eventOf(single))).toEqual({
    eventId: 'AAMkAD=',
    iCalUId: '040000008200E00074C5B7101A82E008',
    subject: 'Chairing a difficult meeting',
    about: 'Bring a case.\nLunch is at noon.',
    startsAt: instant('2026-10-22T17:30:00Z'),
    endsAt: instant('2026-10-22T19:00:00Z'),
    place: 'Town Hall Room 2',
    roomAddresses: ['room2@thamesbrook.example'],
    organiser: { name: 'Hannah Brightwell', address: 'hannah.brightwell@thamesbrook.example' },
    isOrganiser: true,
    isDraft: false,
    isCancelled: false,
    isPrivate: false,
    categories: ['Member training'],
    attendees: [
      {
        name: 'Cllr Maureen Tadworth',
        address: 'maureen.tadworth@thamesbrook.example',
        type: 'required',
        response: 'accepted',
        respondedAt: instant('2026-10-01T09:00:00Z'),
      },
      { name: 'b@thamesbrook.example', address: 'b@thamesbrook.example', type: 'optional', response: 'none' },
      { name: 'room2@thamesbrook.example', address: 'room2@thamesbrook.example', type: 'resource', response: 'accepted' },
    ],
    webLink: 'https://outlook.office365.com/owa/?itemid=a',
  })
})

test.each([
  ['accepted', 'accepted'],
  ['Accepted', 'accepted'],
  ['tentativelyAccepted', 'tentative'],
  ['TentativelyAccepted', 'tentative'],
  ['declined', 'declined'],
  ['none', 'none'],
  ['notResponded', 'none'],
  ['organizer', 'none'],
  ['somethingNew', 'none'],
  [undefined, 'none'],
])('C2.1 Outlook’s %s is our %s', (name, response) => {
  expect(responseOf(name)).toBe(response)
})

test.each([
  ['0001-01-01T00:00:00Z', undefined],
  ['4501-01-01T00:00:00Z', undefined],
  ['nonsense', undefined],
  [undefined, undefined],
  ['2026-10-01T09:00:00.1234567Z', '2026-10-01T09:00:00.1234567Z'],
  ['2026-10-01T10:00:00+01:00', '2026-10-01T09:00:00Z'],
])('the stamp %s is %s', (text, stamp) => {
  expect(stampOf(text)?.toString()).toBe(stamp)
})

test.each([
  ['UTC', '2026-10-22T18:30:00Z'],
  ['GMT Standard Time', '2026-10-22T17:30:00Z'], // Windows' name for London, summer time included
  ['Europe/London', '2026-10-22T17:30:00Z'],
])('C14.11 half past six in %s is %s', (timeZone, expected) => {
  expect(instantOf({ dateTime: '2026-10-22T18:30:00.0000000', timeZone }).toString()).toBe(expected)
})

test('a zone that is none is an outage and not a guess', () => {
  expect(() => instantOf({ dateTime: '2026-10-22T18:30:00', timeZone: 'Customized Time Zone' })).toThrow(Unavailable)
})

const master = eventOf({ ...single, id: 'master', type: 'seriesMaster', iCalUId: 'series' })

test('an occurrence with nothing but its times is filled from its master', () => {
  const item = deltaItemOf({
    '@odata.type': '#microsoft.graph.event',
    id: 'slot',
    seriesMasterId: 'master',
    type: 'occurrence',
    start: utc('2026-10-29T18:30:00.0000000'),
    end: utc('2026-10-29T20:00:00.0000000'),
  })
  if (item.kind !== 'occurrence') throw new Error('not seen as an occurrence')
  const slot = slotOf(master, item.occurrence)
  expect(slot).toMatchObject({ eventId: 'slot', iCalUId: 'series', subject: 'Chairing a difficult meeting' })
  expect(slot.series).toEqual({ iCalUId: 'series', originalStart: instant('2026-10-29T18:30:00Z') })
  expect(slot.attendees[0]).toMatchObject({ response: 'accepted' })
})

test('a moved occurrence keeps the slot it had, its own answers and its series’ tag', () => {
  const exception = eventOf({
    ...single,
    id: 'moved',
    type: 'exception',
    iCalUId: 'of its own',
    seriesMasterId: 'master',
    originalStart: '2026-10-29T18:30:00Z',
    start: utc('2026-10-30T18:30:00.0000000'),
    end: utc('2026-10-30T20:00:00.0000000'),
    categories: [],
    attendees: [],
  })
  const slot = slotOf(master, exception)
  expect(slot).toMatchObject({ iCalUId: 'series', categories: ['Member training'], attendees: [] })
  expect(slot.series?.originalStart).toEqual(instant('2026-10-29T18:30:00Z'))
  expect(slot.startsAt).toEqual(instant('2026-10-30T18:30:00Z'))
})

test('what was removed, an empty page and a page that is none', () => {
  expect(deltaItemOf({ '@odata.type': '#microsoft.graph.event', id: 'x', '@removed': { reason: 'deleted' } })).toEqual({
    kind: 'removed',
    id: 'x',
  })
  expect(pageOf({ value: [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/a' })).toEqual({
    value: [],
    next: 'https://graph.microsoft.com/v1.0/a',
  })
  expect(() => pageOf({ error: {} })).toThrow(Unavailable)
  expect(() => deltaItemOf({ id: 'x' })).toThrow(Unavailable)
})

test('a private appointment says so, and a link that is not https is none', () => {
  const event = eventOf({ ...single, sensitivity: 'private', onlineMeeting: { joinUrl: 'javascript:alert(1)' } })
  expect(appointmentOf(event)).toMatchObject({ isPrivate: true })
  expect(appointmentOf(event)).not.toHaveProperty('joinUrl')
})
