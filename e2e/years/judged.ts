import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { Mail, Text } from '../support/control.ts'
import { whoGot } from '../support/phones.ts'
import { london, people, type Came, type Life, type Told } from './living.ts'

/** What came, as "when to whom", in the order in which it came. Units: `grain` in minutes; what came within one came together. */
export function cameOf<Sent extends { readonly at: string }>(
  sent: readonly Sent[],
  whose: (sent: readonly Sent[]) => readonly string[],
  grain = 1,
): readonly string[] {
  const momentOf = (each: Sent) =>
    Temporal.Instant.from(each.at).round({ smallestUnit: 'minute', roundingIncrement: grain, roundingMode: 'floor' }).toString()
  return [...Map.groupBy(sent, momentOf)]
    .toSorted(([one], [other]) => Temporal.Instant.compare(one, other))
    .map(([came, together]) => `${came} ${whose(together).join(' ')}`)
}

/** What should have come, in the same form. */
export const due = (...came: readonly (Came | undefined)[]) => came.flatMap((each) => (each ? [`${london(each[0])} ${each[1]}`] : []))

/** What came to Members' mailboxes, and to whose. */
export async function mailOf({ rig }: Life, members: string, isMeant: (mail: Mail) => boolean) {
  const each = people(members).map(async (whose) => (await rig.mail(whose)).filter(isMeant).map(({ at }) => ({ at, whose })))
  return (await Promise.all(each)).flat()
}

async function textsAbout({ rig }: Life, title: string): Promise<readonly Text[]> {
  return (await rig.texts()).filter(({ body }) => body.includes(title))
}

/** Whoever declined and did not think again: the appointment has left their calendar. */
function saidNo({ declined, then = [] }: Told): ReadonlySet<string> {
  const later = then.flatMap((turn) => (turn.kind === 'answers' ? people(turn.who).map((who) => [who, turn.act] as const) : []))
  const last = new Map([...people(declined).map((who) => [who, 'decline'] as const), ...later])
  return new Set([...last].filter(([, act]) => act === 'decline').map(([who]) => who))
}

/** Looks at one session from outside, when all is over: phones, the officers' chats, mailboxes and the tab. */
export function judge(told: Told, life: () => Life, { members }: { readonly members: readonly string[] }): void {
  const { title, texts, textsWithin, ends } = told

  test('C4.8 C4.9 C4.10 C4.12 C3.11 each Member had the texts that were owed, at their hour, once each, and no other', async () => {
    expect(cameOf(await textsAbout(life(), title), whoGot, textsWithin)).toEqual(due(texts.weekBefore, texts.onTheDay, texts.cancelled))
  })

  test('C3.2 C3.4 C3.13 the officers were asked when too few were coming, or nobody said why it was cancelled, and else not', async () => {
    const [card] = await life().they.cardsAbout('officer', title)
    expect(card?.at).toBe(told.asked ? london(told.asked) : undefined)
  })

  test('C3.10 C3.13 C3.14 the calendars and the record show what stands, and nothing was cancelled that nobody cancelled', async () => {
    const { they, tab, ids } = life()
    const shown = await Promise.all(members.map(async (member) => !(await they.isCleared(member, title))))
    const invited = members.filter((member) => !told.to || people(told.to).includes(member))
    const holding = invited.filter((member) => ends === 'going-ahead' && !saidNo(told).has(member))
    expect(members.filter((_, index) => shown[index])).toEqual(holding)
    const { row } = await tab.sessionById(ids.get(title) ?? '')
    expect(row.state.kind === 'cancelled').toBe(ends === 'cancelled')
  })
}

/** The last look: what still waits for an officer, as "kind title". */
export function judgeWaiting(life: () => Life, waiting: readonly string[]): void {
  test('nothing is left waiting but what people were asked and did not do', async () => {
    const attention = await life().tab.attention()
    expect(attention.map((row) => `${row.kind} ${'title' in row ? row.title : ''}`)).toEqual(waiting)
  })
}
