import { expect, test } from 'vitest'
import type { HealthView } from '../../../api/contracts/health.ts'
import { illHealth, wellHealth } from '../../testing/health-scenes.ts'
import { findingsIn, leadOf } from './findings.ts'
import { leadWords } from './words.ts'

const told = (change: Partial<HealthView>) => findingsIn({ ...wellHealth, ...change }).map(({ kind, what }) => `${kind}: ${what}`)
const access = wellHealth.access ?? { at: wellHealth.now, found: [] }
const outside = (found: 'open' | 'refused' | 'no-such-mailbox' | 'no-answer') =>
  told({ access: { ...access, outside: { address: 'kofi.marsden@thamesbrook.example', found } } })

test('where everything is as it should be nothing is found, and the page says so', () => {
  expect(findingsIn(wellHealth)).toEqual([])
  expect([leadWords(0, false), leadWords(0), leadWords(1), leadWords(2)]).toEqual([
    'Nothing is wrong so far. Not everything has been tried yet.',
    'Everything works.',
    'One thing needs you.',
    '2 things need you.',
  ])
})

test('that everything works is not said while something is to be watched, or while nobody knows', () => {
  const lead = (change: Partial<HealthView>) => leadOf({ ...wellHealth, ...change }, findingsIn({ ...wellHealth, ...change }))
  const watched = 'Nothing needs you. Read what is good to know.'
  const untried = 'Nothing is wrong so far. Not everything has been tried yet.'
  const keys: HealthView['keys'] = [{ of: 'teams', kind: 'secret' }]
  const resting: HealthView['resting'] = [{ channel: 'text', until: wellHealth.now, because: 'limit-reached' }]
  expect(lead({})).toBe('Everything works.')
  expect(lead({ keys })).toBe(watched)
  expect(lead({ access: { ...access, found: [{ need: 'lists', found: 'no-answer' }] } })).toBe(watched)
  expect(lead({ access: undefined })).toBe(untried)
  expect(lead({ mailboxes: [] })).toBe(untried)
  expect(lead({ keys, resting })).toBe('One thing needs you.')
})

test('of rights for which Microsoft 365 did not answer it is said once that nobody knows', () => {
  const found = (['lists', 'rooms'] as const).map((need) => ({ need, found: 'no-answer' as const }))
  expect(told({ access: { ...access, found } })).toEqual(['watch: Nobody knows whether Quorate has every right that it needs'])
})

test('a mailbox that must be closed and is open comes before everything else', () => {
  expect(outside('open')).toEqual(['act: Quorate can read kofi.marsden@thamesbrook.example, which must be closed to it'])
  expect(findingsIn(illHealth)[0]?.what).toContain('which must be closed')
  expect(outside('refused')).toEqual([])
})

test('where nobody knows whether it is closed, the page does not say that it is', () => {
  expect(outside('no-answer')).toEqual(['watch: Nobody knows whether kofi.marsden@thamesbrook.example is closed to Quorate'])
  expect(outside('no-such-mailbox')).toEqual(['act: There is no mailbox kofi.marsden@thamesbrook.example to try'])
  expect(told({ access: { at: access.at, found: access.found } })[0]).toContain('Nobody has named a mailbox')
  expect(told({ access: undefined })).toEqual(['watch: Nobody has tried yet what Quorate may do in Microsoft 365'])
})

test('of a mailbox that must be closed nobody is told to name one, which is done only when a council is set up', () => {
  const toDo = (change: HealthView['access']) => findingsIn({ ...wellHealth, access: change }).map((finding) => finding.toDo)
  const gone = { address: 'kofi.marsden@thamesbrook.example', found: 'no-such-mailbox' } as const
  expect(toDo({ ...access, outside: gone })).toEqual([expect.stringMatching(/^Give that address, as an alias, to another mailbox/)])
  expect(toDo({ at: access.at, found: access.found })).toEqual([expect.stringContaining('the guide to installing, step 9')])
})

test('a right that is refused is named with where it is given and what stops without it', () => {
  const [finding] = findingsIn({ ...wellHealth, access: { ...access, found: [{ need: 'lists', found: 'refused' }] } })
  expect(finding?.what).toBe('Refused: open distribution lists')
  expect(finding?.toDo).toContain('GroupMember.Read.All, in Entra')
  expect(finding?.toDo).toContain('whoever is invited through a list is not counted')
})

