import { firstThursdayToReview, spanWords, wallTime, type Moment } from '../dates.ts'
import type { CouncilWorld } from '../control.ts'
import type { NewEvent } from './graph.ts'
import { outlookWords } from './words.ts'

export type Invitee = { readonly name: string; readonly email: string; readonly people?: number }

/** An invitation being written. `day`, `from` and `until` are as a form holds them: "2026-10-22", "14:00". */
export type Draft = {
  readonly subject: string
  readonly invited: readonly Invitee[]
  readonly day: string
  readonly from: string
  readonly until: string
  readonly room: string
  readonly category: string
  readonly online: boolean
  readonly body: string
}

/** The first invitation, filled in: the whole council, a Thursday whose review is still to come, a committee room. */
export function filledIn(world: CouncilWorld, now: Moment): Draft {
  const [first] = listsOf(world).toSorted((one, other) => (other.people ?? 0) - (one.people ?? 0))
  return {
    ...blank(now),
    subject: outlookWords.firstSubject,
    invited: first ? [first] : [],
    room: (world.rooms.find(({ name }) => name.startsWith('Committee')) ?? world.rooms[0])?.email ?? '',
    body: outlookWords.firstBody,
  }
}

export function blank(now: Moment): Draft {
  return {
    subject: '',
    invited: [],
    day: firstThursdayToReview(now).toString(),
    from: '14:00',
    until: '16:00',
    room: '',
    category: outlookWords.categories[0] ?? '',
    online: false,
    body: '',
  }
}

/** The lists of the council, each with how many people it reaches; a list inside a list counts its people once. */
export function listsOf(world: CouncilWorld): Invitee[] {
  return world.groups.map(({ name, email }) => ({ name, email, people: membersOf(email, world).size }))
}

/** The ids of the people a list reaches, through the lists in it. */
export function membersOf(email: string, world: CouncilWorld, seen: ReadonlySet<string> = new Set()): Set<string> {
  const group = world.groups.find((each) => each.email === email.toLowerCase())
  if (!group || seen.has(group.email)) return new Set()
  const within = new Set([...seen, group.email])
  return new Set(group.members.flatMap((member) => (member.includes('@') ? [...membersOf(member, world, within)] : [member])))
}

export type Mistake = 'subject' | 'invited' | 'time'

/** What Outlook would not send, in the order of the form. */
export function mistakesIn({ subject, invited, day, from, until }: Draft): Mistake[] {
  const wrong: Mistake[] = []
  if (subject.trim() === '') wrong.push('subject')
  if (invited.length === 0) wrong.push('invited')
  if (day === '' || from === '' || until === '' || until <= from) wrong.push('time')
  return wrong
}

/** What is wrong with times that are, and under which field it is said: the first to be mended. */
export function timeMistake({ day, from, until }: Pick<Draft, 'day' | 'from' | 'until'>) {
  if (day === '') return { under: 'day', says: outlookWords.beginMissing } as const
  if (from === '') return { under: 'from', says: outlookWords.beginMissing } as const
  return { under: 'until', says: until === '' ? outlookWords.untilMissing : outlookWords.untilEarly } as const
}

export function whenWords({ day, from, until }: Pick<Draft, 'day' | 'from' | 'until'>): string {
  if (day === '' || from === '' || until === '') return outlookWords.day
  return spanWords(wallTime(`${day}T${from}`), wallTime(`${day}T${until}`))
}

export function eventOf(draft: Draft, world: CouncilWorld): NewEvent {
  const room = world.rooms.find(({ email }) => email === draft.room)
  return {
    subject: draft.subject.trim(),
    body: draft.body,
    start: `${draft.day}T${draft.from}:00`,
    end: `${draft.day}T${draft.until}:00`,
    invited: draft.invited,
    ...(room && { room }),
    ...(draft.category && { category: draft.category }),
    online: draft.online,
  }
}
