import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Tables } from '../ports/tables.ts'
import { inHundreds } from '../stores/due.ts'
import { jobPk, stamp } from '../stores/keys.ts'

/** Long past any moment that is still made up for. */
const keptDays = 90
/** Of each job in one go; what is left waits for the next night. */
const mostAtOnce = 1_000

/** Forgets the moments at which a council's jobs ran, once nobody asks about them any more. Repeatable. */
export async function forgetOccurrences(
  tables: Tables,
  { council, jobs, now }: { readonly council: CouncilId; readonly jobs: readonly string[]; readonly now: Instant },
): Promise<void> {
  const before = now.subtract({ hours: keptDays * 24 })
  for (const job of jobs) {
    const pk = jobPk(council, job)
    const old = await tables.first(pk, 'o~', `o~${stamp(before)}`, mostAtOnce)
    const drops = old.map(({ rk }) => ({ drop: rk }))
    await inHundreds(tables, pk, drops)
  }
}
