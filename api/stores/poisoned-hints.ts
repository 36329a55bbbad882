import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { GivenUp, PoisonedHints } from '../ports/council.ts'
import type { Row, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { instantCodec, rowCodec } from './codec.ts'
import { poisonedHintsPk } from './keys.ts'

const givenUpCodec = rowCodec<GivenUp>()(z.object({ count: z.int(), lastAt: instantCodec }))

const theRow = 'given-up'
/** What happened longer ago is no news of how things are. */
const keptHours = 7 * 24
/** Instances that count at once make each other begin again. */
const mostTries = 5

type Deps = { readonly council: CouncilId; readonly tables: Tables; readonly clock: Clock }

/** How many of a council's hints were given up, and when last: one row, so that however many there are it stays one. */
export function createPoisonedHints({ council, tables, clock }: Deps): PoisonedHints {
  const pk = poisonedHintsPk(council)

  function within(row: Row | undefined): GivenUp | undefined {
    const known = row && givenUpCodec.from(row.data)
    return known && isBefore(clock.now(), known.lastAt.add({ hours: keptHours })) ? known : undefined
  }

  return {
    lately: async () => within(await tables.get(pk, theRow)),
    async note(count) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await tables.get(pk, theRow)
        const data = givenUpCodec.data({ count: (within(row)?.count ?? 0) + count, lastAt: clock.now() })
        const written = await tables.commit(pk, [row ? { replace: theRow, data, etag: row.etag } : { insert: theRow, data }])
        if (written === 'saved') return
      }
      throw new Unavailable('storage', 'busy')
    },
  }
}
