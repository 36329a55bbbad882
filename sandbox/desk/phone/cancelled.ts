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
export function lastCancelled(
  { journal, now, texts, people }: Pick<Sandbox, 'journal' | 'now' | 'texts' | 'people'>,
  story: Story,
): Cancelled | undefined {
  const place = journal.findLastIndex(({ kind }, index) => kind === 'cancellation' && index >= story.happenedBefore)
  const entry = journal[place]
  if (!entry || momentOf(entry.at).until(now).total('hours') > hoursShown) return undefined

  const told = new Set(journal.slice(place).flatMap(({ kind, who, at }) => (kind === 'text' && who && isWithin(entry.at, at) ? [who] : [])))
  const phones = people
    .filter(({ id }) => told.has(id))
    .map((person) => ({ person, text: texts.findLast(({ to, at }) => at >= entry.at && isTheirNumber(person, to)) }))
  const meeting = Object.values(story.meetings).find(({ subject }) => subject !== '' && entry.summary.includes(`“${subject}”`))
  // Nobody is rung unless others got a text: with notice enough, Outlook's cancellation is all there is.
  const toRing = phones.length === 0 ? [] : people.filter(({ id, mobile }) => !mobile && meeting?.coming.includes(id))
  return {
    subject: meeting?.subject ?? entry.summary,
    ...(meeting && { calendars: meeting.calendars }),
    phones: [...phones, ...toRing.map((person) => ({ person }))],
  }
}

function isWithin(cancelledAt: string, at: string): boolean {
  return momentOf(cancelledAt).until(momentOf(at)).total('hours') <= hoursShown
}

/** Somebody must ring: there is no phone to text, or the text did not arrive. */
export function isToRing({ person, text }: PhoneToPick): boolean {
  return !person.mobile || (text !== undefined && text.status.endsWith('failure'))
}
