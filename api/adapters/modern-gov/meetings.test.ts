import { afterEach, describe, expect, test } from 'vitest'
import { day } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { createModernGovMeetings } from './meetings.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))
const signal = new AbortController().signal
const span = { from: day('2026-10-01'), to: day('2027-03-31') }

const xml = (text: string): Answered => ({ status: 200, text: `<?xml version="1.0" encoding="utf-8"?>${text}`, type: 'text/xml' })
const committee = (id: number, title: string, more = '') =>
  `<committee><committeeid>${id}</committeeid><committeetitle>${title}</committeetitle>${more}</committee>`
const committees = (...each: string[]) => xml(`<committees><committeescount> ${each.length}</committeescount>${each.join('')}</committees>`)
const meeting = (date: string, time: string, more = '', id = '9') =>
  `<meeting><meetingid>${id}</meetingid><meetingdate>${date}</meetingdate><meetingtime>${time}</meetingtime>${more}</meeting>`
const meetings = (...each: string[]) =>
  xml(`<getmeetings><meetingscount> ${each.length}</meetingscount><meetings>${each.join('')}</meetings></getmeetings>`)

async function serviceThat(answer: (asked: Asked) => Answered) {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  const url = `${service.url}/mgWebService.asmx/GetCouncillorsByWard`
  return { asked: service.asked, read: () => createModernGovMeetings().read(url, span, signal) }
}
const answering = (list: Answered, each: (path: string) => Answered) =>
  serviceThat(({ path }) => (path.includes('/GetCommittees') ? list : each(path)))

