import { expect, test } from 'vitest'
import { day } from '../../domain/kernel/time.ts'
import { aMark, aMember, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readRequirementsGrid } from './read-requirements-grid.ts'

const planner = aMember(1, { posts: ['Member, Planning Committee'], group: 'Riverside' })
const coOptee = aMember(2, { kind: 'co-optee' })
const left = aMember(3, { to: day('2026-09-30') })
const held = aSession({ title: 'Equalities', accepted: 1 })

async function gridOn(on?: string) {
  const one = await testCouncil({ now: startsAt, rulebook: towerHamlets, members: [planner, coOptee, left], sessions: [held] })
  const found = await one.council.sessions.find(held.id)
  if (!found) throw new Error('it was saved')
  await one.council.sessions.save({ session: found.session, history: [], marks: [aMark(1, 'in-person')] }, { etag: found.etag })
  await one.advance({ hours: 24 })
  const grid = await readRequirementsGrid(one.council, on ? day(on) : undefined)
  const at = (ruleId: string) => grid.rules.findIndex((rule) => rule.ruleId === ruleId)
  const cell = (member: number, ruleId: string) => grid.members.find(({ memberId }) => memberId === `m${member}`)?.cells[at(ruleId)]
  return { grid, cell }
}

test('C5.1 officers read how every Member in office stands to every rule', async () => {
  const { grid, cell } = await gridOn()
  expect(grid.members.map(({ memberId, group }) => [memberId, group])).toEqual([
    ['m1', 'Riverside'],
    ['m2', undefined],
  ])
  expect(grid.members.every(({ cells }) => cells.length === towerHamlets.mandatory.rules.length)).toBe(true)
  expect(cell(1, 'equalities')).toEqual({ status: 'done', day: '2026-10-27' })
  expect(cell(1, 'planning')).toEqual({ status: 'due', maySit: false })
  expect(cell(1, 'personal-safety')).toEqual({ status: 'due', day: '2027-05-11' })
})

test('C5.8 a co-optee is not shown as owing what is the Mayor’s and councillors’', async () => {
  const { cell } = await gridOn()
  expect(cell(2, 'equalities')).toEqual({ status: 'not-needed' })
})

test('C5.1 as at a day before, it says what was so on that day, of those who were in office then', async () => {
  const { grid, cell } = await gridOn('2026-09-30')
  expect(grid.members.map(({ memberId }) => memberId)).toEqual(['m1', 'm2', 'm3'])
  expect(cell(1, 'equalities')).toEqual({ status: 'due', day: '2027-05-11' })
})

test('C5.1 as at a day to come, it says what will be so if nothing more is done', async () => {
  const { cell } = await gridOn('2027-05-12')
  expect(cell(1, 'personal-safety')).toEqual({ status: 'overdue', day: '2027-05-11' })
})
