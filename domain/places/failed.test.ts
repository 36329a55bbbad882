import { expect, test } from 'vitest'
import { dutyOf } from '../duties/duty-ids.ts'
import type { DutyOutcome, Purpose } from '../duties/duty.ts'
import type { Officer } from '../members/officer.ts'
import { aMember, aMemberId, aPersonId, anOfficer, done } from '../testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../testing/places.ts'
import { failedMails } from './failed.ts'
import type { Offer } from './offer.ts'

const now = closesAt.add({ hours: 24 })
const endsAt = now.add({ hours: 24 })
const memberId = aMemberId(1)
const said = { at: closesAt, by: aPersonId(901), byName: 'Officer 901' }
const draw = { ...said, order: [{ memberId, ticket: 'ticket1', meets: [], number: '1' }], leftOut: [] }
const rounds = [{ ...said, places: 2, given: [memberId] }]
const cameBack: DutyOutcome = { kind: 'sent', at: closesAt, delivery: { status: 'permanent-failure', at: now } }
const outcome: Purpose = { kind: 'place-outcome', memberId, round: 0 }
const closed: Purpose = { kind: 'places-closed', officerId: aPersonId(901), closesAt }
const over: Purpose = { kind: 'places-over', memberId, since: closesAt }
const onAgain: Purpose = { kind: 'places-on-again', memberId, since: closesAt }

type Given = {
  readonly offer?: Partial<Offer>
  readonly standing?: 'given-up'
  readonly calledOffAt?: typeof now
  readonly what?: DutyOutcome
  readonly officers?: readonly Officer[]
}

function failed(
  purpose: Purpose,
  { offer: given = {}, standing, calledOffAt, what = cameBack, officers = [anOfficer(901)] }: Given = {},
  at = now,
) {
  const offer = anOffer(given)
  const record = {
    offer,
    interests: [anInterest(1, standing ? { standing } : {})],
    duties: [done(dutyOf(offer.id, purpose, 'email', { notBefore: closesAt, notAfter: endsAt }), what)],
  }
  const isOff = calledOffAt !== undefined
  return failedMails(record, { members: [aMember(1)], officers, now: at, isOff, ...(isOff ? { calledOffAt } : {}) })
}
const told = (name: string | undefined, because = 'came-back') => [{ name, because }]

test('C4.4 an email about limited places that did not arrive is named by whoever should have had it, and why', () => {
  expect(failed(outcome, { offer: { draw, rounds } })).toEqual(told('Cllr Member 1'))
  expect(failed(outcome, { offer: { draw, rounds }, what: { kind: 'failed', at: now, because: 'refused' } })).toEqual(
    told('Cllr Member 1', 'refused'),
  )
  expect(failed(outcome, { offer: { draw, rounds }, what: { kind: 'sent', at: now } })).toEqual([])
  expect(failed(closed)).toEqual(told('Officer 901'))
})

test('C4.4 what nobody need be told any more is not named', () => {
  expect(failed(outcome, { offer: { draw, rounds }, standing: 'given-up' })).toEqual([])
  expect(failed(closed, { offer: { draw } })).toEqual([])
  expect(failed(outcome, { offer: { draw, rounds }, calledOffAt: now })).toEqual([])
  expect(failed(outcome, { offer: { draw, rounds } }, endsAt.subtract({ seconds: 1 }))).toHaveLength(1)
  expect(failed(outcome, { offer: { draw, rounds } }, endsAt)).toEqual([])
})

test('C4.4 whoever is no officer any more is not among those to be told', () => {
  expect(failed(closed, { officers: [anOfficer(902)] })).toEqual([])
})

test('C4.4 before the draw nobody sees by it who is interested, unless it is called off', () => {
  expect(failed(over, { calledOffAt: closesAt })).toEqual(told('Cllr Member 1'))
  expect(failed(onAgain)).toEqual(told(undefined))
  expect(failed(onAgain, { offer: { draw } })).toEqual(told('Cllr Member 1'))
})
