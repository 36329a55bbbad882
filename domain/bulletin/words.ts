import { londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { dateInWords, dayInWords, timeInWords } from '../kernel/words-of-time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { UptakeView } from '../sessions/summary.ts'
import { askedAgain, comingOf } from '../sessions/words.ts'
import type { SectionId } from './issue.ts'

/*
 * What the bulletin says, in the email and on the page. It stays where it is for days: always the day and the date, and every count "when
 * this was sent", or "now" where an issue is read again.
 */

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', trailingZeroDisplay: 'stripIfInteger' })

export const bulletinWords = {
  subject: (name: string, { asked, fresh }: { readonly asked: number; readonly fresh: number }) => {
    const parts = [
      ...(asked > 0 ? [`${asked} ${asked === 1 ? 'answer' : 'answers'} wanted`] : []),
      ...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'session' : 'sessions'}`] : []),
    ]
    return parts.length === 0 ? name : `${name}: ${parts.join(', ')}`
  },
  headline: (council: string, at: Instant, number: number) => `${council}, ${dayInWords(londonDay(at), { year: true })}, issue ${number}`,
  testSubject: (subject: string) => `TEST: ${subject}`,
  testNote: (name: string) => `This is a test, as it stands now and as ${name} would get it. It went to you alone.`,
  forYou: 'For you',
  canYouCome: (title: string) => `Can you come to ${title}?`,
  movedSince: 'The time has changed since you answered.',
  howToAnswer: 'Opens Teams with your answer ready to confirm. Or answer the invitation in Outlook.',
  answers: { accepted: 'Accept', tentative: 'Tentative', declined: 'Decline' },
  answerTo: (answer: string, title: string) => `${answer}: ${title}`,
  headings: {
    new: 'New',
    sessions: 'Coming up',
    external: 'Elsewhere',
    'own-time': 'In your own time',
    hub: 'New on the Hub',
    cancellations: 'Not now taking place',
    circulars: 'Passed on to you',
    'you-said-we-did': 'You said, we did',
  } as const satisfies Record<SectionId, string>,
  movedHeading: 'Cancelled or moved',
  when: ({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }) =>
    `${dayInWords(londonDay(startsAt))}, ${timeInWords(startsAt, 'midday')} to ${timeInWords(endsAt, 'midday')}`,
  also: (when: string, where: string | undefined) => `Also ${when}${where ? `, ${where}` : ''}.`,
  online: 'online',
  orOnline: (place: string) => `${place} or online`,
  mandatory: (whom: string) => `You must do this if you are ${whom}.`,
  count: ({ accepted, minimum, stage, decideBy, late }: UptakeView, at: 'when-sent' | 'now') => {
    const counted = at === 'now' ? 'now' : 'when this was sent'
    const coming = `${comingOf({ accepted, minimum })} coming ${counted}.`
    if (late) return `${coming} Officers are deciding whether it goes ahead.`
    if (decideBy) return `${coming} Decided on ${dateInWords(decideBy)}.`
    return stage === 'enough' || stage === 'going-ahead' ? `${accepted} coming ${counted}. It goes ahead.` : undefined
  },
  yours: { accepted: 'You accepted.', tentative: 'You said tentative.', declined: 'You declined.' } as const satisfies Record<
    Exclude<Response, 'none'>,
    string
  >,
  insteadBeside: (title: string, facts: string) => `Or in your own time: ${title}${facts ? `, ${facts}` : ''}.`,
  insteadOf: (title: string) => `You can do this instead of the session ${title}.`,
  minutes: (minutes: number) => `about ${minutes} minutes`,
  by: (provider: string, recognised: boolean) => (recognised ? `By ${provider}, a provider your council recognises.` : `By ${provider}.`),
  cost: (pence: number) => (pence === 0 ? 'Free.' : `It costs ${pounds.format(pence / 100)}.`),
  dates: (from: Day, to: Day | undefined) =>
    to && to.toString() !== from.toString() ? `${dayInWords(from)} to ${dayInWords(to)}.` : `${dayInWords(from)}.`,
  suits: (roles: readonly string[]) => `It suits: ${roles.join(', ')}.`,
  cancelled: (at: Instant) => `${dayInWords(londonDay(at))}: cancelled.`,
  postponed: (at: Instant) => `${dayInWords(londonDay(at))}: postponed. ${askedAgain}`,
  runsAgain: (at: Instant) => `It runs on ${dayInWords(londonDay(at))} at ${timeInWords(at, 'midday')}.`,
  moved: (from: Instant, to: { readonly startsAt: Instant; readonly endsAt: Instant }) =>
    `Moved from ${dayInWords(londonDay(from))}, ${timeInWords(from, 'midday')}, to ${bulletinWords.when(to)}.`,
  help: ({ name, role }: { readonly name: string; readonly role: string }) => `Need a hand? Ring ${name}, ${role}, on`,
  whoGetsIt: ({ members: { coOpteesInAll } }: Pick<Rulebook, 'members'>) =>
    `This bulletin goes to the Mayor${coOpteesInAll ? ', every councillor and every co-opted member' : ' and every councillor'}. We do not track who opens it.`,
  readInTeams: 'Read it in Teams',
  withPastIssues: ', with every past issue.',
  openLink: 'Open the page',
} as const

/** For whom something is mandatory. */
export const mandatoryWords = {
  whom: (groups: readonly string[]) =>
    groups.length < 2 ? (groups[0] ?? '') : `${groups.slice(0, -1).join(', ')} or ${groups.at(-1) ?? ''}`,
  everyone: 'a Member of the council',
  kinds: { mayor: 'the Mayor', councillor: 'a councillor', 'co-optee': 'a co-opted member' },
  office: (title: string) => `a holder of the office of ${title}`,
  committee: (name: string) => `on the ${name}`,
  /** The same where substitutes are bound too (C5.3). */
  seat: (name: string) => `on the ${name} or a named substitute`,
} as const
