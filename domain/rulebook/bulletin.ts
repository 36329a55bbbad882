import { z } from 'zod'
import { periodErrors } from './calendar-days.ts'
import { address, identifier, label, period, wallTime, weekday } from './fields.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

/** C4.2, in the order in which they stand unless the council orders them otherwise. */
export const bulletinSections = ['new', 'sessions', 'external', 'own-time', 'hub', 'cancellations', 'circulars', 'you-said-we-did'] as const

/** C4.1 (TH 4.21): weekly, to all Members. The day and the time are a reading: no document names them. */
export const bulletinSchema = z.strictObject({
  /** What the council calls it. */
  name: label.default('Member Bulletin'),
  on: weekday.default('friday'),
  at: wallTime.default('10:00'),
  /** An issue that falls on a bank holiday or a closure. */
  onBankHoliday: z.enum(['previous-working-day', 'skip']).default('previous-working-day'),
  /** No issue falls due in these. */
  recess: z.array(period).max(60).default([]),
  alsoTo: z.array(address).max(50).default([]),
  sections: z
    .array(z.enum(bulletinSections))
    .min(1)
    .max(bulletinSections.length)
    .default([...bulletinSections]),
  /** Off: nothing goes until an officer releases it (C4.2). */
  autoRelease: z.boolean().default(false),
  /** C4.3 (BR r2): a session whose first issue would come later than either is flagged. 0 asks for none. */
  leadTime: z.strictObject({ weeks: z.int().min(0).max(26).default(4), issues: z.int().min(0).max(10).default(2) }).prefault({}),
  /** C4.6: what somebody else publishes and is passed on in each such period. */
  recurring: z
    .array(z.strictObject({ id: identifier, label, every: z.enum(['month', 'quarter', 'year']) }))
    .max(30)
    .default([]),
  /** C4.20 (BR r4; TK 6.b5). */
  youSaidWeDid: z.boolean().default(true),
})

/** C4.4 (TH 4.21): how limited places are allotted, never by who replied first. */
export const allocationSchema = z.strictObject({
  /** In this order; those still equal are always drawn by ballot, whether or not it is named: nobody chooses between them. */
  criteria: z
    .array(z.enum(['role-need', 'pdp', 'not-had-one', 'ballot']))
    .min(1)
    .max(4)
    .default(['role-need', 'pdp', 'not-had-one', 'ballot']),
  /** Calendar days after the issue that announced it, where officers name no other closing. */
  closesAfterDays: z.int().min(1).max(60).default(7),
  closesAt: wallTime.default('17:00'),
})

/** C4.13 (BR r2; TH 4.23): texts and emails that officers send besides the reminders. */
export const alertsSchema = z.strictObject({
  /** 0: none may be sent. */
  perMemberPerWeek: z.int().min(0).max(7).default(2),
  channels: z
    .array(z.enum(['text', 'email']))
    .min(1)
    .max(2)
    .default(['text', 'email']),
})

/** C4.5: whose courses are circulated to Members as external training. */
export const providersSchema = z.array(z.strictObject({ name: label })).max(100)

type Bulletin = z.infer<typeof bulletinSchema>

/** What no single setting of the bulletin shows: something to be said in it and no section to say it in. */
export function bulletinErrors(bulletin: Bulletin): readonly RulebookError[] {
  const { sections, recurring, youSaidWeDid, leadTime } = bulletin
  const homeless = recurring.length > 0 && !sections.includes('circulars')
  const unsaid = youSaidWeDid && !sections.includes('you-said-we-did')
  const tooMany = leadTime.issues > leadTime.weeks
  return [
    ...twice(sections, 'bulletin.sections', words.choiceTwice),
    ...(homeless ? [{ path: 'bulletin.sections', message: words.noSectionFor('circulars', 'what is passed on regularly') }] : []),
    ...(unsaid ? [{ path: 'bulletin.sections', message: words.noSectionFor('you-said-we-did', '“you said, we did”') }] : []),
    ...(tooMany ? [{ path: 'bulletin.leadTime.issues', message: words.issuesBeyondWeeks(leadTime.issues, leadTime.weeks) }] : []),
    ...twice(
      recurring.map((item) => item.id),
      'bulletin.recurring',
      words.idTwice,
    ),
    ...periodErrors(bulletin.recess, 'bulletin.recess'),
  ]
}

/** A ballot settles everything: nothing can be weighed after it. */
export function allocationErrors({ criteria }: z.infer<typeof allocationSchema>): readonly RulebookError[] {
  const ballotAt = criteria.indexOf('ballot')
  const early = ballotAt !== -1 && ballotAt < criteria.length - 1
  return [
    ...twice(criteria, 'allocation.criteria', words.choiceTwice),
    ...(early ? [{ path: 'allocation.criteria', message: words.afterTheBallot() }] : []),
  ]
}
