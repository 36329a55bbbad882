import type { PlanBody, PlanCheck, PlanPoint } from '../../api/contracts/plan.ts'
import type { SendingRules } from '../../domain/rulebook/sending.ts'
import { deliveryOf } from '../../domain/sessions/recognise.ts'
import { bodyOf, type Draft } from '../../tab/features/details/draft.ts'
import { pointWords } from '../../tab/features/plan/words.ts'
import type { Findings } from '../events/findings.ts'
import { markOfFacts } from '../events/findings.ts'
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
  readonly rules: SendingRules
}

/** The rule of sending to which a point belongs: narrowing what is for all Members, a clash that nobody has accepted, Members left out. */
function ruleOf(point: PlanPoint): keyof SendingRules | undefined {
  if (point.about === 'audience-fixed') return 'narrowed'
  if (point.about === 'missing') return 'missing'
  return point.about === 'clash' && !point.accepted ? 'clash' : undefined
}

/**
 * Whether the council's rules hold the invitation for it.
 *
 * Trap: what is refused here is never saved, and does not go out. Only what the appointment keeps may hold it.
 */
export function isHeld(point: PlanPoint, { isKept, rules }: Pick<Standing, 'isKept' | 'rules'>): boolean {
  const rule = ruleOf(point)
  return isKept && rule !== undefined && rules[rule] === 'hold'
}

/**
 * What is left for the moment of sending, to warn of or to hold it as the rulebook says (C1.3, C1.7, C14.3). The rest stays in the pane: a
 * room may be marked tomorrow, and whoever sends knows more. Of what nobody could look at nothing is left but the rules: what was found
 * before must not outlive its reason.
 */
export function leftFor(check: Pick<PlanCheck, 'points'> | undefined, standing: Standing): Findings {
  const { startsAt, endsAt, invited } = standing.appointment
  const grave = check?.points.filter((point) => ruleOf(point) !== undefined) ?? []
  return {
    of: check ? markOfFacts({ startsAt, endsAt, addresses: invited.map(({ address }) => address) }) : '',
    lines: grave.map(lineOf),
    held: grave.filter((point) => isHeld(point, standing)).map(lineOf),
    holds: (['nobody', 'noAim'] as const).filter((rule) => standing.rules[rule] === 'hold'),
  }
}

/** What the council's rules hold it for that no answer of the service is about. Of what was saved before an aim may be put down in Quorate. */
export function lackingIn(
  { invited, isSaved }: Pick<OpenAppointment, 'invited' | 'isSaved'>,
  { aims }: Pick<Draft, 'aims'>,
  rules: SendingRules,
): readonly ('nobody' | 'noAim')[] {
  const isMissing = { nobody: invited.length === 0, noAim: !isSaved && aims.trim() === '' }
  return (['nobody', 'noAim'] as const).filter((rule) => isMissing[rule] && rules[rule] === 'hold')
}

function lineOf(point: PlanPoint): string {
  const { bold, rest } = pointWords(point)
  return `${bold} ${rest}`
}
