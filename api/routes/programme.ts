import { z } from 'zod'
import { londonDay } from '../../domain/kernel/london.ts'
import { day } from '../../domain/kernel/time.ts'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { programme } from '../contracts/programme.ts'
import { programmeMonth } from '../contracts/month.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import { readMonth } from '../use-cases/read-month.ts'
import { readProgramme, usualSpan } from '../use-cases/read-programme.ts'
import type { Span } from '../use-cases/read-programme.ts'

const mostMonths = 24
const span = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() })

export function programmeRoutes(): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /programme',
        says: 'Sessions in a span of days',
        query: span,
        gives: programme,
      },
      async ({ council, query }) => {
        const usual = usualSpan(londonDay(council.clock.now()))
        const from = query.from ? day(query.from) : usual.from
        const asked = { from, to: query.to ? day(query.to) : from.add({ months: 6 }) }
        return isSensible(asked) ? done(await readProgramme(council, asked)) : tooLong
      },
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'GET /programme/month/:month',
        says: 'A month in whole weeks: sessions, committee meetings, free slots, holidays',
        params: ofMonth,
        gives: programmeMonth,
      },
      async ({ council, params }) => done(await readMonth(council, params.month)),
    ),
  ]
}

const ofMonth = z.object({
  month: z
    .string()
    .regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/)
    .transform((month) => day(`${month}-01`)),
})

function isSensible({ from, to }: Span): boolean {
  return from.until(to).sign > 0 && from.add({ months: mostMonths }).until(to).sign <= 0
}

const tooLong = problem('span-not-possible', { status: 400, title: 'Choose a first and a later last day, at most two years apart' })
