import { expect, test } from 'vitest'
import { aPersonId, arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { tryClosedAgain } from './change-mailbox.ts'

const mailboxOf = (number: number) => ({
  mailbox: aPersonId(number),
  name: `Officer ${number}`,
  address: `officer${number}@thamesbrook.example`,
  shared: false,
  dirty: false,
})

test('C1.1 a mailbox that was closed is tried again at once when somebody asks, and no other is', async () => {
  const { council } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  await council.mailboxes.save({ ...mailboxOf(901), closedToUs: 'not-allowed' }, 'new')
  await council.mailboxes.save({ ...mailboxOf(902), closedToUs: 'no-mailbox' }, 'new')
  await council.mailboxes.save(mailboxOf(903), 'new')
  await tryClosedAgain(council)
  const states = (await council.mailboxes.all()).map(({ value }) => [value.name, value.dirty])
  expect(Object.fromEntries(states)).toEqual({ 'Officer 901': true, 'Officer 902': true, 'Officer 903': false })
})
