import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import type { Found, Look } from '../ports/access.ts'
import { testCouncil } from '../testing/council.ts'
import { checkAccess } from './check-access.ts'

const now = instant('2026-11-02T10:00:00Z')
const signal = new AbortController().signal
const outsideMailbox = 'chief.executive@thamesbrook.example'

async function checked(answer: (look: Look) => Found, { names = true, reads = true } = {}) {
  const world = await testCouncil({
    now,
    rulebook: towerHamlets,
    profile: names ? { outsideMailbox } : {},
    members: reads ? [aMember(1)] : [],
  })
  const mailbox = { mailbox: aPersonId(901), name: 'Officer 901', address: 'officer901@thamesbrook.example', shared: false, dirty: false }
  if (reads) await world.council.mailboxes.save(mailbox, 'new')
  const asked: Look[] = []
  const probe = { look: async (look: Look) => (asked.push(look), answer(look)) }
  const found = await checkAccess(world.council, probe, signal)
  return { found, asked, kept: await world.council.access.lately() }
}

test('each right is tried, the mailbox outside too, and what was found is kept', async () => {
  const { found, asked, kept } = await checked((look) => ('address' in look && look.address === outsideMailbox ? 'refused' : 'open'))
  expect(asked).toContainEqual({ at: 'calendar', address: 'officer901@thamesbrook.example' })
  // By the account in which answers are put down: the register's address may be no mailbox of the council's.
  expect(asked).toContainEqual({ at: 'calendar', person: aPersonId(1) })
  expect(found.found.map(({ need, found: came }) => `${need} ${came}`)).toEqual([
    'calendars open',
    'answers open',
    'sending-mailbox open',
    'people open',
    'lists open',
    'roles open',
    'rooms open',
    'meetings open',
  ])
  expect(found.outside).toEqual({ address: outsideMailbox, found: 'refused' })
  expect(kept).toEqual(found)
})

test.each<readonly [Found, Found, Found]>([
  ['refused', 'refused', 'refused'],
  ['open', 'refused', 'open'],
  ['refused', 'open', 'open'], // consent to mail was left in Entra, where it opens every mailbox
  ['no-answer', 'open', 'open'],
  ['refused', 'no-answer', 'no-answer'],
  ['no-answer', 'refused', 'no-answer'],
  ['no-such-mailbox', 'no-such-mailbox', 'no-such-mailbox'],
])('the mailbox outside, its calendar %s and its inbox %s, is %s', async (calendar, inbox, whole) => {
  const isOutside = (look: Look) => 'address' in look && look.address === outsideMailbox
  const { found } = await checked((look) => (!isOutside(look) ? 'open' : look.at === 'inbox' ? inbox : calendar))
  expect(found.outside).toEqual({ address: outsideMailbox, found: whole })
})

test('where nobody has named a mailbox outside, none is tried and none is told of', async () => {
  const { found, asked } = await checked(() => 'open', { names: false })
  expect(found).not.toHaveProperty('outside')
  expect(asked.map((look) => ('address' in look ? look.address : ''))).not.toContain(outsideMailbox)
})

test('while there is no mailbox to read and no Member, nothing is said of calendars, answers and meetings', async () => {
  const { found } = await checked(() => 'refused', { reads: false })
  expect(found.found.map(({ need }) => need)).toEqual(['sending-mailbox', 'people', 'lists', 'roles', 'rooms'])
})
