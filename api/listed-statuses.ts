import type { Exchanged } from './ports/outcomes.ts'
import type { Dependency } from './ports/unavailable.ts'

type Listed = Readonly<Record<Exchanged['call'], ReadonlySet<number>>>

const failing = [500, 502, 503, 504]

/**
 * The statuses whose meaning reliability.md §14 or the service's own pages give us. Any other is taken for unknown after a write, is simply
 * asked again after a read, and somebody is told, because only a person can find out what it means.
 */
const listed: Readonly<Record<Dependency, Listed>> = {
  graph: {
    read: new Set([400, 401, 403, 404, 410, 423, 429, 509, ...failing]),
    write: new Set([400, 401, 403, 404, 409, 423, 429, ...failing]),
  },
  // Its refusals of a token come as 400 or 401, with the reason in the body.
  entra: { read: new Set([400, 401, 429, ...failing]), write: new Set() },
  notify: {
    read: new Set([400, 401, 403, 404, 429, ...failing]),
    write: new Set([400, 401, 403, 404, 429, ...failing]),
  },
  teams: {
    read: new Set(failing),
    write: new Set([400, 401, 403, 404, 405, 410, 412, 413, 429, ...failing]),
  },
  // 405 to 416: the request itself was wrong, and would be again.
  storage: {
    read: new Set([400, 401, 403, 404, 405, 408, 411, 414, 415, 416, 429, ...failing]),
    write: new Set([400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 429, ...failing]),
  },
  // A public web server; its redirects are followed as far as its own host.
  'modern-gov': { read: new Set([301, 302, 303, 307, 308, 403, 404, 429, ...failing]), write: new Set() },
}

/** Every success is listed: what it says is looked at, and one that says nothing is no success. */
export function isListed(dependency: Dependency, { call, status }: Exchanged): boolean {
  return status === undefined || (status >= 200 && status < 300) || listed[dependency][call].has(status)
}
