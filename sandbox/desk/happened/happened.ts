import type { Happening, Person } from '../control.ts'
import type { Place } from '../place.ts'

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
  return [...lines.values()].map((line) => (line.count > 1 ? { ...line, summary: withoutName(line.summary, names) } : line))
}

function joined(line: Line | undefined, { at, kind, summary, who }: Happening): Line {
  if (!line) return { at, kind, summary, who: who ? [who] : [], count: 1 }
  return { ...line, count: line.count + 1, who: who && !line.who.includes(who) ? [...line.who, who] : line.who }
}

/**
 * What two happenings share when they are one line. Of messages only the first words are compared: a text to one who accepted and one
 * to another who has not answered differ at their end.
 */
function likeness({ kind, summary }: Happening, names: readonly string[]): string {
  const bare = withoutName(summary, names)
  const said = bare.split(': ').slice(1).join(': ')
  return kind === 'text' || kind === 'card' || kind === 'mail' ? (said || bare).slice(0, 24) : bare
}

/** "Text to Cllr Rook, delivered: Planning is …" without whom it went to: "Text: Planning is …". Longest names first. */
export function withoutName(summary: string, names: readonly string[]): string {
  const name = names.find((each) => summary.includes(each))
  if (!name) return summary
  return summary
    .replace(` to ${name}`, '')
    .replace(` of ${name}`, '')
    .replace(name, '…')
    .replace(/, (delivered|not confirmed|failed): /, ': ')
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

/** How many messages of each sort went out to people: pressing a button is no message. */
export function messagesIn(lines: readonly Line[]): { texts: number; mails: number; cards: number } {
  const count = (kind: string) =>
    lines.filter((line) => line.kind === kind && !line.summary.includes(' pressed “')).reduce((sum, line) => sum + line.count, 0)
  return { texts: count('text'), mails: count('mail'), cards: count('card') }
}