async function readAs(...published: string[]) {
  const { read } = await answering(committees(committee(1, 'Planning  Committee')), () => meetings(...published))
  const result = await read()
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`)
  return result.value
}

test('C14.1 the meetings of every committee that sits are asked for, day first, and no others', async () => {
  const list = committees(
    committee(1, 'Planning'),
    committee(2, 'Poor Law Guardians', '<committeeexpired>True</committeeexpired>'),
    committee(3, 'Audit', '<committeedeleted>False</committeedeleted>'),
  )
  const { asked, read } = await answering(list, (path) => meetings(meeting('21/10/2026', '18:30', '', path.includes('=1&') ? '7' : '8')))
  expect(await read()).toMatchObject({
    ok: true,
    value: {
      committees: ['Planning', 'Audit'],
      meetings: [
        { number: '7', committee: 'Planning' },
        { number: '8', committee: 'Audit' },
      ],
      doubts: [],
    },
  })
  expect(asked.map(({ path }) => decodeURIComponent(path)).filter((path) => path.includes('GetMeetings'))).toEqual([
    '/mgWebService.asmx/GetMeetings?lCommitteeId=1&sFromDate=01/10/2026&sToDate=31/03/2027',
    '/mgWebService.asmx/GetMeetings?lCommitteeId=3&sFromDate=01/10/2026&sToDate=31/03/2027',
  ])
})

test.each([
  ['21/10/2026', '18:30', '2026-10-21T17:30:00Z'],
  ['27/10/2026', '18:30', '2026-10-27T18:30:00Z'],
  ['27/10/2026', '6.30 pm', '2026-10-27T18:30:00Z'],
  ['27/10/2026', '10.00 am', '2026-10-27T10:00:00Z'],
  ['27/10/2026', '12pm', '2026-10-27T12:00:00Z'],
  ['2026-10-27T00:00:00', '7pm', '2026-10-27T19:00:00Z'],
  ['27/10/2026', '19:00:00', '2026-10-27T19:00:00Z'],
])('C14.11 a meeting on %s at %s begins at %s', async (date, time, startsAt) => {
  const read = await readAs(meeting(date, time))
  expect(read.doubts).toEqual([])
  expect(read.meetings.map((each) => String(each.startsAt))).toEqual([startsAt])
  expect(read.meetings[0]).not.toHaveProperty('endsAt') // not published, and not invented here
})

test.each(['', 'TBC', '00:00', '25:00', '18', '6 for 6.30pm'])(
  'C14.3 at “%s” a meeting keeps its whole day, and is a doubt',
  async (time) => {
    const read = await readAs(meeting('25/10/2026', time))
    expect(read.doubts).toMatchObject([{ committee: 'Planning Committee', because: 'unreadable-time' }])
    expect(read.meetings.map(({ startsAt, endsAt, allDay }) => [String(startsAt), String(endsAt), allDay])).toEqual([
      ['2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z', true], // the day on which the clocks go back has 25 hours
    ])
  },
)

test('C14.3 what has no date, no number, or an end before its beginning is a doubt; only the last is a meeting', async () => {
  const read = await readAs(
    meeting('31/02/2027', '18:30'),
    meeting('21/10/2026', '18:30', '', ''),
    meeting('22/10/2026', '18:30', '<meetingendtime>18:30</meetingendtime>'),
  )
  expect(read.doubts.map(({ because, number }) => [because, number])).toEqual([
    ['unreadable-date', '9'], // so that what was known of this very meeting can be kept
    ['no-number', undefined],
    ['ends-before-it-begins', '9'],
  ])
  expect(read.meetings).toHaveLength(1)
})

test.each([
  ['Confirmed', 'confirmed'],
  ['Provisional', 'provisional'],
  ['Draft', 'provisional'],
  ['', 'provisional'],
  ['Cancelled', 'cancelled'],
  ['POSTPONED', 'cancelled'],
])('C14.3 a meeting that is “%s” is %s', async (status, expected) => {
  const more = `<meetingstatus>${status}</meetingstatus><meetingendtime>20:30</meetingendtime><meetinglocation>Council\n Chamber</meetinglocation>`
  const read = await readAs(meeting('21/10/2026', '18:30', more))
  expect(read.meetings).toMatchObject([{ status: expected, place: 'Council Chamber' }])
  expect(String(read.meetings[0]?.endsAt)).toBe('2026-10-21T19:30:00Z')
})

test('C14.1 what was not asked for is left out: some services take no notice of the days', async () => {
  const read = await readAs(...['30/09/2026', '01/10/2026', '31/03/2027', '01/04/2027'].map((date) => meeting(date, '18:30')))
  expect(read.meetings).toHaveLength(2)
})

test('C14.1 a committee without meetings is no doubt', async () => {
  expect(await readAs()).toEqual({ committees: ['Planning Committee'], meetings: [], doubts: [] })
})

describe('what is no calendar', () => {
  const planning = committees(committee(1, 'Planning'), committee(2, 'Audit'))

  test('C14.3 a committee whose answer is a page is a doubt, and the others are read', async () => {
    const page: Answered = { status: 200, text: '<html><body>Sign in</body></html>', type: 'text/html' }
    const { read } = await answering(planning, (path) => (path.includes('=1&') ? page : meetings(meeting('21/10/2026', '18:30'))))
    expect(await read()).toMatchObject({
      ok: true,
      value: { committees: ['Audit'], meetings: [{ committee: 'Audit' }], doubts: [{ committee: 'Planning', because: 'unread' }] },
    })
  })

  test('C14.3 a page in place of the list of committees is refused, and so is a list of none', async () => {
    const page = await answering({ status: 200, text: '<html><body>Sign in</body></html>', type: 'text/html' }, () => meetings())
    expect(await page.read()).toEqual({ ok: false, refusal: { kind: 'unreadable', because: 'not-xml' } })
    const another = await answering(xml('<councillorsbyward/>'), () => meetings())
    expect(await another.read()).toEqual({ ok: false, refusal: { kind: 'unreadable', because: 'another-document' } })
    const none = await answering(committees(), () => meetings())
    expect(await none.read()).toEqual({ ok: false, refusal: { kind: 'no-committees' } })
  })

  test('C14.3 an error from the service is an outage: nothing is taken to have been read', async () => {
    const { read } = await answering(planning, (path) => (path.includes('=2&') ? { status: 500 } : meetings()))
    await expect(read()).rejects.toThrow(Unavailable)
  })

  test('C14.1 a council whose register is somewhere else has no calendar', async () => {
    for (const url of [undefined, 'https://council.example/councillors.xml']) {
      expect(await createModernGovMeetings().read(url, span, signal)).toEqual({ ok: false, refusal: { kind: 'no-calendar' } })
    }
  })
})
