import { routeCosts } from '../../api/testing/route-costs.ts'
import type { StorageCost } from '../../api/testing/counted-tables.ts'
import type { Figure } from './figure.ts'

const council = { members: 60, sessions: 30 }

/** What each route asks of storage, counted at the port. Held to its bounds by `api/routes/storage-bounds.sandbox.test.ts`. */
export const storageOperations: Figure = {
  name: 'storage',
  title: 'Storage operations for each request',
  besideIs: 'with nothing remembered',
  async run() {
    const costs = await routeCosts(council)
    return {
      lines: costs.map(({ route, cold, warm }) => ({ what: `\`${route}\``, value: inWords(warm), beside: inWords(cold) })),
      note:
        `${council.members} Members and ${council.sessions} sessions to come, on tables in memory. Single rows + ranges (rows that came back), ` +
        'and transactions; measured within a minute of another request, and beside it the first one.',
    }
  },
}

function inWords({ points, ranges, rows, writes }: StorageCost): string {
  return `${points} + ${ranges} (${rows})${writes > 0 ? `, ${writes} written` : ''}`
}
