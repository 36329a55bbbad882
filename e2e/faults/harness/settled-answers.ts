import type { Response } from '../../../domain/sessions/response.ts'
import { addressOf } from './outside/council-world.ts'
import type { Lived } from './run.ts'
import type { Held } from './sessions-held.ts'

/** Milliseconds since 1970, in true time. */
export type Span = { readonly from: number; readonly until: number }

/** How long a change in a calendar may stay unseen, in milliseconds: Graph may lose its word of it, and calendars are read again every six hours. */
export const unseenFor = 6.5 * 3_600_000

/** What a Member answered, where that was the same all through the span; undefined where it was not, or was being changed. */
export function settledAnswer({ world, meant, scenario }: Lived, { eventId }: Held, number: number, span: Span): Response | undefined {
  const begun = scenario.beginsAt.epochMilliseconds
  const own = world.outlook.entries.get(eventId)?.answers.filter(({ address }) => address === addressOf(number)) ?? []
  const before = own.filter(({ at }) => at <= Math.max(span.from, begun)).at(-1)
  const meanwhile = own.some(({ at }) => at > span.from && at < span.until && at > begun)
  // What they asked of Quorate and were told is done stands in Outlook soon after, and is then among its answers.
  const asking = meant.answers.some(
    ({ member, eventId: of, at, toldAt }) =>
      member === number && of === eventId && at < span.until && (toldAt === undefined || toldAt > span.from),
  )
  return meanwhile || asking ? undefined : before?.response
}
