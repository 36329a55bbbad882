import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'
import type { Counts, Response } from '../../domain/sessions/response.ts'
import { comingOf, tentativeInWords } from '../../domain/sessions/words.ts'

// A text, an email and a cancellation stay where they are for days, so each names its day and its date: never "tomorrow" alone.

/** "Thu 22 October", for a text. */
export function shortDayWords(at: Instant): string {
  return dayInWords(londonDay(at), { weekday: 'short' })
}

/** "Thursday 22 October". */
export function dayWords(at: Instant): string {
  return dayInWords(londonDay(at))
}

/** "Tuesday 13 October 2026". */
export function fullDayWords(at: Instant): string {
  return dayInWords(londonDay(at), { year: true })
}

/** When a session starts: "6:30pm", "midday". */
export function startWords(at: Instant): string {
  return timeInWords(at, 'midday')
}

/** When a decision is due: "noon". */
export function deadlineWords(at: Instant): string {
  return timeInWords(at, 'noon')
}

/** What a text says of a session, already in words. `where` is absent when nobody knows it; "online" is said as a place. */
export type Said = { readonly title: string; readonly day: string; readonly time: string; readonly where?: string }

/** "4 of 6 are coming; officers decide Thu 15 October, noon." */
export type CountSaid = {
  readonly accepted: number
  readonly minimum: number
  readonly day: string
  readonly time: string
  /** The deadline has come, and nobody has decided. */
  readonly late?: true
}

function whatWhenWhere({ title, day, time, where }: Said): string {
  return [title, day, time, ...(where ? [where] : [])].join(', ')
}

/** C4.8, C4.9, C3.11: what the texts say. The first words say what it is, and a number to ring is in nearly every one. No links: they look like fraud. */
export const textWords = {
  count: ({ accepted, minimum, day, time, late }: CountSaid) =>
    `${comingOf({ accepted, minimum })} ${accepted === 1 ? 'is' : 'are'} coming; officers ${late ? 'are deciding if it goes ahead' : `decide ${day}, ${time}`}.`,
  weekBefore: {
    accepted: (said: Said, ring: string) => `You're coming to ${whatWhenWhere(said)}. Can't? Decline in Outlook or ring ${ring}`,
    tentative: (said: Said, ring: string, count: string) =>
      `You said you might come to ${whatWhenWhere(said)}. ${count}Can you accept or decline in Outlook? Help: ${ring}.`,
    none: (said: Said, ring: string, count: string) =>
      `Can you come to ${whatWhenWhere(said)}? Please accept or decline in Outlook or Teams, or ring ${ring} and we will do it for you.${count === '' ? '' : ` ${count.trim()}`}`,
    moved: (said: Said, ring: string, count: string) =>
      `NEW TIME: can you come to ${whatWhenWhere(said)}? Please accept or decline in Outlook or Teams, or ring ${ring}.${count === '' ? '' : ` ${count.trim()}`}`,
  },
  morningOf: {
    inPerson: (said: Said, eve: boolean, end: string) => `${opening(said, eve)}: ${titleAndPlace(said)}.${end}`,
    online: (said: Said, eve: boolean, end: string) =>
      `${opening(said, eve)} online: ${said.title}. Join from your Outlook calendar.${end}`,
    runningLate: (ring: string) => ` Running late? ${ring}`,
    cannotGetIn: (ring: string) => ` Can't get in? Ring ${ring}.`,
    numberOnly: (ring: string) => ` ${ring}`,
    mightCome: ' You said you might come. There is a seat for you.',
    seat: ' There is a seat for you.',
    combined: (first: Said, others: readonly Said[], eve: boolean, ring: string) =>
      `${eve ? 'Tomorrow' : 'Today'}, ${first.day}: ${[first, ...others].map((said) => `${said.time} ${titleAndPlace(said)}`).join('; ')}. Running late? ${ring}`,
  },
  cancelled: (
    said: Said,
    parts: { readonly message: string; readonly travel: boolean; readonly sameCourse: string; readonly ring: string },
  ) =>
    `CANCELLED: ${said.title}, ${said.day}, ${said.time}.${spaced(parts.message)}${parts.travel ? ' Please do not travel.' : ''}${spaced(parts.sameCourse)} Sorry. Questions: ${parts.ring}.`,
  sameCourse: (run: { readonly day: string; readonly time: string; readonly where?: string }) =>
    `Same course: ${[run.day, run.time, ...(run.where ? [run.where] : [])].join(', ')}.`,
  newDate: 'A new date will follow.',
} as const

