import { hasComeBack } from '../../domain/duties/came-back.ts'
import type { Purpose, SessionPurpose } from '../../domain/duties/duty.ts'
import { unconfirmedFrom } from '../../domain/duties/unconfirmed.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { MessageView } from '../contracts/programme.ts'
import type { ComposeContext } from '../ports/compose.ts'

type Context = Pick<ComposeContext, 'members' | 'officers' | 'rulebook' | 'now'>

/** A duty and what became of it, for the officers who can see which message reached whom. */
export function messageView(record: DutyRecord, context: Context): MessageView {
  const { duty, state } = record
  const { purpose } = duty
  const outcome = state.kind === 'done' ? state.outcome : undefined
  const because = outcome && 'because' in outcome ? outcome.because : undefined
  const delivery = deliveryOf(record, context)
  return {
    dutyId: duty.id,
    purpose: purpose.kind as SessionPurpose['kind'], // a session has no others
    ...(purpose.kind === 'reminder' ? { reminder: purpose.reminder } : {}),
    channel: duty.channel,
    to: nameOf(purpose, context),
    ...('memberId' in purpose ? { memberId: purpose.memberId } : {}),
    notBefore: String(duty.notBefore),
    ...(outcome ? { at: String(outcome.at) } : {}),
    state: outcome ? outcome.kind : (state.kind as Exclude<typeof state.kind, 'done'>),
    ...(because ? { because } : {}),
    ...(delivery ? { delivery } : {}),
    ...(outcome?.kind === 'sent' && outcome.body ? { body: outcome.body } : {}),
  }
}

/** C3.12: of a text on its way for longer than the rulebook says, nobody can tell whether it arrived. */
function deliveryOf(record: DutyRecord, { rulebook, now }: Context): MessageView['delivery'] {
  if (record.duty.channel === 'email' && hasComeBack(record.state)) return 'permanent-failure'
  if (record.duty.channel !== 'text' || record.state.kind !== 'done' || record.state.outcome.kind !== 'sent') return undefined
  const since = unconfirmedFrom(record, rulebook)
  if (since && isAtOrAfter(now, since)) return 'unconfirmed'
  return record.state.outcome.delivery?.status ?? 'sending'
}

function nameOf(purpose: Purpose, { members, officers }: Context): string {
  if ('memberId' in purpose) return members.find((member) => member.id === purpose.memberId)?.shortName ?? 'a Member who has left'
  if ('officerId' in purpose) return officers.find((officer) => officer.id === purpose.officerId)?.name ?? 'the organiser'
  return 'address' in purpose ? purpose.address : 'Outlook'
}
