import { describe, expect, test } from 'vitest'
import { planBody, type PlanPoint } from '../../api/contracts/plan.ts'
import { draftOf } from '../../tab/features/details/draft.ts'
import { findingsIn } from '../events/findings.ts'
import { mostCharacters, messageOf } from '../events/words.ts'
import type { OpenAppointment } from '../office/appointment.ts'
import { leftFor, leftText, planOf, toLookAt } from './found.ts'

const appointment: OpenAppointment = {
  mode: 'writing',
  subject: 'Budgets',
  startsAt: '2026-11-12T14:00:00.000Z',
  endsAt: '2026-11-12T16:00:00.000Z',
  place: 'Committee Room 1',
  organiser: 'hannah@thamesbrook.example',
  invited: [{ name: 'Members (all)', address: 'members@thamesbrook.example', mayBeList: true }],
  categories: [],
  isSeries: false,
  isOneDate: false,
  isSaved: false,
}
const standing = { appointment, isKept: true }
const draft = draftOf({ details: { costs: [] } })
const clash: PlanPoint = {
  weight: 'warning',
  about: 'clash',
  clashId: 'c1',
  against: { kind: 'meeting', committee: 'Licensing Sub-Committee', startsAt: '2026-11-12T14:00:00Z' },
  affected: [{ memberId: 'm1', name: 'Cllr Ash' }],
}
const notice: PlanPoint = { weight: 'warning', about: 'notice', weeks: 4 }
const narrowed: PlanPoint = { weight: 'refused', about: 'audience-fixed' }
const past: PlanPoint = { weight: 'refused', about: 'past' }
const unmarked: PlanPoint = { weight: 'refused', about: 'room', trouble: 'not-marked', instead: [] }
const online: PlanPoint = { weight: 'note', about: 'offer-online' }

describe('C14.3 C14.9 what the service is asked of an appointment', () => {
  test('is the plan that it is, in the contract’s own shape', () => {
    const body = planOf(appointment, 'in-person-training', { ...draft, audience: 'committee', committee: 'Planning' })
    expect(planBody.parse(body)).toEqual(body)
    expect(body).toMatchObject({ title: 'Budgets', delivery: 'in-person', place: 'Committee Room 1', audience: { committee: 'Planning' } })
  })

  test('C12.7 says that somebody needs a hearing loop, and only where that was put down', () => {
    expect(planBody.parse(planOf(appointment, 'in-person-training', { ...draft, loopNeeded: true }))).toMatchObject({ loopNeeded: true })
    expect(planOf(appointment, 'in-person-training', draft)).not.toHaveProperty('loopNeeded')
  })

  test('C1.3 says who is invited, apart from them what may be a list, and of more than the service takes nothing', () => {
    const invited = (people: number, lists: number) => [
      ...Array.from({ length: people }, (_, index) => ({ name: 'A', address: `a${index}@thamesbrook.example`, mayBeList: false })),
      ...Array.from({ length: lists }, (_, index) => ({ name: 'L', address: `l${index}@thamesbrook.example`, mayBeList: true })),
    ]
    const asked = (given: OpenAppointment['invited']) =>
      planBody.parse(planOf({ ...appointment, invited: given }, 'in-person-training', draft)).invited
    expect(asked(invited(1, 1))).toEqual({ people: ['a0@thamesbrook.example'], lists: ['l0@thamesbrook.example'] })
    expect(asked([{ name: 'Still typed', address: '', mayBeList: true }])).toBeUndefined()
    expect(asked(invited(500, 100))?.people).toHaveLength(500)
    expect(asked(invited(501, 0))).toBeUndefined()
    expect(asked(invited(0, 101))).toBeUndefined()
  })

  test.each([
    ['a committee', { audience: 'committee' }],
    ['an office', { audience: 'office' }],
    ['a Member', { audience: 'named' }],
  ] as const)('leaves out whom it is for while %s is still to be chosen', (_what, given) => {
    const body = planOf(appointment, 'in-person-training', { ...draft, ...given })
    expect(planBody.parse(body)).not.toHaveProperty('audience')
  })

  test('is no trouble with neither title nor place, nor with a cost that is half written', () => {
    const costs = [{ category: '', pounds: 'lots', payable: 'committed', terms: [] }] as const
    const body = planOf({ ...appointment, subject: '', place: '', invited: [] }, 'in-person-training', { ...draft, costs })
    expect(planBody.parse(body)).toEqual({
      kind: 'in-person-training',
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      delivery: 'in-person',
    })
  })
})

describe('C14.3 what the pane found', () => {
  test('is to be looked at where it weighs, and only worth knowing where it does not', () => {
    expect(toLookAt({ points: [narrowed, clash, notice, online] })).toEqual([narrowed, clash, notice])
  })

  test('is left for the moment of sending where it is a clash, and alone', () => {
    const left = leftFor({ points: [clash, notice, online] }, standing)
    expect(left).toMatchObject({ hold: false })
    expect(left.lines).toHaveLength(1)
    expect(left.lines[0]).toContain('Licensing Sub-Committee')
    expect(messageOf(left.lines, false).length).toBeLessThanOrEqual(mostCharacters)
  })

  test('C1.7 holds an invitation that narrows what is for all Members, and no other', () => {
    expect(leftFor({ points: [clash, narrowed] }, standing)).toMatchObject({ hold: true })
    expect(leftFor({ points: [past, unmarked, clash] }, standing)).toMatchObject({ hold: false })
    expect(leftFor({ points: [past, unmarked] }, standing).lines).toEqual([])
  })

  test('C1.7 only warns of an audience that is refused in the pane, and so never kept in the appointment', () => {
    const left = leftFor({ points: [narrowed] }, { appointment, isKept: false })
    expect(left).toMatchObject({ hold: false })
    expect(left.lines).toHaveLength(1)
  })

  test('C1.7 leaves nothing while it is not known of what stands now: an old hold would outlive its reason', () => {
    expect(findingsIn(leftText({ points: [narrowed] }, standing))).toMatchObject({ hold: true })
    expect(findingsIn(leftText(undefined, standing))).toBeUndefined()
  })

  test('says nothing of a clash that officers have accepted', () => {
    const accepted = { ...clash, accepted: { by: 'Hannah', at: '2026-10-01T09:00:00Z', reason: 'No other day' } }
    expect(leftFor({ points: [accepted] }, standing).lines).toEqual([])
  })
})
