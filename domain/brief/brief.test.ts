import { expect, test } from 'vitest'
import type { BriefPart } from '../rulebook/brief.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { SessionDetails } from '../sessions/details.ts'
import type { OtherInvitee, Session } from '../sessions/session.ts'
import { aPersonId, aSession, arrangedAt, towerHamlets } from '../testing/builders.ts'
import { briefOf, presentersOf } from './brief.ts'

const help = { name: 'Priya Shah', role: 'Member support', telephone: '020 7946 0142' }
const put = (given: Partial<SessionDetails>): SessionDetails => ({
  version: 1,
  by: aPersonId(901),
  byName: 'Officer 901',
  at: arrangedAt,
  costs: [],
  ...given,
})
const brief = (given: Parameters<typeof aSession>[0] = {}, rules: Partial<Rulebook> = {}) =>
  briefOf(aSession(given), { rulebook: { ...towerHamlets, ...rules }, help })
const linesUnder = (heading: string, ...given: Parameters<typeof brief>) =>
  brief(...given).sections.find((each) => each.heading === heading)?.lines
const other = (kind: OtherInvitee['kind'], given: Partial<OtherInvitee> = {}): OtherInvitee => ({
  kind,
  name: `${kind} name`,
  address: `${kind}@elsewhere.example`,
  response: 'none',
  ...given,
})

test('C1.11 it opens with the aims and objectives, each on its line, and with what the rulebook asks of the presenter', () => {
  const { aims, opening } = brief({ details: put({ aims: ' To listen well.\n\nTo sum up fairly. ' }) })
  expect(aims).toEqual(['To listen well.', 'To sum up fairly.'])
  expect(opening).toContain('Please begin the session by saying what it is for')
  expect(brief({ details: put({ aims: ' \n ' }) }).aims).toEqual([])
  expect(brief().aims).toEqual([])
})

test('C1.11 then what, when and where, in words that stay true on paper', () => {
  expect(brief().sections[0]).toEqual({
    heading: 'What, when and where',
    lines: [
      'Chairing a difficult meeting',
      'Tuesday 27 October 2026, 6:30pm to 8:30pm',
      'Town Hall Room 2',
      'It is: In-person training.',
      'Arranged by Officer 901.',
    ],
  })
  expect(brief({ delivery: 'online' }).sections[0]?.lines[2]).toBe('Online')
})

test('C1.11, C1.15 who is expected is numbers, with the room and partners, as at when Outlook was read', () => {
  const others = [
    other('partner'),
    other('partner', { address: 'b@elsewhere.example', response: 'declined' }),
    other('room', { capacity: 30 }),
  ]
  const rooms = { ...towerHamlets.rooms, walkIns: 3 }
  expect(linesUnder('Who is expected', { accepted: 9, tentative: 2, declined: 4, others }, { rooms })).toEqual([
    '9 Members have accepted and 2 may come. Please plan for 12 to 14.',
    'The room holds 30.',
    'One person from a partner organisation is invited too.',
    'These are the answers as they stood on Tuesday 15 September at 11:20am.',
  ])
  expect(linesUnder('Who is expected', { accepted: 1 })?.[0]).toBe('1 Member has accepted. Please plan for 1.')
  expect(linesUnder('Who is expected', { none: 5 })?.[0]).toBe('No Member has accepted yet.')
})

test('C1.11 no Member is named in it, nor in whose need a hearing loop is, nor what was noted of access in officers’ own words', () => {
  const secret = 'Cllr Member 1 is hard of hearing'
  const told = brief({ accepted: 3, about: secret, details: put({ aims: 'To listen.', loopNeeded: true, check: { access: secret } }) })
  expect(JSON.stringify(told)).not.toMatch(/Member 1|hard of|m1/)
  expect(told.sections.find(({ heading }) => heading === 'Access')?.lines[0]).toContain('A hearing loop is needed')
})

test('C1.11, C12.6, C12.7 what the records hold of the room is said, and where they hold nothing, that', () => {
  const withRoom = (room: object) => ({ rooms: { ...towerHamlets.rooms, register: [{ name: 'Town Hall Room 2', capacity: 20, ...room }] } })
  expect(linesUnder('Access', {}, withRoom({ stepFree: true, hearingLoop: false }))).toEqual([
    'The room is step-free.',
    'The room has no hearing loop.',
  ])
  expect(linesUnder('Access', {}, withRoom({}))).toEqual(['Nothing is on record. Somebody may still say on the day what they need.'])
  expect(linesUnder('Access', { delivery: 'online' }, withRoom({ stepFree: true }))).toEqual([
    expect.stringContaining('Nothing is on record'),
  ])
})

test('C1.11 what is asked before and afterwards, what it serves, and who evaluates it', () => {
  const planning = { ...towerHamlets.planning, priorities: [{ id: 'homes', label: 'Homes for everybody', from: '2026-05-01' }] }
  const details = put({
    commitment: { preWork: 'Read the notice.', followUp: 'Try it once.' },
    record: { priorities: ['homes', 'gone-since'], functions: 'Chairs', evaluates: 'Priya Shah' },
  })
  expect(linesUnder('Before and afterwards', { details })).toEqual(['Before: Read the notice.', 'Afterwards: Try it once.'])
  expect(linesUnder('What it serves', { details }, { planning })).toEqual([
    'The council’s priority:',
    'Homes for everybody',
    'For councillors as: Chairs',
  ])
  expect(linesUnder('Evaluation', { details })).toEqual(['It is evaluated afterwards. Who sees to that: Priya Shah'])
  expect(linesUnder('Before and afterwards')).toEqual(['Members are asked for nothing before or afterwards.'])
  expect(linesUnder('What it serves')).toBeUndefined()
  expect(linesUnder('Evaluation')).toEqual(['It is evaluated afterwards. Who sees to that is not on record yet.'])
})

test('C1.11, C1.5 of a briefing that the council does not evaluate, that it is not', () => {
  const briefings = { ...towerHamlets.briefings, evaluation: false }
  const kind = (id: string): Partial<Session> => ({ kind: id })
  expect(linesUnder('Evaluation', kind('member-briefing'), { briefings })).toEqual(['A briefing is not evaluated.'])
  expect(linesUnder('Evaluation', kind('member-briefing'))?.[0]).toContain('It is evaluated')
  expect(linesUnder('Evaluation', {}, { briefings })?.[0]).toContain('It is evaluated')
})

test('C1.11 the wording and the parts are the rulebook’s; aims, time and whom to ring are always there', () => {
  const parts: readonly BriefPart[] = ['evaluation', 'access']
  const rules = { ...towerHamlets.brief, opening: ' ', closing: 'Thank you.', parts: [...parts] }
  const told = brief({ details: put({ aims: 'To listen.' }) }, { brief: rules })
  expect(told.opening).toBe('')
  expect(told.aims).toEqual(['To listen.'])
  expect(told.sections.map(({ heading }) => heading)).toEqual(['What, when and where', 'Evaluation', 'Access'])
  expect(told.closing).toEqual(['Thank you.', 'Whom to ring: Priya Shah, Member support, 020 7946 0142.'])
  expect(brief({}, { brief: { ...rules, parts: [], closing: '' } })).toMatchObject({
    sections: [{}],
    closing: [expect.stringContaining('Whom to ring')],
  })
})

test('C1.11 those who come from outside and are no partners are its presenters', () => {
  expect(presentersOf({ others: [other('officer'), other('partner'), other('presenter'), other('room'), other('list')] })).toEqual([
    { name: 'presenter name', address: 'presenter@elsewhere.example' },
  ])
})
