import { countedTables, type CountedTables, type StorageCost } from './counted-tables.ts'
import { fullCouncil, lastIssue, nextIssue, type CouncilSize } from './full-council.ts'
import { createTablesDouble } from './tables.ts'
import { served, type Served } from '../http/testing/served.ts'
import { aPersonId } from '../../domain/testing/builders.ts'

export type RouteCost = { readonly route: string; readonly cold: StorageCost; readonly warm: StorageCost }

const cachesLast = 61_000

/** What each request asks of storage, with nothing remembered and within a minute of another. */
export async function routeCosts(size: CouncilSize): Promise<readonly RouteCost[]> {
  const tables = countedTables(createTablesDouble())
  const { instance, clock } = await fullCouncil(tables, size)
  const service = await served({ councils: instance.councils, clock })
  try {
    const measured: RouteCost[] = []
    for (const request of await requestsOf(service)) {
      clock.pass(cachesLast)
      const cold = await costOf(service, tables, request)
      const warm = await costOf(service, tables, request)
      measured.push({ route: request.route, cold, warm })
    }
    return measured
  } finally {
    await service.close()
  }
}

type Asked = { readonly route: string; readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown }

/** As the pane asks about one of the sessions. */
const appointment = new URLSearchParams({
  subject: 'Chairing a difficult meeting',
  startsAt: '2026-10-13T13:00:00Z',
  endsAt: '2026-10-13T15:00:00Z',
  organiser: 'officer901@thamesbrook.example',
}).toString()

/** The session in question, held at its own time. */
const aPlan = {
  sessionId: 's1',
  kind: 'in-person-training',
  startsAt: '2026-10-13T13:00:00Z',
  endsAt: '2026-10-13T15:00:00Z',
  delivery: 'in-person',
}

async function requestsOf(service: Served): Promise<readonly Asked[]> {
  const officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  const administrator = await service.tokenFor(aPersonId(903), { roles: ['Quorate.Administrator'] })
  const member = await service.tokenFor(aPersonId(1))
  const reading = (route: string, token: string): Asked => ({ route: `GET /api${route}`, method: 'GET', path: pathOf(route), token })
  return [
    ...['/me', '/my/training', '/my/sessions/:sessionId', '/my/texts', '/my/requirements', '/my/evaluations'].map((route) =>
      reading(route, member),
    ),
    { ...reading('/my/evaluations/:sessionId', member), path: '/api/my/evaluations/past' },
    ...['/programme', '/programme/month/:month', '/sessions/:sessionId', '/sessions/:sessionId/decision', '/attention', '/members'].map(
      (route) => reading(route, officer),
    ),
    { ...reading('/me', officer), route: 'GET /api/me as an officer' },
    reading('/sessions/:sessionId/details', officer),
    { ...reading('/appointments', officer), path: `/api/appointments?${appointment}` },
    reading('/sessions/:sessionId/partners', officer),
    reading('/sessions/:sessionId/brief', officer),
    reading('/sessions/:sessionId/phone-list', officer),
    reading('/sessions/:sessionId/attendance', officer),
    reading('/sessions/:sessionId/evaluation', officer),
    reading('/reports/uptake', officer),
    reading('/reports/spread', officer),
    reading('/reports/joint', officer),
    reading('/reports/missing', officer),
    reading('/brochure', member),
    reading('/sessions/:sessionId/check-in-code', officer),
    ...['/my/bulletins', '/my/bulletins/:issueId'].map((route) => reading(route, member)),
    ...['/bulletin', '/bulletin/notices', '/bulletin/:issueId/preview/:memberId', '/bulletin/:issueId/delivery'].map((route) =>
      reading(route, officer),
    ),
    ...['/my/places', '/my/places/:offerId', '/my/pdp', '/my/pdp/versions', '/my/pdp/readers'].map((route) => reading(route, member)),
    ...['/pdps', '/members/:memberId/pdp'].map((route) => reading(route, officer)),
    ...['/places', '/places/:offerId'].map((route) => reading(route, officer)),
    reading('/requirements', officer),
    reading('/members/:memberId/requirements', officer),
    reading('/plan', officer),
    { route: 'POST /api/plan/check', method: 'POST', path: pathOf('/plan/check'), token: officer, body: aPlan },
    reading('/rulebook', administrator),
    reading('/health', administrator),
    {
      route: 'PUT /api/my/sessions/:sessionId/answer',
      method: 'PUT',
      path: pathOf('/my/sessions/:sessionId/answer'),
      token: member,
      body: { answer: 'tentative' },
    },
  ]
}

/** The session in question: it is the one with most to read. */
function pathOf(route: string): string {
  const issue = route.includes('/preview/') ? nextIssue : lastIssue
  return `/api${route.replace(':issueId', issue).replace(':memberId', 'm1').replace(':offerId', 'offer-session-s1').replace(':sessionId', 's1').replace(':month', '2026-10')}`
}

async function costOf(service: Served, tables: CountedTables, { method, path, token, body }: Asked): Promise<StorageCost> {
  tables.since()
  const { status } = await service.ask(method, path, { token, body })
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}`)
  return tables.since()
}
