import type { z } from 'zod'
import type { Result } from '../kernel/result.ts'
import { ok, refused } from '../kernel/result.ts'
import { Temporal } from '../kernel/time.ts'
import type { Rulebook } from './rulebook.ts'
import { rulebookSchema } from './rulebook.ts'
import { rulebookWords as words } from './words.ts'

/** `path` is written as in the document: `minimum.byKind.member-seminar`, `kinds.3.id`. */
export type RulebookError = { readonly path: string; readonly message: string }
export type RulebookRefusal = { readonly errors: readonly RulebookError[] }

/** A rulebook from outside, or everything that is wrong with it, each with its place and what to do about it. */
export function parseRulebook(given: unknown): Result<Rulebook, RulebookRefusal> {
  const parsed = rulebookSchema.safeParse(given)
  if (!parsed.success) return refused({ errors: parsed.error.issues.flatMap(errorsOf) })
  const errors = contradictionsIn(parsed.data)
  return errors.length === 0 ? ok(parsed.data) : refused({ errors })
}

/**
 * A preset with a council's own settings over it: objects are merged, lists and single values replaced, and `null` takes away
 * an entry (RFC 7396), so that a council can drop one of a preset's categories.
 */
export function withSettings(preset: Rulebook, settings: unknown): Result<Rulebook, RulebookRefusal> {
  if (settings === undefined) return ok(preset)
  if (!isObject(settings)) return refused({ errors: [{ path: '', message: words.notAnObject() }] })
  return parseRulebook(merged(preset, settings))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merged(under: unknown, over: unknown): unknown {
  if (!isObject(over)) return over
  const base = isObject(under) ? under : {}
  const kept = Object.entries(base).filter(([key]) => !Object.hasOwn(over, key))
  const given = Object.entries(over).filter(([, value]) => value !== null)
  return Object.fromEntries([...kept, ...given.map(([key, value]) => [key, merged(base[key], value)] as const)])
}

function errorsOf(issue: z.core.$ZodIssue): readonly RulebookError[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }]
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: words.notASetting(key) }))
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

/** What no single field shows: names that mean nothing, times in the wrong order. */
function contradictionsIn(rulebook: Rulebook): readonly RulebookError[] {
  return [
    ...kindErrors(rulebook),
    ...twice(
      rulebook.kinds.map((kind) => kind.id),
      'kinds',
      words.kindTwice,
    ),
    ...twice(
      rulebook.cancellation.reasons.map((reason) => reason.id),
      'cancellation.reasons',
      words.reasonTwice,
    ),
    ...twice(
      Object.keys(rulebook.recognition.categories).map((category) => category.toLowerCase()),
      'recognition.categories',
      words.categoryTwice,
    ),
    ...timeErrors(rulebook),
    ...reasonErrors(rulebook),
    ...dayErrors(rulebook),
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
  return named.flatMap(([path, id]) => (id === undefined || known.includes(id) ? [] : [{ path, message: words.unknownKind(id, known) }]))
}

function twice(ids: readonly string[], path: string, message: (id: string) => string): readonly RulebookError[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index)
  return repeated.map((id) => ({ path, message: message(id) }))
}

function timeErrors({ reminders, minimum }: Rulebook): readonly RulebookError[] {
  const { from, until } = reminders.permitted
  if (until <= from) return [{ path: 'reminders.permitted.until', message: words.untilBeforeFrom(from, until) }]
  const times = [
    ['reminders.weekBefore.at', reminders.weekBefore.at],
    ['reminders.morningOf.at', reminders.morningOf.at],
    ['reminders.eveningBeforeAt', reminders.eveningBeforeAt],
  ] as const
  const outside = times.filter(([, at]) => at < from || at >= until)
  const late = minimum.decideAt < minimum.reviewAt
  return [
    ...outside.map(([path, at]) => ({ path, message: words.outsidePermitted(at, from, until) })),
    ...(late ? [{ path: 'minimum.decideAt', message: words.decideBeforeReview(minimum.decideAt, minimum.reviewAt) }] : []),
  ]
}

function reasonErrors({ cancellation }: Rulebook): readonly RulebookError[] {
  if (cancellation.reasons.some((reason) => reason.basis === 'lack-of-interest')) return []
  return [{ path: 'cancellation.reasons', message: words.noLackOfInterest() }]
}

function dayErrors({ workingDays }: Rulebook): readonly RulebookError[] {
  const closures = workingDays.closures.map((on, index) => [`workingDays.closures.${index}`, on] as const)
  const holidays = workingDays.schoolHolidays.flatMap(
    ({ from, to }, index) =>
      [
        [`workingDays.schoolHolidays.${index}.from`, from],
        [`workingDays.schoolHolidays.${index}.to`, to],
      ] as const,
  )
  const unknown = [...closures, ...holidays].filter(([, on]) => !isDay(on))
  const backwards = workingDays.schoolHolidays.flatMap(({ from, to }, index) =>
    to < from ? [`workingDays.schoolHolidays.${index}.to`] : [],
  )
  return [
    ...unknown.map(([path, on]) => ({ path, message: words.noSuchDay(on) })),
    ...backwards.map((path) => ({ path, message: words.endsBeforeItBegins() })),
  ]
}

/** The schema checks the shape only: 30 February has the shape of a day. */
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}
