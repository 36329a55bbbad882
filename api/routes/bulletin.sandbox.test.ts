import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import { bulletin, bulletinDelivery, bulletinPreview, myBulletin, myBulletins, notices } from '../contracts/bulletin.ts'
import { problem } from '../contracts/shared.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'

const rulebook = {
  ...towerHamlets,
  bulletin: {
    ...towerHamlets.bulletin,
    on: 'thursday' as const,
    at: '16:00',
    recurring: [{ id: 'hpl', label: 'Highlighting Political Leadership', every: 'quarter' as const }],
  },
}
const now = instant('2026-10-13T08:00:00Z')
const due = '2026-10-15T15:00:00Z'
const issuePath = '/api/bulletin/issue-2026-w42'
let council: TestCouncil
let service: Served
let officer: string
let member: string

beforeAll(async () => {
  council = await testCouncil({
    now,
    rulebook,
    members: someMembers(4),
    officers: [anOfficer(901), anOfficer(902)],
    sessions: [
      aSession({ accepted: 2, none: 2 }),
      aSession({ id: sessionId('s2'), title: 'Equalities', startsAt: instant('2026-12-01T18:00:00Z'), none: 4 }),
    ],
  })
  await council.advanceTo(now)
  await tendBulletin(council.council)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  member = await service.tokenFor(aPersonId(3))
})
afterAll(async () => service.close())

const read = async () => bulletin.parse((await service.ask('GET', '/api/bulletin', { token: officer })).body)
const issueNow = async () => {
  const { issue } = await read()
  if (!issue) throw new Error('there is no issue')
  return issue
}
const refusalOf = async (method: string, path: string, body?: unknown) =>
  problem.parse((await service.ask(method, path, { token: officer, ...(body === undefined ? {} : { body }) })).body)

test('C1.9, C4.2, C4.3, C4.6 the issue as officers see it: its sections, what does not say its aims, what is announced late, what nobody has passed on', async () => {
  const page = await read()
  expect(page).toMatchObject({ name: 'Member Bulletin', members: 4, next: due, past: [] })
  expect(page.issue).toMatchObject({ issueId: 'issue-2026-w42', number: 1, dueAt: due, state: 'draft' })
  expect(
    page.issue?.sections.filter(({ items }) => items.length > 0).map(({ id, items }) => [id, items.map(({ title }) => title)]),
  ).toEqual([['new', ['Chairing a difficult meeting', 'Equalities']]])
  expect(page.issue?.warnings).toEqual([
    { kind: 'no-aims', sessionId: 's1', title: 'Chairing a difficult meeting', startsAt: '2026-10-27T18:30:00Z', held: false },
    { kind: 'no-aims', sessionId: 's2', title: 'Equalities', startsAt: '2026-12-01T18:00:00Z', held: false },
    { kind: 'late-notice', sessionId: 's1', title: 'Chairing a difficult meeting', startsAt: '2026-10-27T18:30:00Z', weeks: 4, issues: 2 },
    { kind: 'none-passed-on', label: 'Highlighting Political Leadership', until: '2026-12-31', missed: false },
  ])
})

test('C4.5, C4.7 what an officer puts down stands in the issue, beside the session it can be done instead of', async () => {
  const weekend = {
    section: 'external',
    title: 'Leadership weekend',
    provider: 'London Councils',
    costPence: 39_000,
    from: '2027-01-15',
    to: '2027-01-17',
    roles: ['Chairs of committees'],
    link: 'https://www.example.org/weekend',
  }
  const first = await service.ask('POST', '/api/bulletin/notices', { token: officer, body: weekend })
  expect(first.status).toBe(201)
  const slides = { section: 'own-time', title: 'Slides: Equalities', minutes: 15, insteadOf: 's2' }
  const all = notices.parse((await service.ask('POST', '/api/bulletin/notices', { token: officer, body: slides })).body)
  expect(all.notices).toMatchObject([
    { title: 'Leadership weekend', recognised: true, addedBy: 'Officer 901' },
    { title: 'Slides: Equalities', insteadOf: 'Equalities', stands: 'next-issue' },
  ])
  const { text } = bulletinPreview.parse((await service.ask('GET', `${issuePath}/preview/m3`, { token: officer })).body)
  expect(text).toContain('Or in your own time: Slides: Equalities, about 15 minutes.')
  expect(text).toContain('By London Councils, a provider your council recognises.\nIt costs £390.\nIt suits: Chairs of committees.')
})

