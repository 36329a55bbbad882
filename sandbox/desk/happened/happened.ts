import type { Happening, Person } from '../control.ts'
import type { Place } from '../place.ts'
import { happenedWords } from './words.ts'

/** Several things alike at one time make one line: fifty texts are one thing that happened. */
export type Line = {
  readonly at: string
  readonly kind: string
  readonly summary: string
  /** Ids of those it came to, in order. */
  readonly who: readonly string[]
  readonly count: number
}

/** What a visitor would not call something that happened. */
const silent = new Set(['clock', 'phone'])

/** The lines to read, in order. Alike are those of one minute and one kind whose words differ only in who is named and how. */
export function linesOf(happenings: readonly Happening[], people: readonly Person[]): Line[] {
  const lines = new Map<string, Line>()
  const names = people.map(({ name }) => name).toSorted((one, other) => other.length - one.length)
  for (const happening of happenings) {
    if (silent.has(happening.kind)) continue
    const key = [happening.at.slice(0, 16), happening.kind, likeness(happening, names)].join('|')
    lines.set(key, joined(lines.get(key), happening))
  }
  return [...lines.values()].map((line) => (line.count > 1 ? { ...line, summary: ofMany(line, names) } : line))
}

/** A line for several: without the name of the first, who stands for all of them by their number. */
function ofMany({ summary, count }: Line, names: readonly string[]): string {
  return withoutName(summary, names).replace(/^…/, happenedWords.people(count))
}

function joined(line: Line | undefined, { at, kind, summary, who }: Happening): Line {
  if (!line) return { at, kind, summary, who: who ? [who] : [], count: 1 }
  return { ...line, count: line.count + 1, who: who && !line.who.includes(who) ? [...line.who, who] : line.who }
}

/**
 * What two happenings share when they are one line. Of messages what became of them and the first words are compared: a text to one
 * who accepted and one to another who has not answered differ only at their end.
 */
function likeness({ kind, summary }: Happening, names: readonly string[]): string {
  const bare = withoutName(summary, names)
  if (kind !== 'text' && kind !== 'card' && kind !== 'mail') return bare
  const place = bare.indexOf(': ')
  return bare.slice(0, place < 0 ? 24 : place + 40)
}

/** "Text to Cllr Rook, delivered: Planning is …" without whom it went to: "Text: Planning is …". Longest names first. */
export function withoutName(summary: string, names: readonly string[]): string {
  const name = names.find((each) => summary.includes(each))
  if (!name) return summary
  return summary.replace(` to ${name}`, '').replace(` of ${name}`, '').replace(name, '…').replace(', delivered: ', ': ')
}

/** Where a line leads: to the phone, the mailbox or the chat of the one it came to. */
export function placeOf(kind: string, who: string): Partial<Place> {
  switch (kind) {
    case 'text':
      return { phone: who }
    case 'card':
    case 'chat':
      return { person: who, app: 'teams', teams: 'chat', phone: undefined }
    case 'mail':
      return { person: who, app: 'outlook', outlook: 'mail', phone: undefined }
    default:
      return { person: who, app: 'outlook', outlook: 'calendar', phone: undefined }
  }
}

/** How many messages of each sort went out to people. */
export function messagesIn(lines: readonly Line[]): { texts: number; mails: number; cards: number } {
  const count = (kind: string) =>
    lines.filter((line) => line.kind === kind && !isOld(line.summary)).reduce((sum, line) => sum + line.count, 0)
  return { texts: count('text'), mails: count('mail'), cards: count('card') }
}

/** Pressing a button is no message, and bringing a card up to date is no new one. */
function isOld(summary: string): boolean {
  return summary.includes(' pressed “') || / changed: /.test(summary.slice(0, 120))
}
