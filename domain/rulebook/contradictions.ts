import { allocationErrors, bulletinErrors } from './bulletin.ts'
import { costErrors } from './costs.ts'
import { evaluationErrors } from './evaluation.ts'
import { calendarErrors } from './calendar-days.ts'
import { mandatoryErrors } from './mandatory.ts'
import { pdpErrors } from './pdp.ts'
import { planningErrors } from './planning.ts'
import { slotErrors } from './programme.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import type { Rulebook } from './rulebook.ts'
import { rulebookWords as words } from './words.ts'

/** What no single field shows: names that mean nothing, times in the wrong order. */
export function contradictionsIn(rulebook: Rulebook): readonly RulebookError[] {
  return [
    ...kindErrors(rulebook),
    ...audienceErrors(rulebook),
    ...namesThatStandTwice(rulebook),
    ...textErrors(rulebook),
    ...decisionErrors(rulebook),
    ...calendarErrors(rulebook.workingDays.closures, rulebook.workingDays.schoolHolidays),
    ...bulletinErrors(rulebook.bulletin),
    ...allocationErrors(rulebook.allocation),
    ...costErrors(rulebook.costs),
    ...mandatoryErrors(rulebook.mandatory),
    ...pdpErrors(rulebook.pdp),
    ...slotErrors(rulebook.programme),
    ...planningErrors(rulebook.planning),
    ...evaluationErrors(rulebook.evaluation),
  ]
}

function kindErrors({ kinds, recognition, minimum }: Rulebook): readonly RulebookError[] {
  const known = kinds.map((kind) => kind.id)
  const named: readonly (readonly [path: string, id: string | undefined])[] = [
    ...Object.entries(recognition.categories).map(([category, id]) => [`recognition.categories.${category}`, id] as const),
    ['recognition.sharedMailboxKind', recognition.sharedMailboxKind],
    ...Object.keys(minimum.byKind).map((id) => [`minimum.byKind.${id}`, id] as const),
    ...kinds.map((kind, index) => [`kinds.${index}.whenHybrid`, kind.whenHybrid] as const),
    ...kinds.map((kind, index) => [`kinds.${index}.whenOnline`, kind.whenOnline] as const),
  ]
  return named.flatMap(([path, id]) => (id === undefined || known.includes(id) ? [] : [{ path, message: words.unknownKind(id) }]))
}

/** C1.7: what may not be narrowed must say for whom it is; `relevant-members` leaves that to each session. */
function audienceErrors({ kinds }: Rulebook): readonly RulebookError[] {
  return kinds.flatMap(({ label, audience, audienceFixed }, index) =>
    audienceFixed && audience === 'relevant-members'
      ? [{ path: `kinds.${index}.audienceFixed`, message: words.fixedWithoutAudience(label) }]
      : [],
  )
}

function namesThatStandTwice({ kinds, cancellation, recognition, minimum, ...rest }: Rulebook): readonly RulebookError[] {
  const ids = (list: readonly { readonly id: string }[]) => list.map((each) => each.id)
  const names = (list: readonly { readonly name: string }[]) => list.map((each) => each.name.toLowerCase())
  const labels = (list: readonly { readonly label: string }[]) => list.map((each) => each.label.toLowerCase())
  const categories = Object.keys(recognition.categories).map((category) => category.toLowerCase())
  return [
    ...twice(ids(kinds), 'kinds', words.kindTwice),
    ...twice(ids(cancellation.reasons), 'cancellation.reasons', words.reasonTwice),
    ...twice(ids(minimum.factors), 'minimum.factors', words.idTwice),
    ...twice(labels(kinds), 'kinds', words.nameTwice),
    ...twice(labels(cancellation.reasons), 'cancellation.reasons', words.nameTwice),
    ...twice(labels(minimum.factors), 'minimum.factors', words.nameTwice),
    ...twice(labels(rest.costs.categories), 'costs.categories', words.nameTwice),
    ...twice(labels(rest.mandatory.rules), 'mandatory.rules', words.nameTwice),
    ...twice(labels(rest.bulletin.recurring), 'bulletin.recurring', words.nameTwice),
    ...twice(categories, 'recognition.categories', words.categoryTwice),
    ...twice(names(rest.partners.organisations), 'partners.organisations', words.nameTwice),
    ...twice(names(rest.rooms.register), 'rooms.register', words.nameTwice),
    ...twice(names(rest.providers), 'providers', words.nameTwice),
    ...twice(rest.attendance.recordedBy, 'attendance.recordedBy', words.choiceTwice),
    ...twice(rest.alerts.channels, 'alerts.channels', words.choiceTwice),
    ...twice(rest.brief.parts, 'brief.parts', words.choiceTwice),
  ]
}

function textErrors({ reminders }: Rulebook): readonly RulebookError[] {
  const { from, until } = reminders.permitted
  if (until <= from) return [{ path: 'reminders.permitted.until', message: words.untilBeforeFrom(from, until) }]
  const times = [
    ['reminders.weekBefore.at', reminders.weekBefore.at],
    ['reminders.morningOf.at', reminders.morningOf.at],
    ['reminders.eveningBeforeAt', reminders.eveningBeforeAt],
  ] as const
  const outside = times.filter(([, at]) => at < from || at >= until)
  return outside.map(([path, at]) => ({ path, message: words.outsidePermitted(at, from, until) }))
}

function decisionErrors({ minimum, cancellation }: Rulebook): readonly RulebookError[] {
  const late = minimum.decideAt < minimum.reviewAt
  const cancellable = cancellation.reasons.some((reason) => reason.basis === 'lack-of-interest')
  return [
    ...(late ? [{ path: 'minimum.decideAt', message: words.decideBeforeReview(minimum.decideAt, minimum.reviewAt) }] : []),
    ...(cancellable ? [] : [{ path: 'cancellation.reasons', message: words.noLackOfInterest() }]),
  ]
}