test('what cannot be put down is refused in words', async () => {
  const base = { section: 'external', title: 'x' }
  expect(await refusalOf('POST', '/api/bulletin/notices', { ...base, link: 'javascript:alert(1)' })).toMatchObject({ status: 400 })
  expect(await refusalOf('POST', '/api/bulletin/notices', { ...base, from: '2027-01-02', to: '2027-01-01' })).toMatchObject({ status: 400 })
  expect(await refusalOf('POST', '/api/bulletin/notices', { ...base, insteadOf: 's9' })).toMatchObject({ refusal: 'no-such-session' })
  expect(await refusalOf('POST', '/api/bulletin/notices', { ...base, recurring: 'other' })).toMatchObject({ refusal: 'no-such-recurring' })
  expect(await refusalOf('DELETE', '/api/bulletin/notices/n9')).toMatchObject({ status: 404 })
})

test('C4.2 words, order and ticks are kept, and shown as a chosen Member would get them', async () => {
  const { seen } = await issueNow()
  const sections = [
    { id: 'external', on: true, words: 'Two places each.' },
    { id: 'new', on: true },
  ]
  const body = { seen, opening: 'Half-term is nearly here.', sections }
  expect((await service.ask('PUT', issuePath, { token: officer, body })).status).toBe(200)
  expect((await service.ask('PUT', issuePath, { token: officer, body })).status).toBe(200) // sent again, because no answer came
  const others = { ...body, opening: 'Half-term is over.' }
  expect(await refusalOf('PUT', issuePath, others)).toMatchObject({ status: 412, refusal: 'changed-since-seen' })
  const { page } = bulletinPreview.parse((await service.ask('GET', `${issuePath}/preview/m1`, { token: officer })).body)
  expect(page.sections.map(({ id }) => id)).toEqual(['external', 'new'])
  expect(page).toMatchObject({ opening: 'Half-term is nearly here.', subject: 'Member Bulletin: 2 new sessions' })
  expect(page.sections[1]?.items[0]?.lines).toContain('You accepted.')
  expect((await service.ask('GET', `${issuePath}/preview/m9`, { token: officer })).status).toBe(404)
})

test('C4.2, C4.17 released, taken back, released, sent; then read again by Members and accounted for to officers', async () => {
  const { seen } = await issueNow()
  const first = await service.ask('POST', `${issuePath}/release`, { token: officer, body: { seen } })
  expect(bulletin.parse(first.body).issue).toMatchObject({ state: 'released', releasedBy: 'Officer 901' })
  expect((await service.ask('POST', `${issuePath}/release`, { token: officer, body: { seen } })).status).toBe(200)
  expect(await refusalOf('PUT', issuePath, { seen, sections: [] })).toMatchObject({ refusal: 'released' })
  expect((await service.ask('POST', `${issuePath}/take-back`, { token: officer })).status).toBe(200)
  await service.ask('POST', `${issuePath}/release`, { token: officer, body: { seen } })
  await council.advanceTo(instant(due))
  expect(await refusalOf('POST', `${issuePath}/take-back`)).toMatchObject({ status: 409, refusal: 'has-left' })

  const mine = myBulletins.parse((await service.ask('GET', '/api/my/bulletins', { token: member })).body)
  expect(mine.issues).toMatchObject([{ issueId: 'issue-2026-w42', number: 1, sentAt: due }])
  const again = myBulletin.parse((await service.ask('GET', '/api/my/bulletins/issue-2026-w42', { token: member })).body)
  expect(again.page.headline).toBe('Thamesbrook Council, Thursday 15 October 2026, issue 1')
  const delivery = bulletinDelivery.parse((await service.ask('GET', `${issuePath}/delivery`, { token: officer })).body)
  expect(delivery.rows.map(({ name, state }) => [name, state])).toEqual([1, 2, 3, 4].map((number) => [`Cllr Member ${number}`, 'sent']))
  const after = await read()
  expect(after.issue).toBeUndefined()
  expect(after).toMatchObject({ next: '2026-10-22T15:00:00Z', past: [{ number: 1 }] })
  expect((await service.ask('GET', '/api/my/bulletins/issue-2026-w43', { token: member })).status).toBe(404)
})
