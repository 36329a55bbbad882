import { phoneListOf } from '../../domain/duties/phone-list.ts'
import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { runOffered } from '../../domain/sessions/other-runs.ts'
import type { Call, SessionRecord } from '../../domain/sessions/session-record.ts'
import type { PhoneList } from '../contracts/attention.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { phoneListWords } from './phone-list-words.ts'
import { contextOf } from './read-context.ts'

export type CallRefusal =
  { readonly kind: 'no-such-session' } | { readonly kind: 'not-on-list' } | { readonly kind: 'no-call' } | { readonly kind: 'busy' }

type CallOrder = { readonly sessionId: SessionId; readonly memberId: MemberId }

const attempts = 4

/** Whom to ring about a session cancelled at short notice, what to say, and what came of each call (C3.12). */
export async function readPhoneList(council: Council, sessionId: SessionId): Promise<PhoneList | undefined> {
  const found = await council.sessions.find(sessionId)
  return found && phoneListView(found, await contextOf(council, found.session.courseId))
}

/** Writes down one call to a Member on the list. Calls are kept for ever: two officers' calls are two calls, and one `id` is one. */
export async function recordCall(
  council: Council,
  officer: Officer,
  order: CallOrder & { readonly outcome: Call['outcome']; readonly id: string },
): Promise<Result<PhoneList, CallRefusal>> {
  const { id, memberId, outcome } = order
  return changeCalls(council, order, (at, { calls }) => {
    const known = calls.find((call) => call.id === id)
    return known ?? { id, memberId, outcome, at: afterAll(calls, at), by: officer.id, byName: officer.name }
  })
}

/** Later than every call before it: calls are read by their times, and what is taken back is the last. A rehearsal's clock may stand. */
function afterAll(calls: readonly Call[], at: Call['at']): Call['at'] {
  const last = calls.at(-1)?.at
  return last && !isBefore(last, at) ? last.add({ milliseconds: 1 }) : at
}

/** Takes back the last call that stands, for a slip of the thumb; what was taken back stays in the record. */
export async function takeBackCall(council: Council, officer: Officer, order: CallOrder): Promise<Result<PhoneList, CallRefusal>> {
  return changeCalls(council, order, (at, { calls }) => {
    const last = calls.findLast((call) => call.memberId === order.memberId && call.takenBackAt === undefined)
    return last && { ...last, takenBackAt: at, takenBackBy: officer.id }
  })
}

async function changeCalls(
  council: Council,
  { sessionId, memberId }: CallOrder,
  change: (at: Call['at'], record: SessionRecord) => Call | undefined,
): Promise<Result<PhoneList, CallRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await council.sessions.find(sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const context = await contextOf(council, found.session.courseId)
    const { entries } = phoneListOf(found, context.members, context.rulebook, context.now)
    if (!entries.some((entry) => entry.memberId === memberId)) return refused({ kind: 'not-on-list' })

    const call = change(context.now, found)
    if (!call) return refused({ kind: 'no-call' })
    const written = await council.sessions.save({ session: found.session, history: [], calls: [call] }, { etag: found.etag })
    const calls = [...found.calls.filter((each) => each.id !== call.id), call]
    if (written === 'saved') return ok(phoneListView({ ...found, calls }, context))
  }
  return refused({ kind: 'busy' })
}

function phoneListView(record: SessionRecord, { members, rulebook, otherRuns, now }: ComposeContext): PhoneList {
  const { session } = record
  const { entries, delivered, onTheirWay } = phoneListOf(record, members, rulebook, now)
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    ...(session.standing.kind === 'cancelled' ? { cancelledAt: String(session.standing.at) } : {}),
    say: phoneListWords.say(session, runOffered(session, otherRuns, rulebook, now)),
    entries: entries.map(({ calls, ...entry }) => ({
      ...entry,
      calls: calls
        .filter((call) => call.takenBackAt === undefined)
        .map(({ outcome, at, byName }) => ({ outcome, at: String(at), by: byName })),
    })),
    delivered,
    onTheirWay,
    now: String(now),
  }
}
