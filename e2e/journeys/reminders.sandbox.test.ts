import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { World } from '../../sandbox/world.ts'
import type { Text } from '../support/control.ts'
import { at, attendee, membersList, outlookOf } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const named = (...members: string[]) => members.map((member) => attendee(`${member}@testing.example`))
let rig: Rig
let outlook: ReturnType<typeof outlookOf>
let tab: Tab

const council = (now: string, members: number, change: (world: World) => void = () => undefined) =>
  aWorld({
    members,
    change(world) {
      world.now = now
      change(world)
    },
  })

beforeAll(async () => {
  rig = await startRig(council('2026-10-15T08:30:00Z', 12, withTroubles))
  outlook = outlookOf(rig)
  tab = tabOf(rig)
})
afterAll(() => rig.close())

/** Member 6 has no mobile, Member 7 gave a landline for one, Members 11 and 12 have two sessions on one day and 11 wants one text. */
function withTroubles(world: World): void {
  const person = (id: string) => world.people.find((each) => each.id === id)
  delete person('m6')?.mobile
  const landline = person('m7')
  if (landline) landline.mobile = '020 7946 0958'
  world.preferences = [{ person: 'm11', combine: true }]
}

const textsAbout = async (title: string, since = 0): Promise<readonly Text[]> =>
  (await rig.texts()).slice(since).filter(({ body }) => body.includes(title))
const mailAbout = async (title: string, members: readonly string[]) =>
  Promise.all(members.map(async (member) => (await rig.mail(member)).filter(({ subject }) => isReminder(subject, title)).length))
/** Outlook's own letters say "Invitation" in front or nothing but the title; ours name the day. */
const isReminder = (subject: string, title: string) => subject.includes(title) && /(Thursday|Tuesday) 2\d October/.test(subject)

