import { memberId, sessionId } from '../../domain/kernel/ids.ts'
import { sharedFacts } from '../../domain/partners/told.ts'
import { recordTexts, type GivenDetails } from '../../domain/sessions/details.ts'
import type { TagDetails } from '../contracts/tag.ts'

/** What an officer gave, in the tab or in the add-in, as the records keep it: what is empty is not there. */
export function givenOf({
  audience,
  repeatOf,
  aims,
  provider,
  commitment,
  meets,
  capacity,
  costs,
  partners,
  ...more
}: TagDetails): GivenDetails {
  const { preWork, followUp } = commitment ?? {}
  return {
    ...(aims ? { aims } : {}),
    ...(preWork || followUp ? { commitment: { ...(preWork ? { preWork } : {}), ...(followUp ? { followUp } : {}) } } : {}),
    ...audienceGiven(audience),
    ...(provider ? { provider } : {}),
    costs: costs.map(({ category, pence, payable }) => ({
      category,
      pence,
      payable:
        payable.kind === 'on-terms'
          ? { kind: 'on-terms', terms: payable.terms.map(({ at, ...term }) => ({ ...term, ...(at ? { at } : {}) })) }
          : payable,
    })),
    ...(meets ? { meets } : {}),
    ...(capacity === undefined ? {} : { capacity }),
    ...(partners
      ? {
          partners: {
            facts: sharedFacts.filter((fact) => partners.facts.includes(fact)),
            ...(partners.booking ? { booking: partners.booking } : {}),
          },
        }
      : {}),
    ...(more.loopNeeded ? { loopNeeded: true } : {}),
    ...checkGiven(more.check),
    ...(more.jointWith?.length
      ? { jointWith: more.jointWith.map(({ partner, pence }) => ({ partner, ...(pence === undefined ? {} : { pence }) })) }
      : {}),
    ...recordGiven(more.record),
    ...(repeatOf ? { repeatOf: sessionId(repeatOf) } : {}),
  }
}

function recordGiven({ priorities = [], ...texts }: NonNullable<TagDetails['record']> = {}): Pick<GivenDetails, 'record'> {
  const written = recordTexts.flatMap((name) => (texts[name] ? [[name, texts[name]] as const] : []))
  const record = { ...(priorities.length > 0 ? { priorities: [...new Set(priorities)] } : {}), ...Object.fromEntries(written) }
  return Object.keys(record).length > 0 ? { record } : {}
}

export function audienceGiven(audience: TagDetails['audience']): Pick<GivenDetails, 'audience'> {
  if (!audience) return {}
  return { audience: audience.kind === 'named' ? { kind: 'named', members: audience.members.map(memberId) } : audience }
}

/** Lines with nothing written on them are unanswered. */
export function checkGiven({ type, commitments, events, access }: NonNullable<TagDetails['check']> = {}): Pick<GivenDetails, 'check'> {
  const check = {
    ...(type ? { type } : {}),
    ...(commitments ? { commitments } : {}),
    ...(events ? { events } : {}),
    ...(access ? { access } : {}),
  }
  return Object.keys(check).length > 0 ? { check } : {}
}
