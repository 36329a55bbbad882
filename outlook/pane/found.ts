import type { PlanBody, PlanCheck, PlanPoint } from '../../api/contracts/plan.ts'
import { deliveryOf } from '../../domain/sessions/recognise.ts'
import { bodyOf, type Draft } from '../../tab/features/details/draft.ts'
import { pointWords } from '../../tab/features/plan/words.ts'
import type { Findings } from '../events/findings.ts'
import { markOfFacts } from '../events/findings.ts'
import type { OpenAppointment } from '../office/appointment.ts'

/** What is asked of the service about an appointment that is being written. */
export function planOf({ subject, startsAt, endsAt, place }: OpenAppointment, kind: string, draft: Draft): PlanBody {
  const { audience } = bodyOf({ ...draft, costs: [] }, 0)
  const isWhole = audience?.kind !== 'named' || audience.members.length > 0
  return {
    ...(subject ? { title: subject.slice(0, 200) } : {}),
    kind,
    startsAt,
    endsAt,
    delivery: deliveryOf({ place, roomAddresses: [] }),
    ...(place ? { place: place.slice(0, 200) } : {}),
    ...(audience && isWhole && !isUnnamed(audience) ? { audience } : {}),
  }
}

/** A committee or an office that is not chosen yet is not asked about. */
function isUnnamed(audience: NonNullable<PlanBody['audience']>): boolean {
  return (audience.kind === 'committee' && audience.committee === '') || (audience.kind === 'office' && audience.office === '')
}

/** What an officer should look at: the rest is worth knowing, and stays in the pane. */
export function toLookAt({ points }: Pick<PlanCheck, 'points'>): readonly PlanPoint[] {
  return points.filter(({ weight }) => weight !== 'note')
}

/**
 * What is left for the moment of sending: a clash that nobody has accepted warns, and narrowing what the rulebook says is for all Members holds
 * (C1.7), since the pane itself puts that right. The rest stays in the pane: a room may be marked tomorrow, and whoever sends knows more.
 */
export function leftFor({ points }: Pick<PlanCheck, 'points'>, { startsAt, endsAt, invited }: OpenAppointment): Findings {
  const grave = points.filter((point) => point.about === 'audience-fixed' || (point.about === 'clash' && !point.accepted))
  return {
    of: markOfFacts({ startsAt, endsAt, addresses: invited.map(({ address }) => address) }),
    hold: grave.some(({ about, weight }) => about === 'audience-fixed' && weight === 'refused'),
    lines: grave.map((point) => {
      const { bold, rest } = pointWords(point)
      return `${bold} ${rest}`
    }),
  }
}