describe('a session on Thursday 22 October at 2pm', () => {
  const title = 'Scrutiny: using evidence'
  const everyone = Array.from({ length: 12 }, (_, index) => `m${index + 1}`)

  beforeAll(async () => {
    await outlook.invite({ subject: title, attendees: [membersList] })
    await outlook.invite({
      subject: 'Casework surgery',
      attendees: named('m11', 'm12'),
      start: at('2026-10-22', '10:00'),
      end: at('2026-10-22', '11:30'),
    })
    await rig.settle()
    for (const member of ['m1', 'm5', 'm6', 'm7', 'm9', 'm11', 'm12']) await outlook.answer(member, title, 'accept')
    for (const member of ['m11', 'm12']) await outlook.answer(member, 'Casework surgery', 'accept')
    await outlook.answer('m2', title, 'tentativelyAccept')
    for (const member of ['m4', 'm8', 'm10']) await outlook.answer(member, title, 'decline')
    await rig.settle()
    await tab.answer('m8', title, 'accepted')
    await rig.settle()
  })

  test('C4.14 a Member turns texts off in the tab; a number that cannot be texted is put to officers until it is right', async () => {
    expect(await tab.chooseTexts('m5', { reminders: false })).toBe(200)
    expect(await tab.texts('m5')).toMatchObject({ reminders: false, optOutAllowed: true })
    const bad = async () => (await tab.attention()).filter((row) => row.kind === 'bad-mobile')
    expect(await bad()).toMatchObject([{ name: 'Cllr Member Gorse', given: '020 7946 0958' }])
    expect(await tab.texts('m7')).toMatchObject({ mobileState: 'unusable', mobile: '020 7946 0958' })
    expect(await tab.chooseTexts('m7', { mobile: '020 7946 0000' })).toBe(422)
    expect(await bad()).toHaveLength(1)
  })

  test('C4.8 C4.10 C4.14 at ten a week before, and not a minute sooner, all who have not declined are texted, or emailed for want of one', async () => {
    await rig.setClock('2026-10-15T08:59:00Z')
    expect(await textsAbout(title)).toEqual([])
    await rig.advance('PT1M')
    expect(whoGot(await textsAbout(title))).toEqual(['m1', 'm2', 'm3', 'm8', 'm9', 'm11', 'm12'])
    expect(whoGot(await textsAbout('Casework surgery'))).toEqual(['m11', 'm12'])
    expect(await mailAbout(title, everyone)).toEqual([0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0])
  })

  test('C4.10 the words are for what each Member answered, and each names the day and a number to ring', async () => {
    const texts = await textsAbout(title)
    const to = (number: string) => texts.find((text) => text.to.replaceAll(/\D/g, '').endsWith(number))?.body ?? ''
    expect(to('301')).toMatch(/^Testing: You're coming to Scrutiny: using evidence, Thu 22 October, 2pm, Committee Room 1/)
    expect(to('302')).toMatch(/^Testing: You said you might come to Scrutiny: using evidence, Thu 22 October, 2pm/)
    expect(to('303')).toMatch(/^Testing: Can you come to Scrutiny: using evidence, Thu 22 October, 2pm/)
    for (const { body } of texts) expect(body).toContain('020 7946 0142')
  })

  test('C4.8 C4.12 the session shows who was reminded, how, and when the next reminder goes and to how many', async () => {
    const shown = await tab.session(title)
    expect(shown.reminders).toEqual({
      weekBefore: { at: '2026-10-15T09:00:00Z', audience: 10 },
      morningOf: { at: '2026-10-22T07:00:00Z', audience: 9 },
    })
    const of = (name: string) => shown.members.find((member) => member.name.endsWith(name))?.reminded
    expect(of('Ash')).toMatchObject([{ channel: 'text', state: 'sent', delivery: 'delivered' }])
    expect(of('Fir')).toMatchObject([{ channel: 'email', state: 'sent' }])
    expect(of('Damson')).toEqual([])
  })

  test('C4.9 C4.10 C4.12 at eight on the morning, who accepted or may come: not who declined in between, and who accepted after all; both sessions in one text for who wants it', async () => {
    expect(await tab.chooseTexts('m7', { mobile: '07700 900307' })).toBe(200)
    expect((await tab.attention()).filter((row) => row.kind === 'bad-mobile')).toEqual([])
    await outlook.answer('m9', title, 'decline')
    await tab.answer('m10', title, 'accepted')
    await rig.settle()
    await rig.startAnother() // two instances at work from here on, on the same rows
    const before = (await rig.texts()).length
    await rig.setClock('2026-10-22T06:59:00Z')
    expect((await rig.texts()).slice(before)).toEqual([])
    await rig.advance('PT1M')

    expect(whoGot(await textsAbout(title, before))).toEqual(['m1', 'm2', 'm7', 'm8', 'm10', 'm11', 'm12'])
    expect(whoGot(await textsAbout('Casework surgery', before))).toEqual(['m11', 'm12'])
    const texts = (await rig.texts()).slice(before)
    expect(texts).toHaveLength(8)
    const both = texts.filter(({ body }) => body.includes('Casework surgery') && body.includes(title))
    expect(whoGot(both)).toEqual(['m11'])
    expect(both[0]?.body).toMatch(/^Testing: Today, Thu 22 October: 10am Casework surgery.*2pm Scrutiny: using evidence/)
    expect(await mailAbout(title, ['m3', 'm4', 'm5', 'm6', 'm9'])).toEqual([0, 0, 2, 2, 0])
    expect(texts.find(({ to }) => to.endsWith('302'))?.body).toContain('You said you might come')
  }, 60_000)

  test('C4.12 with two instances at work and a restart in the middle, each Member had at most one of each kind', async () => {
    await rig.restart()
    await rig.setClock('2026-10-22T14:00:00Z')
    const count = new Map<string, number>()
    for (const member of whoGot(await textsAbout(title))) count.set(member, (count.get(member) ?? 0) + 1)
    expect(Object.fromEntries(count)).toEqual({ m1: 2, m2: 2, m3: 1, m7: 1, m8: 2, m9: 1, m10: 1, m11: 2, m12: 2 })
  }, 60_000)
})

describe('a session in winter time, reminded of in summer time', () => {
  const title = 'After the clocks change'

  beforeAll(async () => {
    await rig.world(council('2026-10-20T07:30:00Z', 7))
    await outlook.invite({
      subject: title,
      attendees: [membersList],
      start: at('2026-10-27', '18:30'),
      end: at('2026-10-27', '20:30'),
    })
    await rig.settle()
    for (const member of ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']) await outlook.answer(member, title, 'accept')
    await rig.settle()
  })

  test('C14.11 C4.8 it is at half past six by the clock, reviewed at nine and reminded of at ten by the clock of that day', async () => {
    expect(await tab.row(title)).toMatchObject({
      startsAt: '2026-10-27T18:30:00Z',
      state: { kind: 'reviewed-on', at: '2026-10-20T08:00:00Z' },
    })
    await rig.setClock('2026-10-20T08:59:59Z')
    expect((await tab.row(title)).state).toEqual({ kind: 'going-ahead', because: 'enough' })
    expect(await textsAbout(title)).toEqual([])
    await rig.advance('PT1S')
    const texts = await textsAbout(title)
    expect(whoGot(texts)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'])
    expect(texts.every(({ body }) => body.includes('Tue 27 October, 6:30pm'))).toBe(true)
  })

  test('C14.11 C4.9 on the morning it is eight by winter time', async () => {
    const before = (await rig.texts()).length
    await rig.setClock('2026-10-27T07:59:59Z')
    expect((await rig.texts()).slice(before)).toEqual([])
    await rig.advance('PT1S')
    expect(whoGot(await textsAbout(title, before))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'])
  }, 60_000)
})

describe('sessions arranged or moved inside the week, from five to eight on the evening of Tuesday 20 October', () => {
  const on = (day: string, from: string, to: string) => ({ start: at(day, from), end: at(day, to) })

  beforeAll(async () => {
    await rig.world(council('2026-10-20T18:55:00Z', 9))
  })

  test('C4.11 arranged within the permitted hours, one reminder goes at once; after eight it waits for seven in the morning', async () => {
    await outlook.invite({ subject: 'In time', attendees: named('m1'), ...on('2026-10-23', '14:00', '16:00') })
    await rig.settle()
    expect(whoGot(await textsAbout('In time'))).toEqual(['m1'])

    await rig.setClock('2026-10-20T19:00:00Z')
    await outlook.invite({ subject: 'After hours', attendees: named('m2'), ...on('2026-10-23', '16:30', '18:00') })
    await outlook.invite({ subject: 'Early next day', attendees: named('m3'), ...on('2026-10-22', '07:59', '09:00') })
    await outlook.invite({ subject: 'At eight next day', attendees: named('m4'), ...on('2026-10-22', '08:00', '09:30') })
    await outlook.invite({ subject: 'Just before nine', attendees: named('m8'), ...on('2026-10-22', '08:59', '10:00') })
    await outlook.invite({ subject: 'At nine next day', attendees: named('m9'), ...on('2026-10-22', '09:00', '10:00') })
    await rig.settle()
    for (const [member, title] of [
      ['m3', 'Early next day'],
      ['m4', 'At eight next day'],
      ['m8', 'Just before nine'],
      ['m9', 'At nine next day'],
    ] as const)
      await outlook.answer(member, title, 'accept')
    await rig.setClock('2026-10-21T05:59:00Z')
    expect(whoGot((await rig.texts()).slice(1))).toEqual([])
    await rig.advance('PT1M')
    expect(whoGot((await rig.texts()).slice(1))).toEqual(['m2', 'm3', 'm4', 'm8', 'm9'])
  })

  test('C4.11 arranged on the day itself, whoever has not answered is reminded at once', async () => {
    await rig.setClock('2026-10-21T08:30:00Z')
    await outlook.invite({ subject: 'Today at two', attendees: named('m5'), ...on('2026-10-21', '14:00', '15:00') })
    await rig.settle()
    expect(whoGot(await textsAbout('Today at two'))).toEqual(['m5'])
    await outlook.answer('m5', 'Today at two', 'accept')
    await rig.setClock('2026-10-21T13:30:00Z')
    expect(whoGot(await textsAbout('Today at two'))).toEqual(['m5'])
  })

  test('C4.11 a text for a session at 7:59 goes at six the evening before; one for eight goes at seven that morning', async () => {
    await rig.setClock('2026-10-21T16:59:00Z')
    expect(await textsAbout('Early next day')).toHaveLength(1)
    await rig.advance('PT1M')
    const evening = await textsAbout('Early next day')
    expect(evening).toHaveLength(2)
    expect(evening[1]?.body).toMatch(/^Testing: Tomorrow, Thu 22 October, 7:59am: Early next day/)

    await rig.setClock('2026-10-22T05:59:00Z')
    expect(await textsAbout('At eight next day')).toHaveLength(1)
    await rig.advance('PT1M')
    expect((await textsAbout('At eight next day'))[1]?.body).toMatch(/^Testing: Today, Thu 22 October, 8am: At eight next day/)
    expect(await textsAbout('Early next day')).toHaveLength(2)
  })

  test('C4.11 with an hour to go it is eight as ever; a minute less, and the text goes that minute earlier', async () => {
    const sent = async () => [(await textsAbout('Just before nine')).length, (await textsAbout('At nine next day')).length]
    await rig.setClock('2026-10-22T06:58:00Z')
    expect(await sent()).toEqual([1, 1])
    await rig.advance('PT1M')
    expect(await sent()).toEqual([2, 1])
    await rig.advance('PT1M')
    expect(await sent()).toEqual([2, 2])
  })

  test('C1.21 C4.11 moved into the week before it was reminded of: one reminder at once, which asks again; moved after that: none more', async () => {
    const sent = await outlook.invite({ subject: 'Moves twice', attendees: named('m6', 'm7'), ...on('2026-11-12', '14:00', '15:00') })
    await rig.settle()
    await outlook.answer('m6', 'Moves twice', 'accept')
    await outlook.answer('m7', 'Moves twice', 'decline')
    await rig.settle()
    expect(await textsAbout('Moves twice')).toEqual([])

    await rig.setClock('2026-10-22T08:00:00Z')
    await outlook.change(sent.id, on('2026-10-26', '14:00', '15:00'))
    await rig.settle()
    const texts = await textsAbout('Moves twice')
    expect(whoGot(texts)).toEqual(['m6', 'm7'])
    expect(texts[0]?.body).toMatch(/^Testing: NEW TIME: can you come to Moves twice, Mon 26 October, 2pm/)

    await outlook.answer('m6', 'Moves twice', 'accept')
    await rig.settle()
    await outlook.change(sent.id, on('2026-10-23', '09:00', '10:00'))
    await rig.settle()
    await rig.restart()
    await tab.answer('m6', 'Moves twice', 'accepted')
    await rig.setClock('2026-10-23T06:59:00Z')
    expect(await textsAbout('Moves twice')).toHaveLength(2)
    await rig.advance('PT1M')
    expect(whoGot(await textsAbout('Moves twice'))).toEqual(['m6', 'm6', 'm7'])
    await rig.setClock('2026-10-23T10:00:00Z')
    expect(await textsAbout('Moves twice')).toHaveLength(3)
  }, 60_000)
})
