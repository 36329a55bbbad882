import { z } from 'zod'
import type { KeyType } from './account.ts'
import type { Ledger } from './ledger.ts'
import { shown } from './notification.ts'
import { Refused } from './refusal.ts'

const pageSize = 250
const failed = ['permanent-failure', 'temporary-failure', 'technical-failure']

const many = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const query = z.object({
  template_type: many.optional(),
  status: many.optional(),
  reference: z.string().optional(),
  older_than: z.guid('is not a valid UUID').optional(),
})

/** One page of what was sent with keys of one kind, newest first, with the address of the next. */
export function listed({ remembered }: Ledger, key: KeyType, asked: unknown, base: string): object {
  const read = query.safeParse(asked)
  if (!read.success)
    throw new Refused(400, 'ValidationError', ...read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`))
  const { template_type: types, status: statuses, reference, older_than: olderThan } = read.data
  const wanted = statuses?.flatMap((status) => (status === 'failed' ? failed : [status]))
  const newestFirst = remembered(reference).filter((each) => each.key === key)
  const from = olderThan ? newestFirst.findIndex(({ id }) => id === olderThan) + 1 : 0
  const matching = newestFirst
    .slice(from)
    .filter(({ type }) => types?.includes(type) ?? true)
    .filter(({ status }) => wanted?.includes(status) ?? true)
  const page = matching.slice(0, pageSize)
  const last = page.at(-1)
  const address = (more: Record<string, string>) => {
    const parameters = [
      ...(types ?? []).map((type) => ['template_type', type]),
      ...(statuses ?? []).map((status) => ['status', status]),
      ...(reference === undefined ? [] : [['reference', reference]]),
      ...Object.entries(more),
    ]
    return `${base}/v2/notifications?${new URLSearchParams(parameters)}`
  }
  return {
    notifications: page.map((each) => shown(each, base)),
    links: {
      current: address(olderThan ? { older_than: olderThan } : {}),
      ...(last && matching.length > pageSize && { next: address({ older_than: last.id }) }),
    },
  }
}
