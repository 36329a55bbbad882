import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { Text } from '../support/control.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { attendee, at, membersList, outlookOf } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { away } from '../support/storm.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'
import { year, type Told, type Turn } from './tower-hamlets.ts'

/*
 * A whole municipal year is lived once, in order, and then looked at from outside: phones, mailboxes, calendars, chats and the tab.
 */

let rig: Rig
let they: Officers
let outlook: ReturnType<typeof outlookOf>
let tab: Tab
const ids = new Map<string, string>()

/** "2026-06-03 10:00" on London's clocks, as an instant. */
function london(told: string): string {
  return Temporal.PlainDateTime.from(told.replace(' ', 'T')).toZonedDateTime('Europe/London').toInstant().toString()
}

const people = (names = '') => names.split(' ').filter((name) => name !== '')
const members = people('m1 m2 m3 m4 m5 m6 m7 m8 m9')

type Event = { readonly at: string; readonly happens: () => Promise<unknown> }

function eventsOf(told: Told): readonly Event[] {
  const sentAt = london(told.sent)
  const answeredAt = Temporal.Instant.from(sentAt).add({ hours: 47 }).toString()
  return [
    { at: sentAt, happens: async () => invite(told) },
    { at: answeredAt, happens: async () => answers(told) },
    ...(told.then ?? []).map((turn) => ({ at: london(turn.at), happens: async () => take(told, turn) })),
  ]
}

async function invite({ title, category, on, from, until, to }: Told): Promise<void> {
  const attendees = to ? people(to).map((member) => attendee(`${member}@testing.example`)) : [membersList]
  await outlook.invite({ subject: title, categories: [category], attendees, start: at(on, from), end: at(on, until) })
}

async function answers({ title, accepted, tentative, declined }: Told): Promise<void> {
  ids.set(title, (await tab.row(title)).sessionId)
  await they.answers(title, { accept: people(accepted), tentativelyAccept: people(tentative), decline: people(declined) })
}

function take({ title }: Told, turn: Turn): Promise<unknown> {
  switch (turn.kind) {
    case 'answers':
      return they.answers(title, { [turn.act]: people(turn.who) })
    case 'accepts-in-teams':
      return Promise.all(people(turn.who).map(async (member) => tab.answer(member, title, 'accepted')))
    case 'decides':
      return decide(title, turn.choice)
    case 'moved':
      return move(title, { start: at(turn.on, turn.from), end: at(turn.on, turn.until) })
    case 'cancelled-in-outlook':
      return outlook.copyOf('officer', title).then(async ({ id }) => outlook.cancel(id))
    case 'forwarded':
      return forward(title, turn.by, turn.to)
    case 'trouble':
      return turn.over ? rig.clearFaults() : rig.faults([{ service: turn.service, action: away }])
    default:
      return rig.restart()
  }
}

async function move(title: string, times: Record<string, unknown>): Promise<void> {
  await outlook.change((await outlook.copyOf('officer', title)).id, times)
}

async function decide(title: string, choice: 'run' | 'cancel'): Promise<void> {
  const because =
    choice === 'run' ? { reasonId: 'own-words', reasonWords: 'It is owed to new Members' } : { reasonId: 'trainer-unavailable' }
  const message = choice === 'run' ? {} : { message: 'We are sorry for it.' }
  expect(await they.decide(title, { choice, ...because, ...message })).toMatchObject({ status: 201 })
}

async function forward(title: string, by: string, to: string): Promise<void> {
  await outlook.forward(by, title, [to])
  await outlook.answerFromOutside(to, await outlook.copyOf('officer', title), 'accept')
}

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 9, change: (world) => void (world.now = london('2026-05-18 09:00')) }))
  they = officersOf(rig)
  outlook = outlookOf(rig)
  tab = tabOf(rig)
  const events = year.flatMap(eventsOf).toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  for (const { at: moment, happens } of events) {
    await rig.setClock(moment)
    await happens()
    await rig.settle()
  }
  await rig.setClock(london('2027-05-17 09:00'))
}, 2_400_000)
afterAll(() => rig.close())

const textsAbout = async (title: string): Promise<readonly Text[]> => (await rig.texts()).filter(({ body }) => body.includes(title))

/** Texts that waited for a provider come within a quarter of an hour of its return: they count as of the half hour before. */
function momentOf(text: Text): string {
  const came = Temporal.Instant.from(text.at)
  return came.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'floor' }).toString()
}

/** Every text about a session, as "when to whom", in the order in which they came. */
async function textsCame(title: string): Promise<readonly string[]> {
  const byMoment = Map.groupBy(await textsAbout(title), momentOf)
  return [...byMoment]
    .toSorted(([one], [other]) => Temporal.Instant.compare(one, other))
    .map(([came, texts]) => `${came} ${whoGot(texts).join(' ')}`)
}

/** Whoever declined and did not think again: the appointment has left their calendar. */
function saidNo({ declined, then = [] }: Told): ReadonlySet<string> {
  const later = then.flatMap((turn) => (turn.kind === 'answers' ? people(turn.who).map((who) => [who, turn.act] as const) : []))
  const last = new Map([...people(declined).map((who) => [who, 'decline'] as const), ...later])
  return new Set([...last].filter(([, act]) => act === 'decline').map(([who]) => who))
}

const due = (text: readonly [at: string, to: string] | undefined) => (text ? [`${london(text[0])} ${text[1]}`] : [])

describe.each(year)('$title', (told) => {
  const { title, texts, ends } = told

  test('C4.8 C4.9 C4.10 C4.12 C3.11 each Member had the texts that were owed, at their hour, once each, and no other', async () => {
    expect(await textsCame(title)).toEqual([...due(texts.weekBefore), ...due(texts.onTheDay), ...due(texts.cancelled)])
  })

  test('C3.2 C3.4 C3.13 the officers were asked when too few were coming, or nobody said why it was cancelled, and else not', async () => {
    const [card] = await they.cardsAbout('officer', title)
    expect(card?.at).toBe(told.asked ? london(told.asked) : undefined)
  })

  test('C3.10 C3.13 C3.14 the calendars and the record show what stands, and nothing was cancelled that nobody cancelled', async () => {
    const shown = await Promise.all(members.map(async (member) => !(await they.isCleared(member, title))))
    const invited = members.filter((member) => !told.to || people(told.to).includes(member))
    const holding = invited.filter((member) => ends === 'going-ahead' && !saidNo(told).has(member))
    expect(members.filter((_, index) => shown[index])).toEqual(holding)
    const { row } = await tab.sessionById(ids.get(title) ?? '')
    expect(row.state.kind === 'cancelled').toBe(ends === 'cancelled')
  })
})

test('nothing is left waiting but what people were asked and did not do', async () => {
  const attention = await tab.attention()
  expect(attention.map((row) => `${row.kind} ${'title' in row ? row.title : ''}`)).toEqual(['reason-missing Equalities in decisions'])
})
