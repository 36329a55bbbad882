import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { dayInWords, timeInWords } from '../kernel/words-of-time.ts'
import type { Told, ToldChange } from './told.ts'

/** What partners read: day and date always, because an email stays for days. */
export const partnerWords = {
  usualBooking: ({ name, role, telephone }: { readonly name: string; readonly role: string; readonly telephone: string }) =>
    `To book, ring ${name}, ${role}, on ${telephone}.`,
  subject: {
    first: (told: Told) => `For you to pass on: ${told.title}${told.when ? `, ${dayOf(told.when.startsAt)}` : ''}`,
    changed: (told: Told) => `Changed: ${told.title}`,
    onAgain: (told: Told) => `On again: ${told.title}`,
    cancelled: (told: Told) => `CANCELLED: ${told.title}${told.when ? `, ${dayOf(told.when.startsAt)}` : ''}`,
  },
  lead: {
    first: (council: string) => `${council} is holding this event, and there may be people with you whom it suits. Please pass it on.`,
    changed: 'Something has changed since we told you of this event. Please pass it on.',
    onAgain: 'We told you that this event was cancelled. It takes place after all. Please pass it on.',
    cancelled: 'This event will not take place. Please tell whoever you passed it on to.',
  },
  putOff: 'The date has been put off. A new one will follow.',
  online: 'Online',
  orOnline: (place: string) => `${place}, or online`,
  hybrid: 'In person or online',
  placeToFollow: 'The place will follow.',
  purpose: (purpose: string) => `What it is for: ${purpose}`,
  whenInWords,
  whereInWords,
}

function dayOf(at: Instant): string {
  return dayInWords(londonDay(at))
}

/** "Tuesday 27 October 2026, 6:30pm to 8:30pm". Undefined: it is not shared. */
function whenInWords({ when, isPutOff }: Told): string | undefined {
  if (isPutOff) return partnerWords.putOff
  if (!when) return undefined
  const day = (at: Instant) => dayInWords(londonDay(at), { year: true })
  const [start, end] = [when.startsAt, when.endsAt]
  const endDay = day(end) === day(start) ? '' : `${day(end)}, `
  return `${day(start)}, ${timeInWords(start, 'midday')} to ${endDay}${timeInWords(end, 'midday')}`
}

function whereInWords({ delivery, place }: Told): string | undefined {
  if (!delivery) return undefined
  if (delivery === 'online') return partnerWords.online
  if (delivery === 'hybrid') return place ? partnerWords.orOnline(place) : partnerWords.hybrid
  return place ?? partnerWords.placeToFollow
}

/** One sentence for each thing that is otherwise now, with what it was. */
export function changeWords(change: ToldChange, before: Told, now: Told): string {
  switch (change) {
    case 'title':
      return `It is now called “${now.title}”. It was called “${before.title}”.`
    case 'when':
      return fromTo('The time', whenInWords(before), whenInWords(now))
    case 'where':
      return fromTo('The place', whereInWords(before), whereInWords(now))
    case 'purpose':
      if (!now.purpose) return 'What it is for is no longer given here.'
      return before.purpose ? 'What it is for has been written anew, below.' : 'What it is for is given below.'
    default:
      if (!now.booking) return 'Booking through us is no longer offered here.'
      return before.booking ? 'How to book has changed: see below.' : 'How to book is given below.'
  }
}

/** These are sentences of their own, and nothing that it could have been. */
const toFollow = new Set([partnerWords.putOff, partnerWords.placeToFollow])

function fromTo(what: string, before: string | undefined, now: string | undefined): string {
  if (now === undefined) return `${what} is no longer given here.`
  const was = before === undefined || toFollow.has(before) ? '' : ` It was ${before.replace(/\.$/, '')}.`
  return `${toFollow.has(now) ? now : `${what} is now ${now.replace(/\.$/, '')}.`}${was}`
}
