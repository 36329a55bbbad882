import type { OnlineMeetings } from '../../../api/ports/online-meetings.ts'
import type { Meeting } from './outside/meetings.ts'
import { throwing, type Reaching } from './reach.ts'

/** Teams' reports as their adapter asks for them: the meeting, its reports, and of each the people. */
export function meetingsOf(reaching: Reaching): OnlineMeetings {
  const { meetings } = reaching.world
  const asked = <Value>(about: string, effect: () => Promise<Value>) =>
    throwing(reaching, 'graph', { port: 'meetings.read', about, effect })
  return {
    async attendance({ joinUrl, from, to }) {
      const found = await asked(`meeting ${joinUrl}`, async () => meetings.find(joinUrl))
      if (found !== 'found') return { kind: 'none', because: found }
      const span = { from: from.epochMilliseconds, to: to.epochMilliseconds }
      const reports = await asked(`reports ${joinUrl}`, async () => meetings.reports(joinUrl, span))
      const people: Meeting['people'][number][] = []
      for (const report of reports) people.push(...(await asked(`people ${joinUrl}`, async () => report.people)))
      return reports.length === 0 ? { kind: 'none', because: 'no-report' } : { kind: 'read', people }
    },
  }
}
