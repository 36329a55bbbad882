import { digest } from '../kernel/digest.ts'
import type { CourseId } from '../kernel/ids.ts'
import { courseId } from '../kernel/ids.ts'

const part = '(?:day|daytime|day time|evening|morning|afternoon|lunchtime|repeat|repeated|rerun|re run|online|in person|hybrid)'
const run = '(?:run|session|repeat|event|slot)'
/** What tells two runs of one course apart, at the end of a title: "(evening)", "- repeat", "evening session". */
const tails = [
  new RegExp(`\\s*[([]\\s*${part}(?:\\s+${run})?\\s*[)\\]]\\s*$`, 'i'),
  new RegExp(`\\s*[-–—:,|]\\s*${part}(?:\\s+${run})?\\s*$`, 'i'),
  new RegExp(`\\s+${part}\\s+${run}\\s*$`, 'i'),
  /\s+(?:repeat|repeated|rerun)\s*$/i,
]
const heads = /^(?:(?:cancell?ed|repeat|updated|postponed)\s*:\s*)+/

/** The title of the course that a session teaches: case, punctuation and what tells its runs apart are dropped (C14.4). */
export function courseTitle(title: string): string {
  let plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('re-run', 'rerun')
    .replaceAll('in-person', 'in person')
  plain = plain.trim().replace(heads, '')
  for (let shorter = withoutTail(plain); shorter !== plain; shorter = withoutTail(plain)) plain = shorter
  return plain
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same for people to read: as it was written, without what tells one run from another. */
export function courseHeading(title: string): string {
  let plain = title.trim()
  for (let shorter = withoutTail(plain); shorter !== plain; shorter = withoutTail(plain)) plain = shorter.trim()
  return plain
}

/** A title that is nothing but a tail stays as it is. */
function withoutTail(title: string): string {
  return tails.reduce((left, tail) => {
    const shorter = left.replace(tail, '')
    return shorter.trim() === '' ? left : shorter
  }, title)
}

/** What two runs of one course share: readable in its first part, and told apart from all others by its last. */
export function courseOf(title: string): CourseId {
  const plain = courseTitle(title)
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
  return courseId(`${slug === '' ? 'course' : slug}-${digest(plain).slice(0, 10)}`)
}
