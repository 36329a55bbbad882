import { instant, isBefore } from '../../domain/kernel/time.ts'
import { inForce } from '../../domain/rulebook/in-force.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Council } from '../ports/council.ts'
import { currentIssue } from './issue-sources.ts'

/** As far as the programme is planned. */
const daysToCome = 400
/** For so long after new rules take effect each night looks again: a process that died, or one that had yet to hear of them, costs a day. */
const daysHeeded = 2

/** When a session or an issue is next looked at was worked out by the old rules: by the new ones it may be sooner. Repeatable. */
export async function heedRulebook(council: Council): Promise<void> {
  const now = council.clock.now()
  const versions = await council.rulebooks.readAnew()
  const ruling = inForce(versions, now)
  const isNew = ruling !== undefined && ruling.version > 1 && isBefore(now, instant(ruling.effectiveFrom).add({ hours: 24 * daysHeeded }))
  if (isNew) await lookAtAllToCome(council)
}

export async function lookAtAllToCome(council: Council): Promise<void> {
  const issue = (await currentIssue(council))?.record?.issue
  if (issue) await council.bulletins.askLook(issue.id)
  // Those that are cancelled too: a partner who could not be told so may have been taken off the list.
  for (const { id } of await allToCome(council)) await council.sessions.askLook(id)
}

export async function sessionsToCome(council: Council): Promise<readonly SessionSummary[]> {
  return (await allToCome(council)).filter(({ standing }) => standing.kind === 'standing')
}

async function allToCome({ sessions, clock }: Council): Promise<readonly SessionSummary[]> {
  const now = clock.now()
  return sessions.between(now, now.add({ hours: 24 * daysToCome }))
}
