import { expect } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { World } from '../../sandbox/world.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { attendee, at, membersList, outlookOf, type Act } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { away } from '../support/storm.ts'
import { tabOf, type Tab } from '../support/tab.ts'

/** One session of a year, as officers would tell it, and what should have come of it. Times are London's clocks, "2026-06-03 10:00". */
export type Told = {
  readonly title: string
  readonly category: string
  readonly on: string
  readonly from: string
  readonly until: string
  /** When the officer sent the invitation. Two days later, at 9am, those named below answered it. */
  readonly sent: string
  /** "m1 m2 m3"; else every Member, by their list. */
  readonly to?: string
  /** C1.9: what officers put down, two days later at 9am, of what it is to achieve. */
  readonly aims?: string
  readonly accepted?: string
  readonly tentative?: string
  readonly declined?: string
  readonly then?: readonly Turn[]
  readonly texts: {
    /** When the text of the week before came, and to whom. */
    readonly weekBefore?: Came
    readonly onTheDay?: Came
    readonly cancelled?: Came
  }
  /** Minutes that come to the same, where texts waited for their provider: else they came to the minute. */
  readonly textsWithin?: number
  /** When the card that asks for a decision, or for a reason, came to the officers. */
  readonly asked?: string
  readonly ends: 'going-ahead' | 'cancelled'
}

/** When, and to whom. */
export type Came = readonly [at: string, to: string]

type Reason = { readonly reasonId: string; readonly reasonWords?: string }

/** What came in between. */
export type Turn = { readonly at: string } & (
  | { readonly kind: 'answers'; readonly act: Act; readonly who: string }
  | { readonly kind: 'accepts-in-teams'; readonly who: string }
  | { readonly kind: 'decides'; readonly choice: 'run' | 'cancel'; readonly because?: Reason }
  | { readonly kind: 'moved'; readonly on: string; readonly from: string; readonly until: string }
  | { readonly kind: 'cancelled-in-outlook' }
  | { readonly kind: 'says-why'; readonly because: Reason }
  | { readonly kind: 'says-aims'; readonly aims: string }
  /** An officer tells everyone who is on the session's telephone list. */
  | { readonly kind: 'rings' }
  | { readonly kind: 'forwarded'; readonly by: string; readonly to: string }
  | { readonly kind: 'trouble'; readonly service: 'notify' | 'graph' | 'connector'; readonly over: boolean }
  | { readonly kind: 'restart' }
)

/** A council while it is lived in, and who live there. */
export type Life = {
  readonly rig: Rig
  readonly they: Officers
  readonly outlook: ReturnType<typeof outlookOf>
  readonly tab: Tab
  /** Of each session, by its title. */
  readonly ids: Map<string, string>
}

/** `happens` at a moment, which is an instant. */
export type Event = { readonly at: string; readonly happens: (life: Life) => Promise<unknown> }

/** "2026-06-03 10:00" on London's clocks, as an instant. */
export function london(told: string): string {
  return Temporal.PlainDateTime.from(told.replace(' ', 'T')).toZonedDateTime('Europe/London').toInstant().toString()
}

export const people = (names = '') => names.split(' ').filter((name) => name !== '')

export async function begin(world: World): Promise<Life> {
  const rig = await startRig(world)
  return { rig, they: officersOf(rig), outlook: outlookOf(rig), tab: tabOf(rig), ids: new Map() }
}

/** Lives everything that happens, in order, and then on until a moment on London's clocks. */
export async function live(life: Life, events: readonly Event[], until: string): Promise<void> {
  for (const { at: moment, happens } of events.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    await life.rig.setClock(moment)
    await happens(life)
    await life.rig.settle()
  }
  await life.rig.setClock(london(until))
}

export function eventsOf(told: Told): readonly Event[] {
  const sentAt = london(told.sent)
  const answeredAt = Temporal.Instant.from(sentAt).add({ hours: 47 }).toString()
  return [
    { at: sentAt, happens: async (life) => invite(life, told) },
    { at: answeredAt, happens: async (life) => answers(life, told) },
    ...(told.then ?? []).map((turn) => ({ at: london(turn.at), happens: async (life: Life) => take(life, told, turn) })),
  ]
}

async function invite({ outlook }: Life, { title, category, on, from, until, to }: Told): Promise<void> {
  const attendees = to ? people(to).map((member) => attendee(`${member}@testing.example`)) : [membersList]
  await outlook.invite({ subject: title, categories: [category], attendees, start: at(on, from), end: at(on, until) })
}

async function answers(life: Life, { title, aims, accepted, tentative, declined }: Told): Promise<void> {
  const { they, tab, ids } = life
  ids.set(title, (await tab.row(title)).sessionId)
  if (aims) await sayAims(life, title, aims)
  await they.answers(title, { accept: people(accepted), tentativelyAccept: people(tentative), decline: people(declined) })
}

function take(life: Life, { title }: Told, turn: Turn): Promise<unknown> {
  const { rig, they, outlook, tab } = life
  switch (turn.kind) {
    case 'answers':
      return they.answers(title, { [turn.act]: people(turn.who) })
    case 'accepts-in-teams':
      return Promise.all(people(turn.who).map(async (member) => tab.answer(member, title, 'accepted')))
    case 'decides':
      return decide(life, title, turn)
    case 'moved':
      return move(life, title, { start: at(turn.on, turn.from), end: at(turn.on, turn.until) })
    case 'cancelled-in-outlook':
      return outlook.copyOf('officer', title).then(async ({ id }) => outlook.cancel(id))
    case 'says-why':
      return sayWhy(life, title, turn.because)
    case 'says-aims':
      return sayAims(life, title, turn.aims)
    case 'rings':
      return ring(life, title)
    case 'forwarded':
      return forward(life, title, turn)
    case 'trouble':
      return turn.over ? rig.clearFaults() : rig.faults([{ service: turn.service, action: away }])
    default:
      return rig.restart()
  }
}

async function move({ outlook }: Life, title: string, times: Record<string, unknown>): Promise<void> {
  await outlook.change((await outlook.copyOf('officer', title)).id, times)
}

async function decide({ they }: Life, title: string, { choice, because }: Extract<Turn, { kind: 'decides' }>): Promise<void> {
  const usual = choice === 'run' ? { reasonId: 'own-words', reasonWords: 'It is owed to new Members' } : { reasonId: 'trainer-unavailable' }
  const message = choice === 'run' ? {} : { message: 'We are sorry for it.' }
  expect(await they.decide(title, { choice, ...(because ?? usual), ...message })).toMatchObject({ status: 201 })
}

async function sayWhy({ they }: Life, title: string, because: Reason): Promise<void> {
  expect(await they.giveReason(title, because)).toMatchObject({ status: 200 })
}

async function sayAims({ rig, ids }: Life, title: string, aims: string): Promise<void> {
  const said = await rig.api('officer', 'PUT', `/sessions/${ids.get(title) ?? ''}/details`, { version: 0, costs: [], aims })
  expect(said).toMatchObject({ status: 200 })
}

async function ring({ rig, they, ids }: Life, title: string): Promise<void> {
  for (const { memberId } of (await they.phoneListOf(title)).entries) {
    const rung = await rig.api('officer', 'POST', `/sessions/${ids.get(title) ?? ''}/phone-list/${memberId}`, { outcome: 'told' })
    expect(rung).toMatchObject({ status: 200 })
  }
}

async function forward({ outlook }: Life, title: string, { by, to }: Extract<Turn, { kind: 'forwarded' }>): Promise<void> {
  await outlook.forward(by, title, [to])
  await outlook.answerFromOutside(to, await outlook.copyOf('officer', title), 'accept')
}
