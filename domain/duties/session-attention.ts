import { hasAims, isBriefOwed } from '../brief/given.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import { isHeldBack } from '../sessions/held.ts'
import { audienceGap, audienceOf, isNarrowed } from '../sessions/invited-by-right.ts'
import type { Deadline, Elsewhere } from '../sessions/mandatory.ts'
import { reopenedBy } from '../sessions/mandatory.ts'
import { expectedAt } from '../sessions/room.ts'
import type { Session } from '../sessions/session.ts'
import { isNews, type RefusedTag } from '../sessions/tag.ts'

type About = { readonly sessionId: Session['id']; readonly title: string; readonly startsAt: Instant }

export type SessionAttention =
  /** C3.4: postponed, and still at its old time in Outlook. */
  | ({ readonly kind: 'to-move'; readonly group: 'decide'; readonly postponedAt: Instant; readonly by: string } & About)
  /** C3.15. */
  | ({
      readonly kind: 'need-reopened'
      readonly group: 'put-right'
      readonly needs: readonly { readonly name: string; readonly rule: string; readonly deadline: Deadline }[]
    } & About)
  /** C1.3: the invitation is not, or no longer, to those for whom it is. */
  | ({
      readonly kind: 'audience'
      readonly group: 'put-right'
      readonly missing: readonly string[]
      readonly surplus: readonly string[]
    } & About)
  /** What was written into its appointment and is not followed: officers think it said what it does not. */
  | ({
      readonly kind: 'tag-refused'
      readonly group: 'put-right'
      readonly because: RefusedTag['because']
      readonly organiser: string
    } & About)
  /** C1.11: the presenter has no brief by now, or one from before it changed. */
  | ({
      readonly kind: 'brief-owed'
      readonly group: 'moment'
      readonly organiser: string
      readonly hasAims: boolean
      readonly hasChanged: boolean
    } & About)
  /** C1.9: it does not say what it is to achieve, so nobody is told of it who has not been told already. */
  | ({
      readonly kind: 'held-back'
      readonly group: 'put-right'
      readonly sessionKind: string
      readonly hadAims?: true
      readonly firstSeenAt: Instant
    } & About)
  /** C1.15. */
  | ({ readonly kind: 'room-too-small'; readonly group: 'put-right'; readonly accepted: number; readonly capacity: number } & About)

type Known = {
  readonly members: readonly Member[]
  readonly rulebook: Rulebook
  readonly now: Instant
  /** Absent: nobody has looked, so nothing is said of needs. */
  readonly elsewhere?: Elsewhere | undefined
}

/** What waits for officers because of what they put down about a session, or decided on it. */
export function putDownAttention(session: Session, known: Known): readonly SessionAttention[] {
  const rows = [
    moveRow(session),
    needRow(session, known),
    audienceRow(session, known),
    heldRow(session, known),
    tagRow(session, known),
    roomRow(session, known),
    briefRow(session, known),
  ]
  return rows.filter((row) => row !== undefined)
}

function aboutOf({ id: sessionId, title, startsAt }: Session): About {
  return { sessionId, title, startsAt }
}

/** It goes once the session is moved or cancelled in Outlook, however long that takes. */
function moveRow(session: Session): SessionAttention | undefined {
  const { decision } = session
  if (!decision || !isPostponed(session)) return undefined
  return { kind: 'to-move', group: 'decide', ...aboutOf(session), postponedAt: decision.at, by: decision.byName }
}

function needRow(session: Session, { members, rulebook, now, elsewhere }: Known): SessionAttention | undefined {
  const needs = elsewhere ? reopenedBy(session, { members, rulebook, elsewhere, now }) : []
  if (needs.length === 0) return undefined
  const shown = needs.map(({ name, rule, deadline }) => ({ name, rule: rule.label, deadline }))
  return { kind: 'need-reopened', group: 'put-right', ...aboutOf(session), needs: shown }
}

function isToCome({ standing, startsAt }: Session, now: Instant): boolean {
  return standing.kind === 'standing' && !isAtOrAfter(now, startsAt)
}

function audienceRow(session: Session, { members, rulebook, now }: Known): SessionAttention | undefined {
  if (!isToCome(session, now) || !isNarrowed(session, rulebook)) return undefined
  const { missing, surplus } = audienceGap(session, members, rulebook)
  if (missing.length + surplus.length === 0) return undefined
  const names = (these: readonly Member[]) => these.map(({ shortName }) => shortName)
  return { kind: 'audience', group: 'put-right', ...aboutOf(session), missing: names(missing), surplus: names(surplus) }
}

/** What is for Members who were named is announced to nobody (C1.3), so nothing holds it back. */
function heldRow(session: Session, { rulebook, now }: Known): SessionAttention | undefined {
  const { kind: sessionKind, firstSeenAt } = session
  if (!isToCome(session, now) || audienceOf(session, rulebook)?.kind === 'named') return undefined
  if (!isHeldBack({ kind: sessionKind, aims: session.details?.aims }, rulebook)) return undefined
  const had = session.details?.hadAims ? { hadAims: true as const } : {}
  return { kind: 'held-back', group: 'put-right', ...aboutOf(session), sessionKind, ...had, firstSeenAt }
}

/** It goes once the appointment says something that can be followed, or an officer puts down in Quorate what holds. */
function tagRow(session: Session, { now }: Known): SessionAttention | undefined {
  const { refusedTag, details, organiser } = session
  if (!refusedTag || !isToCome(session, now) || !isNews(refusedTag, details)) return undefined
  return { kind: 'tag-refused', group: 'put-right', ...aboutOf(session), because: refusedTag.because, organiser: organiser.name }
}

function briefRow(session: Session, { rulebook, now }: Known): SessionAttention | undefined {
  if (!isBriefOwed(session, rulebook, now)) return undefined
  const hasChanged = session.brief !== undefined
  return {
    kind: 'brief-owed',
    group: 'moment',
    ...aboutOf(session),
    organiser: session.organiser.name,
    hasAims: hasAims(session),
    hasChanged,
  }
}

function roomRow(session: Session, { rulebook, now }: Known): SessionAttention | undefined {
  const { overfull, accepted, capacity } = expectedAt(session, rulebook)
  if (!isToCome(session, now) || !overfull || capacity === undefined) return undefined
  return { kind: 'room-too-small', group: 'put-right', ...aboutOf(session), accepted, capacity }
}
