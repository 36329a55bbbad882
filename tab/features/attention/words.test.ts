import { expect, test } from 'vitest'
import { attention, bulletinLapsed, briefsOwed } from '../../testing/officer-fixtures.ts'
import { now } from '../../testing/people.ts'
import { leadWords, rowWords } from './words.ts'

test('every kind of row has a claim, a reason and an act of its own', () => {
  const rows = attention.rows.map((row) => rowWords(row, now))
  expect(new Set(attention.rows.map(({ kind }) => kind)).size).toBe(13)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  for (const { claim, why, act } of rows) expect([claim.length > 0, why.length > 0, act !== undefined]).toEqual([true, true, true])
})

test('C3.12 whom to ring is named with why', () => {
  const [ring] = attention.rows
  if (!ring) throw new Error('no row')
  const { claim, why, when } = rowWords(ring, now)
  expect(claim).toBe('Ring 2 Members about Planning: making sound decisions, cancelled at 2:02pm')
  expect(why).toBe('Cllr Hugh Amblecote (no mobile number) and Cllr Gareth Penhallow (text not confirmed). 3 texts delivered, 1 rung.')
  expect(when).toBe('Starts Thursday 10am')
})

test('C3.4 what is postponed, and must be moved, is not said to start', () => {
  const moved = { kind: 'to-move', group: 'decide', sessionId: 's', title: 'Chairing', postponedAt: now, by: 'Hannah Brightwell' } as const
  expect(rowWords({ ...moved, startsAt: '2026-10-15T09:00:00Z' }, now).when).toBe('Was to start Thursday 10am')
  expect(rowWords({ ...moved, startsAt: '2026-10-06T09:00:00Z' }, now).when).toMatch(/^Was to be on Tuesday 6\sOctober$/)
})

test('C3.4 a deadline that has passed is not shown as to come', () => {
  const decide = attention.rows.find((row) => row.kind === 'decide')
  if (!decide) throw new Error('no row')
  expect(rowWords(decide, now).when).toBe('By 5pm this Thursday')
  expect(rowWords({ ...decide, decideBy: '2026-10-12T11:00:00Z' }, now).when).toBe('Was due by noon yesterday')
})

test('C4.4 limited places that have closed wait for the draw, and then for whoever confirms it', () => {
  const row = attention.rows.find(({ kind }) => kind === 'places-waiting')
  if (row?.kind !== 'places-waiting') throw new Error('no row')
  const toDraw = rowWords(row, now)
  expect(toDraw.claim).toBe('Leadership weekend: make the draw for 2 places')
  expect(toDraw.why).toMatch(/^It closed on Monday 12 October 2026, 6pm\. 4 Members are interested/)
  expect(toDraw.act?.to).toEqual({ page: 'places', offerId: row.offerId })
  expect(rowWords({ ...row, waitsFor: 'confirmation' }, now).claim).toBe('Leadership weekend: confirm who has a place')
  expect(rowWords({ ...row, waitsFor: 'next' }, now).claim).toBe('Leadership weekend: a place is free for the next on the list')
})

test('C4.4 C4.14 of messages that did not arrive each is told once with why, and what to do about an address that is wrong', () => {
  const places = attention.rows.find((row) => row.kind === 'places-failed')
  const session = attention.rows.find((row) => row.kind === 'message-failed')
  if (!places || !session) throw new Error('no row')
  expect(rowWords(places, now)).toMatchObject({
    claim: '1 email about the limited places at Leadership weekend did not arrive',
    why: 'Cllr Hugh Amblecote (it could not be delivered to that address). Tell them another way, and have the address put right: a Member’s in modern.gov, an officer’s in Microsoft 365, a partner’s in Settings.',
    act: { words: 'See the places', to: { page: 'places', offerId: places.offerId } },
  })
  expect(rowWords({ ...places, failed: [{ name: 'a Member who is interested', because: 'came-back' }] }, now).why).toMatch(/^A Member who/)
  const [failed] = session.failed
  expect(rowWords({ ...session, failed: failed ? [failed, failed] : [] }, now)).toMatchObject({
    claim: '2 messages about Planning: making sound decisions did not arrive',
    why: 'Cllr Simon Quarrie (number not in use).',
  })
})

