import { z } from 'zod'

/** What crosses the wire. Instants are UTC ISO text; the tab writes them out on London's calendar. */
export const instantText = z.iso.datetime({ offset: false })
export const response = z.enum(['accepted', 'tentative', 'declined', 'none'])
export const answer = z.enum(['accepted', 'tentative', 'declined'])
export const counts = z.object({ accepted: z.int(), tentative: z.int(), declined: z.int(), none: z.int() })

/** Control characters but for tab and line ends, and the marks by which text is made to read backwards. */
const unseen = /[^\P{Cc}\t\n\r]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u

/** Whether everybody who reads a text sees all of it, and in its order. */
export function isPlainText(text: string): boolean {
  return !unseen.test(text)
}

/** The same without what nobody would see: for what was pasted. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(new RegExp(unseen, 'gu'), '')
}

/** What somebody typed: each letter in its one form (NFC), so that the same words are the same text, and nothing that nobody sees. */
export function typedText(longest: number) {
  return z.string().normalize('NFC').trim().max(longest).refine(isPlainText)
}

/** There is nothing to say but that it was done. */
export const nothing = z.object({})

/** Something outside that cannot be reached, and since when: said on every page that shows what came from it. */
export const unreachable = z.object({
  dependency: z.enum(['graph', 'entra', 'notify', 'teams', 'storage', 'modern-gov']),
  since: instantText,
})

/** Every refusal, in the form of RFC 9457. `reference` finds the log line; `refusal` is the machine's word for it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  refusal: z.string().optional(),
  reference: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Of an outage: what does not answer, on the council's clock, by which it is `now`. */
  outage: z.object({ now: instantText, unreachable: z.array(unreachable) }).optional(),
})
export type Problem = z.infer<typeof problem>

export const otherRun = z.object({
  sessionId: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  place: z.string().optional(),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  accepted: z.int(),
  partOfDay: z.enum(['day', 'evening']),
  /** On a Member's own pages: what she answered to it. */
  yours: response.optional(),
})

/** C14.5: a religious or cultural event as it meets a time: London days, both included. Whom it concerns is nowhere. */
export const eventMet = z.object({
  label: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  hours: z.enum(['all-day', 'after-sunset']),
  /** Only the evening before its first day is met. */
  isEve: z.boolean(),
  /** It is met even if its date is not off by a day. */
  isSure: z.boolean(),
})

export type EventMet = z.infer<typeof eventMet>

/** What a session cannot be on beside. Of a meeting, `endsAt` is absent where it is not published; `allDay`: nor is when it begins. */
export const clashesWith = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    committee: z.string(),
    startsAt: instantText,
    endsAt: instantText.optional(),
    allDay: z.literal(true).optional(),
    place: z.string().optional(),
  }),
  z.object({ kind: z.literal('session'), sessionId: z.string(), title: z.string(), startsAt: instantText, endsAt: instantText }),
  eventMet.extend({ kind: z.literal('event'), startsAt: instantText, endsAt: instantText }),
])
export type ClashesWith = z.infer<typeof clashesWith>

/** C1.9: out of what a session is held until it says what it is to achieve. */
export const heldOut = z.enum(['bulletin', 'bulletin-and-programme'])
export type HeldOut = z.infer<typeof heldOut>
