import type { Person, PhoneText } from '../control.ts'
import { isTheirNumber } from '../people/people.ts'
import type { Story } from '../steps/steps.ts'
import type { Sandbox } from '../use-sandbox.ts'
import { momentOf } from '../dates.ts'

export type PhoneToPick = { readonly person: Person; readonly text?: PhoneText }
export type Cancelled = {
  readonly subject: string
  /** How many calendars it was in; unknown when it stood in another officer's than the one followed. */
  readonly calendars?: number
  readonly phones: readonly PhoneToPick[]
}

/** How long after a cancellation its phones lie on the desk, by the council's clock. */
const hoursShown = 3

/** The last cancellation of the visit, with the phones that buzzed because of it and those that could not. */
export function lastCancelled(sandbox: Council, story: Story): Cancelled | undefined {
  const { journal, now, people } = sandbox
  const place = journal.findLastIndex(({ kind }, index) => kind === 'cancellation' && index >= story.happenedBefore)
  const entry = journal[place]
  if (!entry || momentOf(entry.at).until(now).total('hours') > hoursShown) return undefined

  const subject = /“(.+)”/.exec(entry.summary)?.[1] ?? entry.summary
  const meeting = Object.values(story.meetings).find((each) => each.subject === subject)
  const told = toldOf(journal, place)
  const phones = people
    .filter(({ id }) => told.has(id))
    .map((person) => ({ person, text: textAbout(sandbox, person, { subject, since: entry.at }) }))
    .filter(({ text }) => text !== undefined)
  // Nobody is rung unless others got a text: with notice enough, Outlook's cancellation is all there is.
  const toRing = phones.length === 0 ? [] : people.filter(({ id, mobile }) => !mobile && meeting?.coming.includes(id))
  return {
    subject,
    ...(meeting && { calendars: meeting.calendars }),
    phones: [...phones, ...toRing.map((person) => ({ person }))],
  }
}

type Council = Pick<Sandbox, 'journal' | 'now' | 'texts' | 'people'>

/**
 * Who got a text from the moment of a cancellation on. The first texts may go before the calendars are cleared, so it begins
 * at whatever was pressed, or with the last thing that was no message.
 */
function toldOf(journal: Sandbox['journal'], place: number): ReadonlySet<string> {
  const earlier = journal.slice(0, place).findLastIndex(({ kind, summary }) => !isMessage(kind) || summary.includes(' pressed “'))
  return new Set(journal.slice(earlier + 1).flatMap(({ kind, who }) => (kind === 'text' && who ? [who] : [])))
}

function isMessage(kind: string): boolean {
  return kind === 'text' || kind === 'mail' || kind === 'card' || kind === 'chat'
}

function textAbout({ texts }: Council, person: Person, about: { readonly subject: string; readonly since: string }): PhoneText | undefined {
  const until = momentOf(about.since).add({ hours: hoursShown }).toString()
  return texts.findLast(({ to, at, body }) => at >= about.since && at <= until && body.includes(about.subject) && isTheirNumber(person, to))
}

/** Somebody must ring: there is no phone to text, or the text did not arrive. */
export function isToRing({ person, text }: PhoneToPick): boolean {
  return !person.mobile || (text !== undefined && text.status.endsWith('failure'))
}
