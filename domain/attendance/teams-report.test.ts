import { expect, test } from 'vitest'
import { aMark, aMemberId, aPersonId, aRecord, aSession, someMembers, startsAt, towerHamlets } from '../testing/builders.ts'
import { registerOf } from './register.ts'
import { minutesWithin, othersJoined, suggestionsOf, type Joined, type TeamsReport } from './teams-report.ts'

const members = someMembers(4)
const session = aSession({ accepted: 3, endsAt: startsAt.add({ minutes: 60 }) })
const spell = (from: number, to: number) => ({ from: startsAt.add({ minutes: from }), to: startsAt.add({ minutes: to }) })
const joined = (number: number, ...spells: readonly (readonly [number, number])[]): Joined => ({
  personId: aPersonId(number),
  name: `Person ${number}`,
  spells: spells.map(([from, to]) => spell(from, to)),
})
const report = (...people: readonly Joined[]): TeamsReport => ({ kind: 'read', at: startsAt, people })

function suggested(given: TeamsReport | undefined, marks = aRecord(session).marks, rule = towerHamlets.attendance) {
  const register = registerOf(aRecord(session, { marks }), members, towerHamlets)
  return suggestionsOf(session, given, { register, members, rule })
}

test('C2.6 who joined in Teams is suggested with the minutes, and recorded of nobody', () => {
  expect(suggested(report(joined(1, [2, 54])))).toEqual([{ memberId: aMemberId(1), minutes: 52, of: 60, enough: true }])
  expect(registerOf(aRecord(session, { teamsReport: report(joined(1, [0, 60])) }), members, towerHamlets).rows[0]?.recorded).toBe(
    'not-recorded',
  )
})

test('C2.6 half of the session is enough under the rule of half, and a minute less is not', () => {
  expect(suggested(report(joined(1, [0, 30]), joined(2, [0, 29]))).map(({ enough }) => enough)).toEqual([true, false])
  const atAll = { ...towerHamlets.attendance, countsFromPercent: 0 }
  expect(suggested(report(joined(1, [0, 1])), [], atAll)).toMatchObject([{ enough: true }])
})

test('only minutes of the session’s own time count, each once, in however many spells and on however many devices', () => {
  expect(minutesWithin(session, [spell(-30, 10), spell(50, 90)])).toBe(20)
  expect(minutesWithin(session, [spell(0, 40), spell(10, 30), spell(35, 45)])).toBe(45)
  expect(minutesWithin(session, [spell(-30, 0), spell(60, 90)])).toBe(0)
  expect(minutesWithin(session, [])).toBe(0)
})

test('nobody is suggested who is recorded as there, or who joined only before or after', () => {
  const marks = [aMark(1, 'in-person'), aMark(2, 'absent', { number: 2 })]
  expect(suggested(report(joined(1, [0, 60]), joined(2, [0, 60]), joined(3, [60, 70])), marks).map(({ memberId }) => memberId)).toEqual([
    aMemberId(2),
  ])
})

test('a Member is known by account or else by address, and one who joined twice is one', () => {
  const byAddress: Joined = { address: 'member1@thamesbrook.example', name: 'M1', spells: [spell(30, 60)] }
  expect(suggested(report(byAddress, joined(1, [0, 20])))).toMatchObject([{ memberId: aMemberId(1), minutes: 50 }])
  expect(othersJoined(session, report(byAddress, joined(77, [0, 60]), { name: 'Dial-in', spells: [] }), members)).toBe(2)
})

test('without a report nothing is suggested: that there is none does not mean that nobody was there', () => {
  expect(suggested(undefined)).toEqual([])
  expect(suggested({ kind: 'none', at: startsAt, because: 'not-allowed' })).toEqual([])
  expect(othersJoined(session, undefined, members)).toBe(0)
})
