import { afterAll, beforeAll, expect, test } from 'vitest'
import { partnerSharing } from '../../api/contracts/partners.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Safeguarding together'
const [health, advice] = ['training@riverhealth.example', 'events@advice.example']
let rig: Rig
let they: Officers
let tab: Tab
let session: string

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 4,
      change: (world) => {
        world.people.push({ id: 'health', name: 'River Health', email: health }, { id: 'advice', name: 'Citizens Advice', email: advice })
        const organisations = [
          { name: 'River Health', contacts: [health] },
          { name: 'Citizens Advice', contacts: [advice] },
        ]
        world.rulebook.settings = { partners: { domains: [], organisations } }
      },
    }),
  )
  they = officersOf(rig)
  tab = tabOf(rig)
  await they.invite({ subject: title })
  await they.answers(title, { accept: ['m1', 'm2'], decline: ['m3'] })
  session = (await tab.row(title)).sessionId
})
afterAll(() => rig.close())

const path = () => `/sessions/${session}/partners`
const sharing = async () => partnerSharing.parse((await rig.api('officer', 'GET', path())).body)
const share = async (user = 'officer') => {
  const { number, seen } = await sharing()
  const answer = await rig.api<{ refusal?: string }>(user, 'POST', path(), { number, seen })
  await rig.settle()
  return answer
}
const mailTo = async (user: string) => (await rig.mail(user)).filter(({ subject }) => subject.includes(title))

test('C4.18 nothing is shared that no officer has marked, and no Member may share', async () => {
  expect(await sharing()).toMatchObject({ cannot: { kind: 'not-marked' }, emails: [] })
  expect(await share()).toMatchObject({ status: 409, body: { refusal: 'not-marked' } })
  expect((await rig.api('m1', 'GET', path())).status).toBe(403)
})

test('C4.18 marked and read, it goes to each partner once, without a word of any Member', async () => {
  const details = { version: 0, costs: [], aims: 'To work as one.', partners: { facts: ['when', 'where', 'purpose', 'booking'] } }
  expect((await rig.api('officer', 'PUT', `/sessions/${session}/details`, details)).status).toBe(200)
  await rig.settle()
  const [shown] = (await sharing()).emails
  expect(await share()).toMatchObject({ status: 201 })
  expect(await share('second')).toMatchObject({ status: 409, body: { refusal: 'nothing-changed' } })
  for (const partner of [health, advice]) {
    const [mail, ...more] = await mailTo(partner)
    expect(more).toEqual([])
    expect(mail?.subject).toBe(shown?.subject)
    for (const line of [shown?.lead, ...(shown?.panel ?? []), ...(shown?.more ?? [])]) expect(mail?.html).toContain(line)
    expect(`${mail?.html} ${mail?.text}`).not.toMatch(/Ash|Birch|Cedar|Damson|@testing|07700|accepted|declined/)
  }
  expect((await tab.sessionById(session)).history.some(({ what }) => what === 'Shared with 2 partner addresses by Olive Officer')).toBe(
    true,
  )
})

test('C4.18 moved in Outlook and shared again it says what has changed; cancelled, the same partners are told, once', async () => {
  const event = await they.eventOf('officer', title)
  const start = { dateTime: '2026-10-23T10:00:00', timeZone: 'Europe/London' }
  await rig.graph('officer', 'PATCH', `/me/events/${event.id}`, { start, end: { ...start, dateTime: '2026-10-23T12:00:00' } })
  await rig.settle()
  expect(await share()).toMatchObject({ status: 201 })
  const [, changed] = await mailTo(health)
  expect(changed?.subject).toBe(`Changed: ${title}`)
  expect(changed?.text).toContain('The time is now Friday 23 October 2026, 10am to midday. It was Thursday 22 October 2026, 2pm to 4pm.')

  await rig.graph('officer', 'POST', `/me/events/${event.id}/cancel`, { comment: 'The speaker is ill.' })
  await rig.settle()
  for (const partner of [health, advice]) {
    const mails = await mailTo(partner)
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(['For you to pass on', 'Changed', 'CANCELLED'])
  }
  const { shares, cannot } = await sharing()
  expect(cannot).toEqual({ kind: 'cancelled' })
  expect(shares[0]?.sent.filter(({ about }) => about === 'cancellation').map(({ state }) => state)).toEqual(['sent', 'sent'])
})
