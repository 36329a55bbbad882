import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { sessionsAhead } from '../../domain/requirements/ahead.ts'
import type { KeptCompletion } from '../../domain/requirements/completion.ts'
import { attendedIn, evidenceOf } from '../../domain/requirements/evidence.ts'
import { standingOf } from '../../domain/requirements/standing.ts'
import type { Voice } from '../../domain/requirements/words.ts'
import type { MemberRequirements, MyRequirements, Requirement } from '../contracts/requirements.ts'
import type { Council } from '../ports/council.ts'
import { inOrder, requirementOf } from './requirement-views.ts'

/** Two election cycles: whoever last attended longer ago is asked again. */
export const yearsBack = 8
const yearsAhead = 1
const meetingsAhead = { hours: 24 * 183 }

type Reading = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'meetings' | 'completions'>

/** C5.1: what a Member must do, with why, and the session that would meet it. */
export async function readMyRequirements(council: Reading, member: Member): Promise<MyRequirements> {
  const { completions, rulebook, clock } = council
  const told = rulebook.mandatory.rules.length === 0 ? [] : await completions.ofMember(member.id)
  const now = clock.now()
  return { on: String(londonDay(now)), requirements: [...(await requirementsOf(council, member, told, 'you'))], now: String(now) }
}

/** The same of one Member for officers, with what they have put down; undefined when there is no such Member. */
export async function readMemberRequirements(
  council: Reading & Pick<Council, 'members'>,
  memberId: MemberId,
): Promise<MemberRequirements | undefined> {
  const { members, completions, rulebook, clock } = council
  const found = await members.find(memberId)
  if (!found) return undefined
  const now = clock.now()
  const told = await completions.ofMember(memberId)
  const { rules } = rulebook.mandatory
  return {
    member: { memberId, name: found.value.shortName },
    on: String(londonDay(now)),
    requirements: [...(await requirementsOf(council, found.value, told, 'they'))],
    choices: rules
      .map(({ id, label, through, equivalence, again }) => {
        return { ruleId: id, label, eLearning: through === 'e-learning', equivalence, needsUntil: again !== 'never' }
      })
      .filter(({ eLearning, equivalence }) => eLearning || equivalence),
    completions: told
      .toSorted((one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds)
      .map((each) => completionView(each, rules.find(({ id }) => id === each.ruleId)?.label ?? each.ruleId)),
    now: String(now),
  }
}

function completionView(completion: KeptCompletion, label: string): MemberRequirements['completions'][number] {
  const { id, kind, on, until, what, at, byName, withdrawn } = completion
  return {
    completionId: id,
    label,
    kind,
    on: String(on),
    ...(until ? { until: String(until) } : {}),
    ...(what ? { what } : {}),
    at: String(at),
    by: byName,
    ...(withdrawn ? { withdrawn: { at: String(withdrawn.at), by: withdrawn.byName, why: withdrawn.why } } : {}),
  }
}

/** Reads the lists of nine years and the meetings of half a year, and where nothing is mandatory nothing. */
async function requirementsOf(
  { clock, rulebook, sessions, meetings }: Reading,
  member: Member,
  told: readonly KeptCompletion[],
  voice: Voice,
): Promise<readonly Requirement[]> {
  if (rulebook.mandatory.rules.length === 0) return []
  const now = clock.now()
  const on = londonDay(now)
  const until = inLondon(on.add({ years: yearsAhead }), '00:00')
  const [near, mine, ahead] = await Promise.all([
    sessions.between(inLondon(on.subtract({ years: yearsBack }), '00:00'), until),
    sessions.ofMember(member.id, now, until),
    meetings.between(now, now.add(meetingsAhead)),
  ])
  const attended = attendedIn(near, rulebook, now)
  const coming = sessionsAhead(near, rulebook, now)
  const around = {
    voice,
    answers: new Map(mine.map((each) => [each.sessionId, each.wanted?.answer ?? each.response])),
    meetings: ahead,
    now,
  }
  const placed = rulebook.mandatory.rules.flatMap((rule) => {
    const standing = standingOf(rule, member, evidenceOf(rule, member.id, attended, told), on, rulebook)
    return requirementOf(standing, { ...around, coming: coming.get(rule.id) ?? [] })
  })
  return inOrder(placed)
}
