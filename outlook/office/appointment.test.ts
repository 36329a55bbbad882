/// <reference types="office-js" />
import { expect, test } from 'vitest'
import { appointmentBeingWritten, kept } from '../testing/outlook-double.ts'
import { isWritten, openAppointment } from './appointment.ts'
import { createTurns, OutlookRefused } from './asked.ts'

const invitation = {
  subject: 'Budgets',
  start: new Date('2026-10-27T18:30:00Z'),
  end: new Date('2026-10-27T20:30:00Z'),
  location: '',
  organizer: { emailAddress: 'hannah@thamesbrook.example' },
  requiredAttendees: [{ displayName: '', emailAddress: 'Ann@thamesbrook.example' }],
  optionalAttendees: [],
} as unknown as Office.AppointmentRead

test('C1.5 an appointment that is being written is read as its organiser has it', async () => {
  const item = appointmentBeingWritten(kept({ subject: ' Budgets ' }))
  expect(isWritten(item)).toBe(true)
  expect(await openAppointment(item, 'me@thamesbrook.example')).toEqual({
    mode: 'writing',
    subject: 'Budgets',
    startsAt: '2026-10-27T18:30:00.000Z',
    endsAt: '2026-10-27T20:30:00.000Z',
    place: 'Committee Room 1',
    organiser: 'hannah@thamesbrook.example',
    invited: [{ name: 'Members (all)', address: 'members@thamesbrook.example', mayBeList: true }],
    categories: [],
    isSeries: false,
    isOneDate: false,
    isSaved: false,
  })
})

test('C1.1 its categories are read in the form and beside an invitation, and are none in an Outlook that does not tell them', async () => {
  const item = appointmentBeingWritten(kept({ categories: ['Red', 'Member training'] }))
  expect(await openAppointment(item, 'me')).toMatchObject({ categories: ['Red', 'Member training'] })
  const silent = appointmentBeingWritten(kept({ categories: ['Red'] }), { refuses: 'categories' })
  expect(await openAppointment(silent, 'me')).toMatchObject({ subject: 'Chairing a difficult meeting', categories: [] })
  const older = { ...item, categories: undefined } as unknown as Office.AppointmentCompose
  expect(await openAppointment(older, 'me')).toMatchObject({ categories: [] })
  expect(await openAppointment({ ...invitation, categories: item.categories }, 'me')).toMatchObject({
    categories: ['Red', 'Member training'],
  })
})

test('C1.5 whoever writes one in an Outlook that does not say who organises it, organises it', async () => {
  const item = { ...appointmentBeingWritten(kept()), organizer: undefined, recurrence: undefined } as unknown as Office.AppointmentCompose
  expect(await openAppointment(item, 'me@thamesbrook.example')).toMatchObject({ organiser: 'me@thamesbrook.example', isSeries: false })
})

test('C1.5 the whole of a series is told from one day of it', async () => {
  const days = { getAsync: (done: (result: object) => void) => done({ status: 'succeeded', value: { recurrenceType: 'weekly' } }) }
  const series = { ...appointmentBeingWritten(kept()), recurrence: days } as unknown as Office.AppointmentCompose
  expect(await openAppointment(series, 'me')).toMatchObject({ isSeries: true, isOneDate: false })
  expect(await openAppointment({ ...series, seriesId: 'AAMk' }, 'me')).toMatchObject({ isSeries: false, isOneDate: true })
  const read = { ...invitation, recurrence: { recurrenceType: 'weekly' } } as unknown as Office.AppointmentRead
  expect(await openAppointment(read, 'me')).toMatchObject({ isSeries: true, isOneDate: false })
  expect(await openAppointment({ ...read, seriesId: 'AAMk' }, 'me')).toMatchObject({ isSeries: false, isOneDate: true })
})

test('C1.5 one that stands in a calendar is told from one that is only now being written, and is not known to where Outlook will not tell', async () => {
  const stored = kept({ id: 'AAMk1' })
  expect(await openAppointment(appointmentBeingWritten(stored), 'me')).toMatchObject({ isSaved: true })
  expect(await openAppointment(appointmentBeingWritten(stored, { refuses: 'getItemId' }), 'me')).toMatchObject({ isSaved: false })
})

test('C1.5 one who is invited reads it at once', async () => {
  expect(await openAppointment(invitation, 'ann@thamesbrook.example')).toMatchObject({
    mode: 'reading',
    isSaved: true,
    organiser: 'hannah@thamesbrook.example',
    invited: [{ name: 'Ann@thamesbrook.example', address: 'ann@thamesbrook.example', mayBeList: true }],
  })
})

test('what Outlook refuses is told with its own number', async () => {
  const item = appointmentBeingWritten(kept(), { refuses: 'start' })
  await expect(openAppointment(item, 'me')).rejects.toMatchObject({ name: 'OutlookRefused', code: 9020 })
  await expect(openAppointment(item, 'me')).rejects.toBeInstanceOf(OutlookRefused)
})

test('calls of Outlook are made one after another, and one that fails holds up nobody', async () => {
  const inTurn = createTurns()
  const running: string[] = []
  let most = 0
  const work = (name: string) => async () => {
    running.push(name)
    most = Math.max(most, running.length)
    await Promise.resolve()
    running.splice(running.indexOf(name), 1)
    if (name === 'b') throw new Error('b failed')
    return name
  }
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))))
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(most).toBe(1)
})

test.each([
  ['user', false],
  ['externalUser', false],
  ['distributionList', true],
  ['other', true], // Outlook does not know what it is
] as const)('C1.3 of those invited Outlook says of “%s” whether it may be a list: %s', async (recipientType, mayBeList) => {
  const row = { displayName: 'Ann', emailAddress: 'ann@thamesbrook.example', recipientType } as Office.EmailAddressDetails
  const open = await openAppointment({ ...invitation, requiredAttendees: [row] }, 'me')
  expect(open.invited).toMatchObject([{ mayBeList }])
})
