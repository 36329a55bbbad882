import type { Day } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { NotBound } from './bound.ts'

/** How a Member stands to one rule on a day (C5.1). Days are the last on which it is in time. */
export type Status =
  | { readonly kind: 'not-needed'; readonly because: NotBound }
  /** Not done yet. Without a day: before they sit, or at no set time. */
  | { readonly kind: 'due'; readonly by?: Day }
  /** `moreBy`: it is to be done once more, and not yet within the year that is for it. */
  | { readonly kind: 'done'; readonly on: Day; readonly moreBy?: Day }
  | { readonly kind: 'refresher-due'; readonly by: Day }
  /** The day has passed: of the first time (`never-done`), or of doing it again. */
  | { readonly kind: 'overdue'; readonly by: Day; readonly neverDone: boolean }

/** What of a council's rules says how somebody stands to one of those of `mandatory`. */
export type StandingRules = Pick<Rulebook, 'members' | 'planning' | 'programme'>
