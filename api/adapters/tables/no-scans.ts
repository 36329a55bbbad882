import type { TableServiceClientOptions } from '@azure/data-tables'

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy']

const namesItsPartition = /^PartitionKey eq '[A-Za-z0-9~-]+'( and |$)/
const comparison = / (eq|ne|gt|ge|lt|le) /g
const limits = { comparisons: 15, rowsInAPage: 1_000 }

/**
 * Looks at every request before it goes out, whoever made it: a query that names no partition reads a whole table, all councils in it.
 * Types keep it out of the code; this keeps it off the line. What Azure would refuse and a stand-in would not is refused with it.
 */
export const noScans: Policy = {
  name: 'no-scans',
  sendRequest(request, next) {
    checkRequest(request.method, new URL(request.url))
    return next(request)
  },
}

/** Throws `RangeError` for a query without a partition, or beyond what Azure allows in one. */
export function checkRequest(method: string, { pathname, searchParams }: URL): void {
  const path = decodeURIComponent(pathname)
  if (method === 'DELETE' && /\/Tables\(/.test(path)) throw new RangeError('tables are never deleted: their rows are')
  if (method !== 'GET') return
  if (/\/Tables(\(|$)/.test(path)) throw new RangeError('tables are not listed')
  if (!path.endsWith('()')) return
  const filter = searchParams.get('$filter') ?? ''
  if (!namesItsPartition.test(filter) || / or /.test(filter)) throw new RangeError('a query names one partition')
  if ((filter.match(comparison) ?? []).length > limits.comparisons) throw new RangeError('a filter has at most 15 comparisons')
  if (Number(searchParams.get('$top') ?? 0) > limits.rowsInAPage) throw new RangeError('a page has at most 1,000 rows')
}
