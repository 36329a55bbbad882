import { afterEach, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createOnlineMeetings } from './online-meetings.ts'
import { gone, json, memberMailbox, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0'
const meeting = { organiser: officerMailbox, joinUrl, from: instant('2026-10-27T18:30:00Z'), to: instant('2026-10-27T19:30:00Z') }
const sitting = (id: string, from: string, to: string) => ({
  id,
  meetingStartDateTime: `2026-10-${from}Z`,
  meetingEndDateTime: `2026-10-${to}Z`,
})
const record = (identity: object | null, more: object = {}) => ({
  emailAddress: null,
  identity,
  attendanceIntervals: [{ joinDateTime: '2026-10-27T18:32:00Z', leaveDateTime: '2026-10-27T19:24:00.5Z', durationInSeconds: 3120 }],
  ...more,
})

async function attendanceWhen(answer: (asked: Asked) => Answered) {
  const { service, source } = await recordedGraph(answer)
  closing.push(() => service.close())
  return { asked: service.asked, found: createOnlineMeetings(source).attendance(meeting, signal) }
}

test('C2.6 the sittings of the session’s own time are read, everybody with an account, an address or a name alone', async () => {
  const { found, asked } = await attendanceWhen(({ path }) => {
    if (path.includes('$filter')) return json({ value: [{ id: 'MSo=' }] })
    if (!path.includes('$expand'))
      return json({ value: [sitting('r2', '27T18:32:00', '27T19:24:00'), sitting('r1', '20T18:30:00', '20T19:30:00')] })
    return json({
      attendanceRecords: [
        record({ id: memberMailbox.toUpperCase(), displayName: 'Ann' }, { emailAddress: 'Ann@Thamesbrook.example' }),
        record({ id: null, displayName: 'A caller' }),
        record(null, { attendanceIntervals: null }),
      ],
    })
  })
  const spells = [{ from: instant('2026-10-27T18:32:00Z'), to: instant('2026-10-27T19:24:00.5Z') }]
  expect(await found).toEqual({
    kind: 'read',
    people: [
      { personId: memberMailbox, address: 'ann@thamesbrook.example', name: 'Ann', spells },
      { name: 'A caller', spells },
      { name: '', spells: [] },
    ],
  })
  expect(asked.map(({ path }) => path)).toHaveLength(3)
  expect(asked[0]?.path).toContain(`JoinWebUrl eq '${joinUrl}'`)
})

test('without Teams’ policy, for another’s meeting, and before there is a report, it is said which', async () => {
  const denied = json({ error: { code: 'Forbidden', message: 'No application access policy found for this app' } }, 403)
  expect(await (await attendanceWhen(() => denied)).found).toEqual({ kind: 'none', because: 'not-allowed' })
  expect(await (await attendanceWhen(() => json({ value: [] }))).found).toEqual({ kind: 'none', because: 'not-found' })
  expect(await (await attendanceWhen(() => gone)).found).toEqual({ kind: 'none', because: 'not-found' })
  const unready = await attendanceWhen(({ path }) => json({ value: path.includes('$filter') ? [{ id: 'm' }] : [] }))
  expect(await unready.found).toEqual({ kind: 'none', because: 'no-report' })
  const noReports = await attendanceWhen(({ path }) => (path.includes('$filter') ? json({ value: [{ id: 'm' }] }) : denied))
  expect(await noReports.found).toEqual({ kind: 'none', because: 'not-allowed' })
})

test('an outage and what cannot be read are no answer: nobody is taken to have been away', async () => {
  await expect((await attendanceWhen(() => ({ status: 503 }))).found).rejects.toThrow(Unavailable)
  const odd = await attendanceWhen(({ path }) => json(path.includes('$filter') ? { value: [{ id: 'm' }] } : { value: [{ id: 'r' }] }))
  await expect(odd.found).rejects.toThrow(Unavailable)
})
