import { z } from 'zod'
import type { Channel } from '../../domain/duties/duty.ts'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Lanes, Rest } from '../ports/lanes.ts'
import type { Tables } from '../ports/tables.ts'
import { covering, instantCodec, rowCodec } from './codec.ts'
import { failedBecause } from './codec-duty.ts'
import { fresh } from './fresh.ts'
import { lanesPk, startingWith } from './keys.ts'

const stopped = covering<NonNullable<Rest['stopped']>>()(
  z.object({ kind: z.literal('stopped'), because: failedBecause, untilUtcMidnight: z.boolean() }),
)
const restCodec = rowCodec<Rest>()(z.object({ until: instantCodec, stopped: stopped.optional() }))

/** Milliseconds for which the rows are not read again: a call too many in that time is refused, and no more. */
const freshness = 10_000

/** A row for each channel that was told to rest. A cache of what providers said: losing it costs a refused call. */
export function createLanes(deps: { readonly council: CouncilId; readonly tables: Tables; readonly clock: Clock }): Lanes {
  const { tables, clock } = deps
  const pk = lanesPk(deps.council)
  const rows = fresh<ReadonlyMap<string, Rest>>(() => clock.mono(), freshness)

  async function read(): Promise<ReadonlyMap<string, Rest>> {
    const found = await tables.range(pk, ...startingWith(''))
    return new Map(found.map(({ rk, data }) => [rk, restCodec.from(data)]))
  }

  async function resting(channel: Channel): Promise<Rest | undefined> {
    const rest = (await rows.get(() => read())).get(channel)
    return rest && isBefore(clock.now(), rest.until) ? rest : undefined
  }

  return {
    resting,
    async rest(channel, rest) {
      rows.forget()
      const known = await resting(channel)
      if (known && !isBefore(known.until, rest.until)) return
      rows.forget()
      await tables.commit(pk, [{ put: channel, data: restCodec.data(rest) }])
    },
  }
}
