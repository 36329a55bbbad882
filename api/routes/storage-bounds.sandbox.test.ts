import { beforeAll, expect, test } from 'vitest'
import { routeCosts, type RouteCost } from '../testing/route-costs.ts'
import { access } from './access.ts'

/**
 * What each route may ask of storage for a council of 60 Members with 30 sessions to come (reliability.md §16): `ranges` and `points` once
 * a minute's caches are warm, `rows` when they are not. A route asks for more only when somebody changes its line here.
 */
const bounds: Readonly<Record<string, Bound>> = {
  // What waits for officers: because of sessions, and because of limited places.
  'GET /api/me': { ranges: 2, points: 3, rows: 20 },
  // What waits because of sessions, and every offer as lists show it: of what is over, or called off, nothing more. And one issue of the bulletin.
  'GET /api/me as an officer': { ranges: 2, points: 3, rows: 150 },
  // Its dozen single rows are of the sessions that still want her answer, asked for together.
  'GET /api/my/training': { ranges: 6, points: 16, rows: 300 },
  'GET /api/my/sessions/:sessionId': { ranges: 3, points: 4, rows: 400 },
  'GET /api/my/texts': { ranges: 0, points: 3, rows: 20 },
  // Eight years back and one ahead, a partition each, since what was done in an earlier cycle may count; her own list, and the meetings to come.
  'GET /api/requirements': { ranges: 14, points: 4, rows: 300 },
  'GET /api/members/:memberId/requirements': { ranges: 15, points: 4, rows: 300 },
  'GET /api/my/requirements': { ranges: 15, points: 3, rows: 300 },
  // A year back, by its two calendar years, and her own row of each of those sessions at which she was.
  'GET /api/my/evaluations': { ranges: 2, points: 4, rows: 60 },
  'GET /api/my/evaluations/:sessionId': { ranges: 1, points: 4, rows: 60 },
  'GET /api/sessions/:sessionId/evaluation': { ranges: 1, points: 4, rows: 400 },
  'GET /api/programme': { ranges: 4, points: 4, rows: 300 },
  'GET /api/programme/month/:month': { ranges: 4, points: 5, rows: 400 },
  // The session, the other runs of its course, what else is on in the days about it (meetings, and sessions), what was sent this week, and whether its places are limited.
  'GET /api/sessions/:sessionId': { ranges: 5, points: 5, rows: 400 },
  // The session, and those near it that could be its repeat; the calendar of meetings names the committees.
  'GET /api/sessions/:sessionId/details': { ranges: 3, points: 5, rows: 400 },
  // The sessions of that moment, and those near it that could be its repeat; the calendar of meetings names the committees.
  'GET /api/appointments': { ranges: 3, points: 4, rows: 400 },
  // The session and the runs of its course, the next three of those whole, and whom the week's cap spares.
  'GET /api/sessions/:sessionId/decision': { ranges: 6, points: 7, rows: 700 },
  'GET /api/sessions/:sessionId/partners': { ranges: 2, points: 4, rows: 400 },
  'GET /api/sessions/:sessionId/brief': { ranges: 2, points: 4, rows: 400 },
  'GET /api/sessions/:sessionId/phone-list': { ranges: 2, points: 4, rows: 400 },
  // The year by its two calendar years, and her own list of it.
  'GET /api/brochure': { ranges: 3, points: 3, rows: 200 },
  'GET /api/reports/uptake': { ranges: 2, points: 3, rows: 60 },
  'GET /api/reports/spread': { ranges: 2, points: 3, rows: 100 },
  'GET /api/reports/joint': { ranges: 2, points: 3, rows: 200 },
  'GET /api/reports/missing': { ranges: 2, points: 3, rows: 200 },
  'GET /api/sessions/:sessionId/attendance': { ranges: 2, points: 4, rows: 400 },
  'GET /api/sessions/:sessionId/check-in-code': { ranges: 2, points: 5, rows: 400, writes: 1 },
  'GET /api/attention': { ranges: 3, points: 4, rows: 200 },
  // Everything for a year ahead, what has been announced, which places are limited, and the issue with what is owed because of it.
  'GET /api/bulletin': { ranges: 8, points: 4, rows: 400 },
  'GET /api/bulletin/notices': { ranges: 8, points: 4, rows: 400 },
  'GET /api/bulletin/:issueId/preview/:memberId': { ranges: 10, points: 5, rows: 600 },
  'GET /api/bulletin/:issueId/delivery': { ranges: 2, points: 4, rows: 300 },
  'GET /api/my/bulletins': { ranges: 1, points: 4, rows: 100 },
  'GET /api/my/bulletins/:issueId': { ranges: 4, points: 4, rows: 400 },
  // Every offer there ever was, and of those not over what each is at.
  'GET /api/places': { ranges: 1, points: 4, rows: 100 },
  'GET /api/places/:offerId': { ranges: 8, points: 5, rows: 400 },
  'GET /api/my/places': { ranges: 3, points: 4, rows: 200 },
  'GET /api/my/places/:offerId': { ranges: 2, points: 4, rows: 200 },
  // The plan by the list and by itself, and a Member's own sessions of a year back and a year ahead.
  'GET /api/my/pdp': { ranges: 5, points: 6, rows: 200 },
  'GET /api/my/pdp/versions': { ranges: 1, points: 5, rows: 100 },
  'GET /api/my/pdp/readers': { ranges: 1, points: 6, rows: 100 },
  // The same besides that it is written down first: the row of when, and the audit row with it.
  'GET /api/members/:memberId/pdp': { ranges: 5, points: 6, rows: 200, writes: 4 },
  // How every plan stands: one line each, and nothing of any plan.
  'GET /api/pdps': { ranges: 1, points: 5, rows: 300 },
  'GET /api/members': { ranges: 1, points: 4, rows: 200 },
  // Read anew: what a change is made from is never a minute old.
  'GET /api/plan': { ranges: 1, points: 4, rows: 200 },
  // The session and what is on about it, the runs of its course, and three months of meetings and sessions to find other times in.
  'POST /api/plan/check': { ranges: 8, points: 5, rows: 900 },
  'GET /api/rulebook': { ranges: 1, points: 4, rows: 100 },
  // One row for each of the jobs by the clock besides: the runner's, which is not here.
  'GET /api/health': { ranges: 4, points: 5, rows: 100 },
  // Read to decide, read again to write under its tag, and read once more for the page that is sent back: the session three times.
  'PUT /api/my/sessions/:sessionId/answer': { ranges: 5, points: 8, rows: 800, writes: 4 },
}
type Bound = { readonly ranges: number; readonly points: number; readonly rows: number; readonly writes?: number }

let costs: readonly RouteCost[]
beforeAll(async () => {
  costs = await routeCosts({ members: 60, sessions: 30 })
})

test('every route that reads is counted', () => {
  const reading = Object.keys(access).filter((route) => route.startsWith('GET /api/'))
  expect(reading.filter((route) => !costs.some((cost) => cost.route === route))).toEqual([])
})

test.each(Object.keys(bounds))('%s asks no more of storage than is written here', (route) => {
  const cost = costs.find((each) => each.route === route)
  const bound = bounds[route]
  if (!cost || !bound) throw new Error(`${route} was not counted`)
  expect(cost.warm.ranges).toBeLessThanOrEqual(bound.ranges)
  expect(cost.warm.points).toBeLessThanOrEqual(bound.points)
  expect(cost.cold.rows).toBeLessThanOrEqual(bound.rows)
  expect(cost.cold.writes).toBeLessThanOrEqual(bound.writes ?? 0)
})

test('a page for fewer sessions reads no fewer ranges: their number does not grow with the year', async () => {
  const few = await routeCosts({ members: 60, sessions: 8 })
  for (const { route, warm } of costs) expect([route, few.find((cost) => cost.route === route)?.warm.ranges]).toEqual([route, warm.ranges])
})
