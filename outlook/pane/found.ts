import type { PlanBody, PlanCheck, PlanPoint } from '../../api/contracts/plan.ts'
import { deliveryOf } from '../../domain/sessions/recognise.ts'
import { bodyOf, type Draft } from '../../tab/features/details/draft.ts'
import { pointWords } from '../../tab/features/plan/words.ts'
import type { Findings } from '../events/findings.ts'
import { findingsText, markOfFacts } from '../events/findings.ts'
import type { OpenAppointment } from '../office/appointment.ts'

/** What is asked of the service about an appointment that is being written. */
export function planOf({ subject, startsAt, endsAt, place, invited }: OpenAppointment, kind: string, draft: Draft): PlanBody {
  const { audience, loopNeeded } = bodyOf({ ...draft, costs: [] }, 0)
  const isWhole = audience?.kind !== 'named' || audience.members.length > 0
  return {
    ...(subject ? { title: subject.slice(0, 200) } : {}),
    kind,
    startsAt,
    endsAt,
    delivery: deliveryOf({ place, roomAddresses: [] }),
    ...(place ? { place: place.slice(0, 200) } : {}),
    ...(audience && isWhole && !isUnnamed(audience) ? { audience } : {}),
    ...(loopNeeded ? { loopNeeded } : {}),
    ...askedOfInvited(invited),
  }
}

/** As many as the contract takes. Of more than that nothing is asked, and nothing said. */
const most = { people: 500, lists: 100 } as const

/** C1.3. Whoever Outlook has found no address for yet is not asked about. */
function askedOfInvited(invited: OpenAppointment['invited']): Pick<PlanBody, 'invited'> {
  const known = invited.filter(({ address }) => address !== '')
  const addresses = (mayBeList: boolean) => known.filter((each) => each.mayBeList === mayBeList).map(({ address }) => address)
  const [people, lists] = [addresses(false), addresses(true)]
  if (known.length === 0 || people.length > most.people || lists.length > most.lists) return {}
  return { invited: { people, lists } }
}

/** A committee or an office that is not chosen yet is not asked about. */
function isUnnamed(audience: NonNullable<PlanBody['audience']>): boolean {
  return (audience.kind === 'committee' && audience.committee === '') || (audience.kind === 'office' && audience.office === '')
}

/** What an officer should look at: the rest is worth knowing, and stays in the pane. */
export function toLookAt({ points }: Pick<PlanCheck, 'points'>): readonly PlanPoint[] {
  return points.filter(({ weight }) => weight !== 'note')
}

export type Standing = {
  readonly appointment: Pick<OpenAppointment, 'startsAt' | 'endsAt' | 'invited'>
  /** Whether what is written in the pane is what the appointment keeps. */
  readonly isKept: boolean
}

/**
 * What is left for the moment of sending: a clash that nobody has accepted warns, and narrowing what the rulebook says is for all Members holds
 * (C1.7), since the pane itself puts that right. The rest stays in the pane: a room may be marked tomorrow, and whoever sends knows more.
 *
 * Trap: what is refused here is never saved, and does not go out. Only what the appointment keeps may hold it.
 */
export function leftFor({ points }: Pick<PlanCheck, 'points'>, { appointment, isKept }: Standing): Findings {
  const { startsAt, endsAt, invited } = appointment
  const grave = points.filter((point) => point.about === 'audience-fixed' || (point.about === 'clash' && !point.accepted))
  return {
    of: markOfFacts({ startsAt, endsAt, addresses: invited.map(({ address }) => address) }),
    hold: isKept && grave.some(({ about, weight }) => about === 'audience-fixed' && weight === 'refused'),
    lines: grave.map((point) => {
      const { bold, rest } = pointWords(point)
      return `${bold} ${rest}`
    }),
  }
}

/** As it is left in the form. Nothing while it is not known of what stands now: what was found before must not outlive its reason. */
export function leftText(check: Pick<PlanCheck, 'points'> | undefined, standing: Standing): string {
  return check ? findingsText(leftFor(check, standing)) : ''
}
