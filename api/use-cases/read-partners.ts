import { hasComeBack } from '../../domain/duties/came-back.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Share } from '../../domain/partners/told.ts'
import { partnersOf } from '../../domain/partners/told.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { PartnerSharing } from '../contracts/partners.ts'
import type { Council } from '../ports/council.ts'
import { shareNow } from './partner-emails.ts'

/** C4.18: what would go to partners now, word for word, and what has gone to them before. */
export async function readPartners(council: Council, id: SessionId): Promise<PartnerSharing | undefined> {
  const { sessions, members, rulebook, profile, clock } = council
  const [found, roll] = await Promise.all([sessions.find(id), members.all()])
  if (!found) return undefined
  const { session, duties } = found
  const now = clock.now()
  const { emails, trouble, seen } = shareNow(found, { profile, rulebook, members: roll, now })
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    partners: partnersOf(rulebook).map((partner) => ({ ...partner })),
    ...(trouble ? { cannot: trouble.kind === 'names-a-member' ? { ...trouble, names: [...trouble.names] } : { ...trouble } } : {}),
    emails: emails.map(({ to, panel, more, ...email }) => ({
      ...email,
      panel: [...panel],
      more: [...more],
      to: to.map((partner) => ({ ...partner })),
    })),
    seen,
    number: (session.shares?.length ?? 0) + 1,
    shares: (session.shares ?? []).toReversed().map((share) => shareView(share, duties)),
    now: String(now),
  }
}

type ShareView = PartnerSharing['shares'][number]

function shareView({ number, at, byName }: Share, duties: readonly DutyRecord[]): ShareView {
  const inOrder = duties.toSorted((one, other) => one.duty.notBefore.epochMilliseconds - other.duty.notBefore.epochMilliseconds)
  const sent = inOrder.flatMap(({ duty: { purpose }, state }): ShareView['sent'] => {
    if (purpose.kind !== 'partner-share' && purpose.kind !== 'partner-cancelled') return []
    if (purpose.share !== number) return []
    const about = purpose.kind === 'partner-share' ? 'event' : 'cancellation'
    return [{ address: purpose.address, state: stateOf(state), about }]
  })
  // Cancelled, restored and cancelled again, an address has two of one kind: the later says what became of it.
  const latest = new Map(sent.map((each) => [`${each.about} ${each.address}`, each]))
  return { at: String(at), by: byName, sent: [...latest.values()] }
}

function stateOf(state: DutyRecord['state']): ShareView['sent'][number]['state'] {
  if (state.kind !== 'done') return 'waiting'
  if (hasComeBack(state)) return 'came-back'
  return state.outcome.kind === 'sent' ? 'sent' : 'not-sent'
}