function opening({ day, time }: Said, eve: boolean): string {
  return `${eve ? 'Tomorrow' : 'Today'}, ${day}, ${time}`
}

function titleAndPlace({ title, where }: Said): string {
  return where ? `${title}, ${where}` : title
}

function spaced(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`
}

type Help = { readonly name: string; readonly role: string; readonly telephone: string }

/** What emails say: the same in the same order in HTML and in plain text. */
export const emailWords = {
  headline: (council: string, on: string) => `${council}, ${on}`,
  help: ({ name, role }: Help) => `Need a hand? Ring ${name}, ${role}, on`,
  help2: ({ telephone }: Help) => telephone,
  notTracked: 'We do not track who opens this.',
  when: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
  online: 'Online. Join from your Outlook calendar.',
  heldOnline: 'Online.',
  count: (accepted: number, minimum: number) => `${comingOf({ accepted, minimum })} coming when this was sent.`,
  deciding: 'Officers are deciding whether it goes ahead.',
  decided: (day: string, time: string) => `Decided on ${day} at ${time}.`,
  goingAhead: (accepted: number) => `${accepted} coming when this was sent. It goes ahead.`,
  answerInTeams: 'Answer in Teams',
  answerHow: 'Opens Teams, where you can accept, say tentative or decline. Or answer the invitation in Outlook.',
  seeInTeams: 'See the session in Teams',

  asking: {
    subject: (title: string, day: string) => `Can you come? ${title}, ${day}`,
    heading: (title: string) => `Can you come to ${title}?`,
    lead: 'You have not answered yet. A yes or a no helps the same: please accept or decline.',
    moved: 'The time has changed since you answered. Please accept or decline the new time.',
  },
  reminder: {
    subject: {
      'week-before': (title: string, day: string, time: string) => `${title}, ${day}, ${time}`,
      'morning-of': (title: string, day: string, time: string) => `On ${day} at ${time}: ${title}`,
    },
    heading: (title: string) => title,
    lead: {
      accepted: "You're coming. If that has changed, please decline in Outlook or ring us.",
      tentative: 'You said you might come. There is a seat for you. Please accept or decline when you know.',
      none: 'You have not answered yet. Please accept or decline.',
      declined: '',
    } as const satisfies Record<Response, string>,
  },
  cancelled: {
    subject: (title: string, day: string) => `CANCELLED: ${title}, ${day}`,
    heading: (title: string) => `Cancelled: ${title}`,
    lead: (day: string, time: string) => `The session on ${day} at ${time} will not take place.`,
    doNotTravel: 'Please do not travel.',
    sameCourse: (day: string, time: string, where: string | undefined) =>
      `The same course runs on ${day} at ${time}${where ? `, ${where}` : ''}.`,
    sorry: 'We are sorry.',
  },
  decide: {
    subject: (title: string, accepted: number, minimum: number) => `${accepted} of ${minimum} coming: decide about ${title}`,
    heading: (title: string) => `Should ${title} go ahead?`,
    by: (day: string, time: string) => `Please decide by ${time} on ${day}.`,
    overdue: (day: string, time: string) => `Nobody has decided yet. It was due by ${time} on ${day}.`,
    overdueSubject: (title: string) => `Still to be decided: ${title}`,
    count: (accepted: number, minimum: number) => `${accepted} of ${minimum} Members needed had accepted when this was sent.`,
    others: ({ tentative, none, declined }: Counts, tentativeCounts: number) =>
      `${tentativeInWords(tentative, tentativeCounts)} ${none} had not answered, ${declined} declined.`,
    nothingByItself: 'Nothing happens by itself: until an officer decides, the session stands.',
    open: 'Decide in Teams',
  },
  notReleased: {
    subject: (name: string, day: string, time: string) => `${name} for ${day} at ${time}: not released yet`,
    heading: (name: string) => `Please look at the ${name}`,
    lead: (day: string, time: string) => `It is drafted for ${day} at ${time}, and nobody has released it yet.`,
    nothingByItself: 'Nothing leaves by itself. What stands in it now is listed next week if it is not released.',
    open: 'Look at it in Teams',
  },
  places: {
    subject: (outcome: string, title: string) => `${outcome.replace(/\.$/, '')}: ${title}`,
    giveUp: 'If you cannot take it, please give it up in Teams or ring us, so that the next Member can have it.',
    onReserve: 'If a place comes free, it goes to the next on the list and we write to you. You need do nothing.',
    open: 'See it in Teams',
    checkIt: 'The page shows how the places were given, and how anybody can check the ballot.',
  },
  placeGivenUp: {
    subject: (title: string) => `You have given this up: ${title}`,
    lead: 'We have written down that you do not want a place any more.',
    by: (name: string, day: string, time: string) => `${name} wrote it down at ${time} on ${day}.`,
    nextHasIt: 'The next Member on the list can have your place.',
    mistake: 'If that is not what you wanted, please ring us straight away.',
  },
  placesOver: {
    subject: { session: (title: string) => `Cancelled: ${title}`, notice: (title: string) => `No longer on offer: ${title}` },
    lead: {
      session: 'It is cancelled, so there are no places.',
      notice: 'The council no longer offers this, so there are no places.',
    },
    hadPlace: 'You had a place. It is no longer yours to use.',
    wanted: 'You had said that you would like a place.',
    whatToDo: {
      session: 'If you were invited, the cancellation is in your Outlook calendar too.',
      notice: 'You need do nothing.',
    },
  },
  placesOnAgain: {
    subject: (title: string) => `It takes place after all: ${title}`,
    lead: 'We told you that it was off. It takes place after all.',
    hasPlace: 'You still have your place.',
    wanted: 'What you told us still stands: you would like a place.',
    withdraw: 'If you cannot come now, please say so in Teams or ring us.',
  },
  placesClosed: {
    subject: (title: string, interested: number) =>
      interested === 0 ? `It has closed, and nobody is interested: ${title}` : `It has closed, please make the draw: ${title}`,
    heading: (title: string) => `Places at ${title}`,
    lead: (interested: number, places: number) =>
      `${interested === 0 ? 'Nobody is' : interested === 1 ? '1 Member is' : `${interested} Members are`} interested in ${places} ${places === 1 ? 'place' : 'places'}.`,
    next: 'Please make the draw and look at it. Nobody has a place, and nobody is told, until an officer confirms.',
    nobody: 'The closing can be put later, or you may leave it as it is.',
    open: 'Open it in Teams',
  },
  evaluation: {
    first: {
      subject: (title: string, day: string) => `What did you think? ${title}, ${day}`,
      lead: (day: string) => `Thank you for coming on ${day}. What you tell us decides what we keep and what we change.`,
    },
    again: {
      subject: (title: string, day: string) => `There is still time to say what you thought: ${title}, ${day}`,
      lead: (day: string) => `You came on ${day}, and we have not heard what you thought. It would help us.`,
    },
    heading: (title: string) => `What did you think of ${title}?`,
    whoReads: 'Your officers read what you write. Nobody else sees whose it is.',
    noMore: 'We will not ask again.',
    open: 'Say what you thought',
    how: (questions: number) =>
      `${questions === 1 ? 'One question' : `${questions} questions`}, less than a minute. It opens in Teams, on your phone too.`,
  },
  askReason: {
    subject: (title: string, day: string) => `Why was it cancelled? ${title}, ${day}`,
    heading: (title: string) => `Why was ${title} cancelled?`,
    lead: (day: string, time: string) =>
      `The session on ${day} at ${time} was cancelled in Outlook. Every cancellation needs a reason. It is kept with the session, and nobody is sent a message about it.`,
    open: 'Give the reason in Teams',
    orReply: 'Without Teams, please tell Member support the reason.',
  },
} as const

/** What goes with Outlook's own cancellation to everyone invited. */
export const calendarWords = {
  plain: 'This session is cancelled.',
  sameCourse: (day: string, time: string, where: string | undefined) =>
    `The same course runs on ${day} at ${time}${where ? `, ${where}` : ''}.`,
  newDate: 'A new date will follow.',
  questions: ({ name, role, telephone }: Help) => `Questions? Ring ${name}, ${role}, on ${telephone}.`,
} as const

/** What stands above the decision card of those who hear that nobody has decided in time (C3.4). */
export const escalationNote = 'Nobody has decided in time. The session stands until somebody does.'
