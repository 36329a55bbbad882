import type { Plan, Point, ShortCheckLine } from './plan.ts'
import { shortCheckLines } from './plan.ts'

/**
 * The short check of a plan: type of training, family and work, religious and cultural events, access of the venue (C12.14).
 *
 * An officer's words answer a line whatever is known; where she wrote none, what is known answers it, or speaks against the plan, or leaves
 * it unanswered in sight.
 */
export function shortCheckOf(plan: Pick<Plan, 'check' | 'delivery' | 'place'>, points: readonly Point[]): readonly ShortCheckLine[] {
  return shortCheckLines.map((line) => {
    const words = plan.check[line]
    return words ? { line, state: 'answered', words } : { line, state: known(line, plan, points) }
  })
}

function known(line: ShortCheckLine['line'], plan: Pick<Plan, 'delivery' | 'place'>, points: readonly Point[]): ShortCheckLine['state'] {
  const isAbout = (...abouts: readonly Point['about'][]) => points.some(({ about }) => abouts.includes(about))
  switch (line) {
    case 'type':
      return 'unanswered' // why this type and not another, only a person can say
    case 'commitments':
      return isAbout('day-off', 'school-holiday') ? 'against' : 'unanswered'
    case 'events':
      if (points.some((point) => point.about === 'clash' && point.against.kind === 'event' && !point.accepted)) return 'against'
      return isAbout('events-unknown') ? 'unanswered' : 'answered'
    case 'access':
      break
  }
  if (plan.delivery !== 'online' && plan.place === undefined) return 'unanswered'
  const isBarred = points.some((point) => point.about === 'room' && point.trouble !== 'too-small' && point.weight !== 'note')
  return isBarred ? 'against' : 'answered'
}
