import type { SessionId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import type { SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { overlappingWith } from '../use-cases/read-around.ts'

/** Sessions to be looked at because of another that came, went, moved, has other people invited or may stay beside them (C14.12). */
export type Overlaps = {
  readonly concerned: readonly SessionId[]
  /** Once the lists are renewed: those that overlap now and were not seen before. Of two arranged at once, neither saw the other. */
  readonly seenSince: () => Promise<readonly SessionId[]>
}

/** Those that overlap it as it now stands, and those that overlapped it where the lists show it still. */
export async function overlapsConcerned(council: Council, record: SessionRecord, { otherRuns, around }: ComposeContext): Promise<Overlaps> {
  const now = summaryOf(record)
  const shown = otherRuns.find(({ id }) => id === now.id)
  const here = around?.sessions.map(({ id }) => id) ?? []
  if (shown && isSame(partOf(shown), partOf(now))) return { concerned: [], seenSince: async () => [] }
  const there = shown ? await overlappingWith(council, shown) : []
  return {
    concerned: [...here, ...there],
    async seenSince() {
      const after = around ? await overlappingWith(council, now) : []
      return after.filter((id) => !here.includes(id))
    },
  }
}

/** What the other session's clash with it comes from, and an officer's word on that clash (C14.3). */
function partOf(summary: SessionSummary): object {
  const { startsAt, endsAt, standing, invited, acceptedClashes = [] } = summary
  return {
    startsAt,
    endsAt,
    standing: standing.kind,
    isOffered: isOffered(summary),
    invited,
    accepted: acceptedClashes.map(({ id }) => id),
  }
}
