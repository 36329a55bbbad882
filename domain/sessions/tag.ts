import type { Rulebook } from '../rulebook/rulebook.ts'
import type { GivenDetails, SessionDetails } from './details.ts'

/** What an officer wrote into her appointment with the Outlook add-in: of which kind it is, and what a plain appointment cannot say. */
export type Tag = {
  /** One of the rulebook's `kinds`, or it says nothing. */
  readonly kind: string
  readonly given: GivenDetails
  /** Of what was written: another digest is another writing. */
  readonly digest: string
}

/** What stands where the add-in writes, and was not followed: nobody can read it, or it does not fit the council's rulebook and register. */
export type RefusedTag = {
  readonly because: 'unreadable' | 'does-not-fit'
  /** Of what was written: another digest is another writing. */
  readonly digest: string
}

/** The kind that a tag names, where the council has it. */
export function kindByTag(tag: Pick<Tag, 'kind'> | undefined, { kinds }: Pick<Rulebook, 'kinds'>): string | undefined {
  return kinds.find(({ id }) => id === tag?.kind)?.id
}

/**
 * Whether what a tag says is to be put down of a session: it is new, and no officer has put anything down in Quorate itself. Of a tag that
 * cannot be followed, whether anybody misses it.
 *
 * Trap: those who may write to the calendar are many, and a tag has no version. What was put down here was put down on what was seen,
 * and no tag takes its place.
 */
export function isNews(tag: Pick<Tag, 'digest'>, details: Pick<SessionDetails, 'fromTag'> | undefined): boolean {
  if (!details) return true
  return details.fromTag !== undefined && details.fromTag !== tag.digest
}

/** The category that an appointment of this tag should carry and does not, so that everyone sees in Outlook what it is. */
export function categoryWanted(
  tag: Pick<Tag, 'kind'> | undefined,
  categories: readonly string[],
  { kinds, recognition }: Pick<Rulebook, 'kinds' | 'recognition'>,
): string | undefined {
  const kind = kindByTag(tag, { kinds })
  const ours = Object.entries(recognition.categories)
  const carried = new Set(categories.map((category) => category.trim().toLowerCase()))
  if (!kind || ours.some(([category]) => carried.has(category.trim().toLowerCase()))) return undefined
  // Kinds that Outlook's own facts tell apart share a category: a webinar is training that is online. No others do: by that of visits
  // coaching would be a visit.
  const becomesIt = new Set(kinds.filter(({ whenOnline, whenHybrid }) => whenOnline === kind || whenHybrid === kind).map(({ id }) => id))
  const sharing = ours.find(([, each]) => becomesIt.has(each))
  return (ours.find(([, each]) => each === kind) ?? sharing)?.[0]
}
