import { attention as attentionShape } from '../../api/contracts/attention.ts'
import { brochure as brochureShape } from '../../api/contracts/brochure.ts'
import { sessionDetails } from '../../api/contracts/details.ts'
import { sessionPage } from '../../api/contracts/programme.ts'
import { brochure } from './brochure-fixtures.ts'
import { details } from './details-fixtures.ts'
import { attention, session } from './officer-fixtures.ts'
import { ok, type Asked, type Given } from './scene.ts'

const about = { sessionId: 's-planning', title: 'Planning: making sound decisions', startsAt: '2026-10-15T17:30:00Z' }
const from = 'bulletin-and-programme' as const

export const heldWarning = { kind: 'no-aims', ...about, held: true } as const

/** In the scene `officer-held` one session does not say what it is to achieve, and the council holds it back. */
export function inHeld({ method, path }: Asked): Given | undefined {
  const { aims: _aims, ...without } = details.details
  if (path === '/attention') return ok(attentionShape, { ...attention, rows: [{ kind: 'held-back', group: 'put-right', ...about, from }] })
  if (path === '/brochure') return ok(brochureShape, { ...brochure(true), held: [about] })
  if (method === 'GET' && path.endsWith('/details')) return ok(sessionDetails, { ...details, details: without, heldOut: from })
  return path === '/sessions/s-planning' ? ok(sessionPage, { ...session, heldOut: from }) : undefined
}