test.each([
  ['answers', 'watch: Refused: give a Member’s answer in her calendar'],
  ['meetings', 'watch: Refused: see who was in a Teams meeting'],
  ['calendars', 'act: Refused: read and change officers’ calendars'],
  ['sending-mailbox', 'act: Refused: send email, and see what came back'],
  ['people', 'act: Refused: find people by name and address'],
  ['lists', 'act: Refused: open distribution lists'],
  ['roles', 'act: Refused: see who is an officer or an administrator'],
  ['rooms', 'act: Refused: see how many each room holds'],
] as const)('%s, where it is refused: what a council may leave out is good to know, anything else needs somebody', (need, finding) => {
  expect(told({ access: { ...access, found: [{ need, found: 'refused' }] } })).toEqual([finding])
})

test('a mailbox that is not there is not said to be refused', () => {
  const [finding] = findingsIn({ ...wellHealth, access: { ...access, found: [{ need: 'sending-mailbox', found: 'no-such-mailbox' }] } })
  expect(finding).toEqual({
    kind: 'act',
    what: 'No such mailbox: send email, and see what came back',
    toDo: 'Until there is one, no bulletin and no reminder by email leaves.',
  })
})

test.each([
  ['2026-11-12', ['act: Ends on Thursday 12\u00A0November 2026: Quorate in Entra']], // 30 days on
  ['2026-11-13', []],
  ['2026-10-13', ['act: Ends on Tuesday 13\u00A0October 2026: Quorate in Entra']], // today
  ['2026-10-12', ['act: Ended on Monday 12\u00A0October 2026: Quorate in Entra']],
])('on 13 October a certificate with %s as its last day is %j', (endsOn, findings) => {
  expect(told({ keys: [{ of: 'entra', kind: 'certificate', endsOn }] })).toEqual(findings)
})

test('a secret whose last day nobody wrote down is told with the setting in which to write it', () => {
  const [finding] = findingsIn({ ...wellHealth, keys: [{ of: 'teams', kind: 'secret' }] })
  expect(finding).toMatchObject({ kind: 'watch', toDo: expect.stringContaining('QUORATE_BOT_CLIENT_SECRET_ENDS') as unknown })
})

test.each([
  ['2026-10-13T12:40:00Z', 0], // thirty minutes ago
  ['2026-10-13T12:39:59Z', 1],
])('work due since %s is %i finding', (dueSince, count) => {
  expect(told({ work: [{ job: 'import-register', nextAt: '2026-10-13T23:05:00Z', dueSince }] })).toHaveLength(count)
})

test.each([
  ['2026-10-13T13:10:00Z', 0], // this very moment
  ['2026-10-13T13:09:59Z', 1],
])('a subscription that lasts until %s is %i finding', (listeningUntil, count) => {
  const [mailbox] = wellHealth.mailboxes
  expect(told({ mailboxes: mailbox ? [{ ...mailbox, listeningUntil }] : [] })).toHaveLength(count)
})

test('what waits for somebody comes before what mends itself, and each says what to do', () => {
  const found = findingsIn(illHealth)
  const kinds = found.map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(kinds)
  expect(new Set(kinds)).toEqual(new Set(['act', 'watch']))
  for (const { toDo } of found) expect(toDo).toMatch(/\.$/)
})

test('texts that rest are told by why: a pause, the day’s limit, a key that is refused, or none', () => {
  const until = '2026-10-13T17:00:00Z'
  expect(told({ resting: [{ channel: 'text', until }] })).toEqual(['watch: Texts wait until 6pm today'])
  expect(told({ resting: [{ channel: 'text', until, because: 'limit-reached' }] })).toEqual(['act: Texts wait: the day’s limit is reached'])
  expect(told({ resting: [{ channel: 'text', until, because: 'misconfigured' }] })).toEqual([
    'act: Texts have stopped: Quorate’s key or sign-in is not accepted',
  ])
  const keys: HealthView['keys'] = [{ of: 'notify', kind: 'none' }]
  expect(told({ keys, resting: [{ channel: 'text', until, because: 'misconfigured' }] })).toEqual([
    'watch: Texts are not sent: Quorate has no key of GOV.UK Notify',
  ])
  expect(told({ keys, resting: [{ channel: 'email', until, because: 'misconfigured' }] })).toEqual([
    'act: Emails have stopped: Quorate’s key or sign-in is not accepted',
  ])
})

test.each([
  ['not-allowed', 'Emails have stopped: Quorate is not let in', 'the guide to installing, step 9'],
  ['no-mailbox', 'Emails have stopped: there is no such sending mailbox', 'in Exchange Online'],
  ['misconfigured', 'Emails have stopped: Quorate’s key or sign-in is not accepted', 'under Rotate'],
])('email that has stopped for %s is not blamed on anything else', (because, what, toDo) => {
  const found = findingsIn({ ...wellHealth, resting: [{ channel: 'email', until: '2026-10-13T17:00:00Z', because }] })
  expect(found).toEqual([{ kind: 'act', what, toDo: expect.stringContaining(toDo) as unknown }])
})
