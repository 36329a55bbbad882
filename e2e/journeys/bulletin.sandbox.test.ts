import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bulletin, BulletinDelivery, MyBulletin, MyBulletins } from '../../api/contracts/bulletin.ts'
import type { Problem } from '../../api/contracts/shared.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

const chairing = 'Chairing a difficult meeting'
const budgets = 'Reading a council budget'
const members = ['m1', 'm2', 'm3', 'm4'] as const
let rig: Rig
let they: Officers

/** Thursdays at 4pm. It is Monday 5 October, 9am. */
beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: members.length,
      change: (world) => {
        world.rulebook.settings = { bulletin: { on: 'thursday', at: '16:00' } }
      },
    }),
  )
  await rig.startAnother()
  they = officersOf(rig)
}, 60_000)
afterAll(() => rig.close())

const bulletin = async () => (await rig.api<Bulletin>('officer', 'GET', '/bulletin')).body
async function issueNow(): Promise<NonNullable<Bulletin['issue']>> {
  const { issue } = await bulletin()
  if (!issue) throw new Error('there is no issue')
  return issue
}
const act = async (user: string, what: string, body: object = {}) =>
  rig.api<Bulletin & Problem>(user, 'POST', `/bulletin/${(await issueNow()).issueId}/${what}`, body)
const sentTo = async (member: string) => (await rig.mail(member)).filter(({ subject }) => subject.startsWith('Member Bulletin'))
const counts = async () => Promise.all(members.map(async (member) => (await sentTo(member)).length))

test('C4.2 with nothing to say no issue is drawn up', async () => {
  await rig.setClock('2026-10-06T06:00:00Z')
  await rig.settle()
  expect((await bulletin()).issue).toBeUndefined()
  expect(await bulletin()).toMatchObject({ next: '2026-10-08T15:00:00Z', members: 4 })
})

test(
  'C4.2 C4.3 what is arranged stands in the issue drawn up the next morning; officers put their words to it',
  { timeout: 60_000 },
  async () => {
    await they.invite(
      { subject: chairing },
      {
        subject: budgets,
        start: { dateTime: '2026-11-19T18:30:00', timeZone: 'Europe/London' },
        end: { dateTime: '2026-11-19T20:00:00', timeZone: 'Europe/London' },
      },
    )
    await they.answers(chairing, { accept: ['m1'] })
    await rig.setClock('2026-10-07T06:00:00Z')
    await rig.settle()
    const late = { firstIssueAt: '2026-10-08T15:00:00Z', weeks: 4, issues: 2 }
    expect((await they.pageOf(chairing)).lateNotice).toEqual(late)
    expect((await they.pageOf(budgets)).lateNotice).toBeUndefined()
    const issue = await issueNow()
    expect(issue.sections.find(({ id }) => id === 'new')?.items.map(({ title }) => title)).toEqual([chairing, budgets])
    expect(issue.warnings).toMatchObject([
      { kind: 'no-aims', title: chairing, held: false },
      { kind: 'no-aims', title: budgets, held: false },
      { kind: 'late-notice', title: chairing },
    ])

    const body = { seen: issue.seen, opening: 'Two new dates this week.', sections: [] }
    expect((await rig.api('officer', 'PUT', `/bulletin/${issue.issueId}`, body)).status).toBe(200)
    // Sent once more because no answer came, it stands as it stood; other words on what was seen before do not.
    expect((await rig.api('officer', 'PUT', `/bulletin/${issue.issueId}`, body)).status).toBe(200)
    const others = { ...body, opening: 'Three new dates.' }
    const refused = await rig.api<Problem>('second', 'PUT', `/bulletin/${issue.issueId}`, others)
    expect([refused.status, refused.body.refusal]).toEqual([412, 'changed-since-seen'])
  },
)

test('C4.2 two officers release it at one moment, one takes it back, and it is released again', async () => {
  const { seen } = await issueNow()
  const both = await Promise.all(['officer', 'second'].map(async (user) => act(user, 'release', { seen })))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await act('second', 'take-back')).body.issue?.state).toBe('draft')
  expect((await act('officer', 'release', { seen: (await issueNow()).seen })).body.issue?.state).toBe('released')
})

test(
  'C4.1 C4.17 on Thursday at 4pm every Member has it once; one whose message Exchange refuses is written down as refused',
  { timeout: 60_000 },
  async () => {
    await rig.setClock('2026-10-08T14:59:00Z')
    await rig.settle()
    expect(await counts()).toEqual([0, 0, 0, 0])
    await rig.faults([
      {
        service: 'graph',
        method: 'POST',
        path: '/send',
        times: 1,
        action: { kind: 'status', status: 400, body: { error: { code: 'ErrorInvalidRecipients', message: 'refused' } } },
      },
    ])
    await rig.advance('PT5M')
    await rig.clearFaults()
    const issueId = (await bulletin()).past[0]?.issueId ?? ''
    const { rows } = (await rig.api<BulletinDelivery>('officer', 'GET', `/bulletin/${issueId}/delivery`)).body
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['failed', 'sent', 'sent', 'sent'])
    expect((await counts()).filter((count) => count === 1)).toHaveLength(3)
    expect((await counts()).filter((count) => count === 0)).toHaveLength(1)
  },
)

test('C4.2 it says to each reader the same, and the reader’s own part', async () => {
  const texts = (await Promise.all(members.map(sentTo))).flat()
  for (const { subject, text, html } of texts) {
    expect(subject).toBe('Member Bulletin: 2 new sessions')
    expect(text).toContain('Two new dates this week.')
    expect(html).toContain('<html lang="en-GB">')
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!teams\.microsoft\.com)/)
  }
  expect((await sentTo('m1')).filter(({ text }) => !text.includes('You accepted.'))).toEqual([])
})

test(
  'C4.2 what is cancelled afterwards stands in the next issue, and what is not answered is asked; nothing is said twice',
  { timeout: 90_000 },
  async () => {
    await they.decide(chairing, { choice: 'cancel', reasonId: 'trainer-unavailable', message: 'The trainer cannot come.' })
    await they.invite({
      subject: 'Planning law',
      start: { dateTime: '2026-10-29T14:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-10-29T16:00:00', timeZone: 'Europe/London' },
    })
    await rig.setClock('2026-10-09T06:30:00Z')
    await rig.settle()
    await act('officer', 'release', { seen: (await issueNow()).seen })
    await rig.setClock('2026-10-15T15:01:00Z')
    await rig.settle()
    const latest = (await sentTo('m4')).at(-1)
    expect(latest?.subject).toBe('Member Bulletin: 1 new session')
    expect(latest?.text).toMatch(
      /Not now taking place\s+Chairing a difficult meeting\s+Thursday 22 October: cancelled\.\s+The trainer cannot come\./,
    )
    expect(latest?.text.match(/Planning law/g)).toHaveLength(1)
    expect(latest?.text).not.toContain(budgets) // announced, and five weeks away
  },
)

test('C4.17 a Member reads past issues again in Quorate, and nobody else’s answers', async () => {
  const { issues } = (await rig.api<MyBulletins>('m2', 'GET', '/my/bulletins')).body
  expect(issues.map(({ number }) => number)).toEqual([2, 1])
  const { page } = (await rig.api<MyBulletin>('m2', 'GET', `/my/bulletins/${issues[1]?.issueId ?? ''}`)).body
  expect(page.opening).toBe('Two new dates this week.')
  expect(JSON.stringify(page)).not.toContain('You accepted.')
})
