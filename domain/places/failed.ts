import { whyFailed } from '../duties/why-failed.ts'
import type { Purpose } from '../duties/duty.ts'
import type { Officer } from '../members/officer.ts'
import type { OfferRecord } from './offer.ts'
import { outcomeVerdict, type Known } from './telling.ts'

type Staffed = Known & { readonly officers: readonly Officer[] }

/**
 * Which emails about limited places did not arrive, by the name of whoever should have had it, and why. What has become untrue since is not
 * among them: nobody need be told it any more.
 *
 * Clauses: C4.4. Before the draw, and where nothing is called off, nobody sees who is interested, so that such a Member has no name here.
 */
export function failedMails(
  record: OfferRecord,
  known: Staffed,
): readonly { readonly name: string | undefined; readonly because: string }[] {
  return record.duties.flatMap((each) => {
    const because = whyFailed(each)
    if (because === undefined || isOfFormerOfficer(each.duty.purpose, known)) return []
    const isOwedStill = because === 'sent-twice' || outcomeVerdict(each.duty, record, known).kind === 'owed'
    return isOwedStill ? [{ name: nameOf(each.duty.purpose, record, known), because }] : []
  })
}

/** Whoever is no officer any more need not be told what officers are. */
function isOfFormerOfficer(purpose: Purpose, { officers }: Staffed): boolean {
  return 'officerId' in purpose && !officers.some(({ id }) => id === purpose.officerId)
}

function nameOf(purpose: Purpose, { offer }: Pick<OfferRecord, 'offer'>, { members, officers, calledOffAt }: Staffed): string | undefined {
  if ('officerId' in purpose) return officers.find(({ id }) => id === purpose.officerId)?.name
  const mayBeNamed = offer.draw !== undefined || calledOffAt !== undefined
  return mayBeNamed && 'memberId' in purpose ? members.find(({ id }) => id === purpose.memberId)?.shortName : undefined
}
