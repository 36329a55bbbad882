import { describe, expect, test } from 'vitest'
import { presets } from '../../domain/rulebook/presets.ts'
import { planBody, type PlanPoint } from '../../api/contracts/plan.ts'
import { draftOf } from '../../tab/features/details/draft.ts'
import { findingsIn, findingsText } from '../events/findings.ts'
import { mostCharacters, messageOf } from '../events/words.ts'
import type { OpenAppointment } from '../office/appointment.ts'
import { isHeld, lackingIn, leftFor, planOf, toLookAt } from './found.ts'

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
const { sending: rules } = presets['tower-hamlets']
const standing = { appointment, isKept: true, rules }
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
const missing: PlanPoint = { weight: 'warning', about: 'missing', members: [{ memberId: 'm2', name: 'Cllr Birch' }] }
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
    expect(left.held).toEqual([])
    expect(left.lines).toHaveLength(1)
    expect(left.lines[0]).toContain('Licensing Sub-Committee')
    expect(messageOf(left.lines, false).length).toBeLessThanOrEqual(mostCharacters)
  })

  test('C1.7 holds an invitation that narrows what is for all Members, and no other', () => {
    const left = leftFor({ points: [clash, narrowed] }, standing)
    expect(left.held).toEqual([left.lines[1]])
    expect(leftFor({ points: [past, unmarked, clash] }, standing).held).toEqual([])
    expect(leftFor({ points: [past, unmarked] }, standing).lines).toEqual([])
  })

  test('C1.7 only warns of an audience that is refused in the pane, and so never kept in the appointment', () => {
    const left = leftFor({ points: [narrowed] }, { ...standing, isKept: false })
    expect(left.held).toEqual([])
    expect(left.lines).toHaveLength(1)
  })

  test('C1.7 leaves nothing while it is not known of what stands now: an old hold would outlive its reason', () => {
    expect(findingsIn(findingsText(leftFor({ points: [narrowed] }, standing)))?.held).toHaveLength(1)
    expect(leftFor(undefined, standing)).toEqual({ of: '', lines: [], held: [], holds: [] })
  })

  test.each([
    ['narrowed', narrowed],
    ['clash', clash],
    ['missing', missing],
  ] as const)('C1.3 C1.7 C14.3 holds or warns of what is %s as the council’s rules say, and only of that', (rule, point) => {
    const leftBy = (weight: 'warn' | 'hold') => leftFor({ points: [point] }, { ...standing, rules: { ...rules, [rule]: weight } })
    expect(leftBy('hold').held).toEqual(leftBy('hold').lines)
    expect(leftBy('warn')).toMatchObject({ held: [], lines: leftBy('hold').lines })
    expect(isHeld(point, { isKept: true, rules: { ...rules, narrowed: 'warn', [rule]: 'hold' } })).toBe(true)
    expect(isHeld(notice, { isKept: true, rules: { ...rules, [rule]: 'hold' } })).toBe(false)
  })

  test('C1.9 leaves what the rules say of what only sending shows, whatever is known of the date', () => {
    const strict = { ...standing, rules: { ...rules, noAim: 'hold', nobody: 'hold' } } as const
    expect(leftFor(undefined, strict).holds).toEqual(['nobody', 'noAim'])
    expect(leftFor({ points: [] }, strict).holds).toEqual(['nobody', 'noAim'])
    expect(leftFor({ points: [] }, standing).holds).toEqual([])
  })

  test('C1.9 tells in the pane too what the rules hold it for, of an aim only until it was saved', () => {
    const strict = { ...rules, noAim: 'hold', nobody: 'hold' } as const
    const alone = { invited: [], isSaved: false }
    expect(lackingIn(alone, { aims: ' ' }, strict)).toEqual(['nobody', 'noAim'])
    expect(lackingIn(alone, { aims: 'Chair a meeting' }, strict)).toEqual(['nobody'])
    expect(lackingIn({ ...alone, isSaved: true }, { aims: '' }, strict)).toEqual(['nobody'])
    expect(lackingIn(appointment, { aims: '' }, strict)).toEqual(['noAim'])
    expect(lackingIn(alone, { aims: '' }, rules)).toEqual([])
  })

  test('says nothing of a clash that officers have accepted', () => {
    const accepted = { ...clash, accepted: { by: 'Hannah', at: '2026-10-01T09:00:00Z', reason: 'No other day' } }
    expect(leftFor({ points: [accepted] }, standing).lines).toEqual([])
  })
})
