import { XMLParser } from 'fast-xml-parser'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hostOf, type Host } from '../testing/host.ts'
import { createModernGov } from './modern-gov.ts'

let host: Host

beforeEach(async () => {
  host = await hostOf({ 'modern-gov': createModernGov })
})
afterEach(() => host.close())

const parser = new XMLParser({ isArray: (name) => ['ward', 'councillor', 'committee', 'meeting'].includes(name), parseTagValue: false })

async function read(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${host.base}/modern-gov/mgWebService.asmx/${path}`)
  expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
  return parser.parse(await response.text()) as Record<string, unknown>
}

test('the register is published ward by ward, with the Mayor and co-optees under their own headings', async () => {
  expect(await read('GetCouncillorsByWard')).toMatchObject({
    councillorsbyward: {
      wards: {
        ward: [
          {
            wardtitle: 'Co-opted Member',
            councillors: {
              councillor: [
                { fullusername: 'Cara Cooper', termsofoffice: { termofoffice: { startdate: '20/05/2026', enddate: '19/05/2027' } } },
              ],
            },
          },
          {
            wardtitle: 'Mayor',
            councillors: {
              councillor: [{ fullusername: 'Mayor Ann Archer', workaddress: { mobile: '07700 900102', email: 'ann@riverton.example' } }],
            },
          },
          {
            wardtitle: 'Weir & Lock',
            councillors: {
              councillorcount: '1',
              councillor: [
                {
                  fullusername: 'Councillor Bob Baker',
                  politicalpartytitle: 'Riverton First',
                  keyposts: 'Chair, Planning Committee',
                  termsofoffice: { termofoffice: { startdate: '07/05/2026', enddate: 'unspecified' } },
                },
              ],
            },
          },
        ],
      },
    },
  })
})

test('a Member is published until the last day and not a day longer', async () => {
  const published = async (at: string) => {
    host.context.clock.set(Temporal.Instant.from(at))
    return JSON.stringify(await read('GetCouncillorsByWard')).includes('Cara Cooper')
  }
  expect(await published('2027-05-19T22:59:59Z')).toBe(true)
  expect(await published('2027-05-19T23:00:00Z')).toBe(false) // midnight in London, in summer
})

test('meetings are published committee by committee, within the days asked for', async () => {
  const listed = (await read('GetCommittees')) as {
    getcommittees: { committees: { committee: { committeeid: string; committeetitle: string }[] } }
  }
  const [planning] = listed.getcommittees.committees.committee
  expect(planning?.committeetitle).toBe('Planning Committee')
  const of = (days: string) => read(`GetMeetings?lCommitteeId=${planning?.committeeid}${days}`)
  expect(await of('')).toMatchObject({
    getmeetings: {
      meetings: {
        meeting: [{ meetingdate: '21/10/2026', meetingtime: '18:30', meetingendtime: '20:30', meetinglocation: 'Council Chamber' }],
      },
    },
  })
  expect(await of('&sFromDate=21/10/2026&sToDate=21/10/2026')).toMatchObject({ getmeetings: { meetingscount: '1' } })
  expect(await of('&sFromDate=22/10/2026')).toMatchObject({ getmeetings: { meetingscount: '0' } })
  expect(await of('&sToDate=20/10/2026')).toMatchObject({ getmeetings: { meetingscount: '0' } })
})

test('a fault can put a page of HTML in place of the register', async () => {
  host.context.faults.add([{ service: 'modern-gov', action: { kind: 'status', status: 200, html: true }, times: 1 }])
  const response = await fetch(`${host.base}/modern-gov/mgWebService.asmx/GetCouncillorsByWard`)
  expect(response.headers.get('content-type')).toMatch(/^text\/html/)
})
