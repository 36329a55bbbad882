import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from './postponed.ts'
import type { SessionSummary } from './session-record.ts'

/** C1.3: what is for Members who were named is theirs alone: they are invited to it, and asked, and nobody else hears of it. */
export function isForEverybodysEyes({ named, kind }: Pick<SessionSummary, 'named' | 'kind'>, rulebook: Pick<Rulebook, 'kinds'>): boolean {
  return !named || kindOf(rulebook, kind).audienceFixed
}

/** Whether a session is told of beyond those who are invited: in the bulletin, and in the year's programme. */
export function isPublished(session: SessionSummary, rulebook: Pick<Rulebook, 'kinds'>): boolean {
  return isOffered(session) && isForEverybodysEyes(session, rulebook)
}