test('C4.2 a bulletin that nobody has released says until when it can be, and one that never left what is to be done', () => {
  const row = attention.rows.find(({ kind }) => kind === 'bulletin-unreleased')
  if (row?.kind !== 'bulletin-unreleased') throw new Error('no row')
  const early = rowWords(row, '2026-10-15T14:59:59Z')
  expect(plain(early.claim)).toBe('The bulletin of Thursday 15 October is not released')
  expect(plain(early.why)).toBe('Nobody gets it until you release it. After 4am tomorrow it is not sent any more.')
  expect(plain(early.when)).toBe('By 4pm today')
  expect(early.act?.to).toEqual({ page: 'bulletin' })
  const late = rowWords(row, row.dueAt)
  expect(plain(late.why)).toBe('It leaves as soon as you release it. After 4am tomorrow it is not sent any more.')
  expect(plain(late.when)).toBe('Was due by 4pm today')
  const [lapsed] = bulletinLapsed.rows
  if (lapsed?.kind !== 'bulletin-lapsed') throw new Error('no row')
  const never = rowWords(lapsed, now)
  expect(plain(never.claim)).toBe('The bulletin of Thursday 8 October was not sent')
  expect(never.why).toBe('Nobody released it in time. What stood in it goes into the next one: release that in good time.')
  expect(never.act?.to).toEqual({ page: 'bulletin' })
  expect(rowWords({ ...lapsed, because: 'too-late' }, now).why).toBe(
    'Quorate could not send it in time. What stood in it goes into the next one.',
  )
})

test('C2.10 a register that nobody has filled in says whom Teams shows, where it shows anybody', () => {
  const row = attention.rows.find(({ kind }) => kind === 'register-empty')
  if (row?.kind !== 'register-empty') throw new Error('no row')
  const said = rowWords(row, now)
  expect(said.claim).toBe('Nobody has filled in the register of Who does what at the Council')
  expect(said.why).toBe('Teams shows 4 Members who joined: confirm there who attended.')
  expect(plain(said.when)).toBe('Was on Thursday 8 October')
  expect(said.act?.to).toEqual({ page: 'register', sessionId: row.sessionId })
  const { joined: _nobody, ...inTheRoom } = row
  expect(rowWords(inTheRoom, now).why).toBe('Until somebody does, nobody counts as having been there.')
})

test('C1.11 a brief that is owed leads to it, to the aims where there are none, and says when it has changed', () => {
  const [ready, aimless, outdated] = briefsOwed.map((row) => rowWords(row, now))
  expect(ready).toMatchObject({
    claim: 'Planning: making sound decisions: give the presenter the brief',
    act: { words: 'See the brief', to: { page: 'brief', sessionId: 's-planning' } },
  })
  expect(ready?.why).toBe('Arranged by Hannah Brightwell. It opens with the aims, so that the session can begin with them.')
  expect(aimless).toMatchObject({ act: { words: 'Put them down', to: { page: 'details', sessionId: 's-reading' } } })
  expect(aimless?.why).toContain('nobody has put them down yet')
  expect(outdated).toMatchObject({ act: { to: { page: 'brief' } } })
  expect(outdated?.claim).toBe('Local Plan briefing: the brief has changed since the presenter got it')
})

const plain = (said: string | undefined) => said?.replaceAll('\u00A0', ' ')

test.each([
  [0, 'Nothing needs you'],
  [1, 'One thing. It stays here until it is dealt with, or until its time has passed.'],
  [8, '8 things, the most pressing first. Each stays here until it is dealt with, or until its time has passed.'],
])('%i rows: %s', (many, lead) => {
  expect(leadWords(many)).toBe(lead)
})
