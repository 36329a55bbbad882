import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aMember, anOfficer, aPersonId, towerHamlets } from '../testing/builders.ts'
import { leadsGroup, officersWhoMayHelp, partIn, seesStandingOf, type PdpAsker } from './pdp.ts'

const on = day('2026-10-20')
const rules = { pdp: { ...towerHamlets.pdp, readers: ['officer901@thamesbrook.example'] } }
const owner = aMember(1, { group: 'Civic Alliance' })
const supporter = aPersonId(902)

const officer = (number: number, given: Partial<PdpAsker> = {}): PdpAsker => ({
  personId: aPersonId(number),
  roles: ['officer'],
  address: `officer${number}@thamesbrook.example`,
  ...given,
})
const partOf = (asker: PdpAsker, member = owner) => partIn({ member, supporter }, asker, rules, on)
const posts = (...held: string[]) => aMember(2, { group: 'Civic Alliance', posts: held })
const asMember = (member: typeof owner): PdpAsker => ({ personId: aPersonId(2), roles: [], address: '', member })

test.each([
  ['its Member', asMember(owner), 'owner'],
  ['the supporter', officer(902), 'supporter'],
  ['a designated officer, however the address is written', officer(901, { address: 'Officer901@Thamesbrook.example' }), 'designated'],
  ['another officer', officer(903), 'none'],
  ['an officer whose address nobody knows', officer(901, { address: '' }), 'none'],
  ['whoever was the supporter and is no officer any more', officer(902, { roles: [] }), 'none'],
  ['whoever was designated and is only an administrator', officer(901, { roles: ['administrator'] }), 'none'],
  ['a leader of the group', asMember(posts('Group Leader, Civic Alliance')), 'none'],
  ['a whip of the group', asMember(posts('Group Whip, Civic Alliance')), 'none'],
  ['another Member', asMember(aMember(3)), 'none'],
] as const)('C6.22 a plan is read by its Member, the supporter and designated officers only: %s', (_who, asker, part) => {
  expect(partOf(asker)).toBe(part)
})

test('C6.22 the plan of a Member who has left is closed to everybody from the day after', () => {
  const last = { ...owner, to: on }
  expect([asMember(last), officer(901), officer(902)].map((asker) => partOf(asker, last))).toEqual(['owner', 'designated', 'supporter'])
  const gone = { ...owner, to: on.subtract({ days: 1 }) }
  expect([asMember(gone), officer(901), officer(902)].map((asker) => partOf(asker, gone))).toEqual(['none', 'none', 'none'])
})

test.each([
  [['Group Leader, Civic Alliance'], true],
  [['Group Whip'], true],
  [['Deputy Group Leader'], false],
  [['Chair, Planning Committee'], false],
])('C6.22 whoever is %j leads a group: %s', (held, leads) => {
  expect(leadsGroup(posts(...held), rules, on)).toBe(leads)
})

test('C6.22 a whip sees the standing of their own group, an officer of all, and others of nobody', () => {
  const others = [owner, aMember(3, { group: 'Riverside' }), aMember(4), aMember(5, { group: 'Civic Alliance', to: day('2026-10-19') })]
  const whip = posts('Group Whip, Civic Alliance')
  const seen = (asker: PdpAsker) => [...seesStandingOf(asker, [whip, ...others], rules, on)]
  expect(seen(asMember(whip))).toEqual(['m2', 'm1'])
  expect(seen(officer(903))).toEqual(['m2', 'm1', 'm3', 'm4'])
  expect(seen(asMember(owner))).toEqual([])
  const { group: _none, ...ungrouped } = whip
  expect(seen(asMember(ungrouped))).toEqual([])
  expect(seen(officer(903, { roles: ['administrator'] }))).toEqual([])
})

test('C6.22 who can help with a plan is an officer in the role who is no Member, and one who was a Member until yesterday', () => {
  const also = { ...anOfficer(3), id: aPersonId(3) }
  const administrator = { ...anOfficer(904), roles: ['administrator' as const] }
  const may = (to?: typeof on) =>
    officersWhoMayHelp([anOfficer(901), also, administrator], [aMember(3, { personId: also.id, ...(to ? { to } : {}) })], on)
  expect(may().map(({ id }) => id)).toEqual([anOfficer(901).id])
  expect(may(on).map(({ id }) => id)).toEqual([anOfficer(901).id])
  expect(may(on.subtract({ days: 1 })).map(({ id }) => id)).toEqual([anOfficer(901).id, also.id])
})
