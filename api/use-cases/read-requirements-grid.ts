import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { Day } from '../../domain/kernel/time.ts'
import { everyMember } from '../../domain/members/audience.ts'
import { attendedIn, evidenceOf } from '../../domain/requirements/evidence.ts'
import { standingOf, type Standing } from '../../domain/requirements/standing.ts'
import { ruleWords } from '../../domain/requirements/words.ts'
import type { RequirementsGrid } from '../contracts/requirements.ts'
import type { Council } from '../ports/council.ts'
import { yearsBack } from './read-requirements.ts'

type Reading = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'members' | 'completions'>
type Cell = RequirementsGrid['members'][number]['cells'][number]

/** C5.1: how every Member in office on a day stood to every rule on it; for a day to come, by what is known now. */
export async function readRequirementsGrid(council: Reading, asked?: Day): Promise<RequirementsGrid> {
  const { clock, rulebook, sessions, members, completions } = council
  const now = clock.now()
  const on = asked ?? londonDay(now)
  const { rules } = rulebook.mandatory
  const from = inLondon(londonDay(now).subtract({ years: yearsBack }), '00:00')
  const [near, told, roll] = await Promise.all([rules.length > 0 ? sessions.between(from, now) : [], completions.all(), members.all()])
  const attended = attendedIn(near, rulebook, now)
  return {
    on: String(on),
    rules: rules.map((rule) => ({ ruleId: rule.id, label: rule.label, says: ruleWords(rule) })),
    members: everyMember(roll, rulebook, on).map((member) => ({
      memberId: member.id,
      name: member.shortName,
      ...(member.group ? { group: member.group } : {}),
      cells: rules.map((rule) => cellOf(standingOf(rule, member, evidenceOf(rule, member.id, attended, told), on, rulebook))),
    })),
    now: String(now),
  }
}

function cellOf({ status, sits }: Standing): Cell {
  const maySit = sits.length > 0 ? { maySit: sits.every((seat) => seat.maySit) } : {}
  if (status.kind === 'not-needed') return { status: 'not-needed' }
  const day = status.kind === 'done' ? status.on : status.by
  return { status: status.kind, ...(day ? { day: String(day) } : {}), ...maySit }
}
