import { z } from 'zod'
import { councilId, type CouncilId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { inForce } from '../../domain/rulebook/in-force.ts'
import type { RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import { councilEntry } from '../account/council-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Council, CouncilProfile, Councils, Rulebooks } from '../ports/council.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { DueQueue } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { createAuditOutbox } from './audit.ts'
import { createAuditTrail } from './audit-chain.ts'
import { createAuditKeys, type MemberKeys } from './audit-keys.ts'
import { createBulletins } from './bulletins.ts'
import { personIdCodec, rowCodec } from './codec.ts'
import type { OfficersRead } from './codec-member.ts'
import { createCompletions } from './completions.ts'
import { createConversations } from './conversations.ts'
import { fresh } from './fresh.ts'
import { createHealth } from './health.ts'
import { auditPrefix, councilsPk, startingWith, subscriptionIdsPk, subscriptionRow, tenantsPk } from './keys.ts'
import { createAccessLog } from './access-log.ts'
import { createAlerts } from './alerts.ts'
import { createLanes } from './lanes.ts'
import { createMailboxes } from './mailboxes.ts'
import { createMeetings } from './meetings.ts'
import { createMembers } from './members.ts'
import { createOffers } from './offers.ts'
import { createOfficers } from './officers.ts'
import { createPdps } from './pdps.ts'
import { createPoisonedHints } from './poisoned-hints.ts'
import { createReplies } from './replies.ts'
import { createRulebooks } from './rulebooks.ts'
import { createSessions } from './sessions.ts'

export type StoreDeps = { readonly tables: Tables; readonly due: DueQueue; readonly hints: Hints; readonly clock: Clock }

/** `Councils` and what only the wiring needs: rulebooks before a council has any, and where the bot reaches people. */
export type CouncilStores = Councils & {
  rulebooks(id: CouncilId): Rulebooks
  conversations(id: CouncilId): Conversations
}

/** Milliseconds for which a council's profile, rulebook, roll and officers are not read again. */
const freshness = 60_000

const councilIdCodec = z.codec(z.string(), z.custom<CouncilId>(), { decode: councilId, encode: (id) => id })
const profileCodec = rowCodec<CouncilProfile>()(
  z.object({
    id: councilIdCodec,
    name: z.string(),
    tenantId: z.string(),
    domain: z.string(),
    help: z.object({ name: z.string(), role: z.string(), telephone: z.string() }),
    registerUrl: z.string().optional(),
    notify: z.object({ textTemplateId: z.string() }),
    sendingMailbox: z.string(),
    teamsAppId: z.string(),
    outsideMailbox: z.string().optional(),
  }),
)
const tenantRow = z.object({ council: councilIdCodec })
const subscriptionPointer = z.object({ council: councilIdCodec, mailbox: personIdCodec })

/** `onlyTenant`: no council of another is opened, at any door or by any work, whatever councils are stored. */
export function createCouncils(deps: StoreDeps & { readonly onlyTenant?: string | undefined }): CouncilStores {
  const { tables, onlyTenant } = deps
  const opened = new Map<CouncilId, Bound>()
  function bound(id: CouncilId): Bound {
    const known = opened.get(id) ?? bind(deps, id)
    opened.set(id, known)
    return known
  }

  async function open(id: CouncilId): Promise<Council | undefined> {
    const { profile, rulebooks, outbox: _outbox, ...stores } = bound(id)
    const [known, versions] = await Promise.all([profile(), rulebooks.all()])
    const version = inForce(versions, deps.clock.now())
    if (!known || !version || (onlyTenant !== undefined && !isOf(known, onlyTenant))) return undefined
    return { profile: known, clock: deps.clock, rulebook: version.rulebook, rulebooks, ...stores }
  }

  return {
    open,
    rulebooks: (id) => bound(id).rulebooks,
    conversations: (id) => createConversations({ council: id, tables }),
    async all() {
      const rows = await tables.range(councilsPk, ...startingWith(''))
      return rows.filter(({ rk }) => !rk.startsWith(auditPrefix)).map(({ rk }) => councilId(rk))
    },
    async byTenant(tenantId) {
      const named = await councilNamed(tables, tenantId)
      const council = named && (await open(named))
      return council && isOf(council.profile, tenantId) ? council : undefined // the pointer comes before the fact, and may be wrong
    },
    async bySubscription(subscriptionId) {
      const row = await tables.get(subscriptionIdsPk, subscriptionRow(subscriptionId))
      if (!row) return undefined
      const { council: id, mailbox } = z.decode(subscriptionPointer, row.data as z.input<typeof subscriptionPointer>)
      const council = await open(id)
      return council && { council, mailbox }
    },
    async add(profile) {
      const known = await profileOf(tables, profile.id)
      if (known && !isOf(known, profile.tenantId)) return 'exists'
      const named = await councilNamed(tables, profile.tenantId)
      const other = named && named !== profile.id ? await profileOf(tables, named) : undefined
      if (other && isOf(other, profile.tenantId)) return 'exists'
      await tables.commit(tenantsPk, [{ put: profile.tenantId.toLowerCase(), data: { council: profile.id } }])
      const op: Op = { insert: profile.id, data: profileCodec.data(profile) }
      return bound(profile.id).outbox.commit({ source: 'council', ops: [op], drafts: [councilEntry(profile, deps.clock.now())] })
    },
  }
}

function isOf(profile: CouncilProfile, tenantId: string): boolean {
  return profile.tenantId.toLowerCase() === tenantId.toLowerCase()
}

async function councilNamed(tables: Tables, tenantId: string): Promise<CouncilId | undefined> {
  const row = await tables.get(tenantsPk, tenantId.toLowerCase())
  return row && z.decode(tenantRow, row.data as z.input<typeof tenantRow>).council
}

async function profileOf(tables: Tables, council: CouncilId): Promise<CouncilProfile | undefined> {
  const row = await tables.get(councilsPk, council)
  return row && profileCodec.from(row.data)
}

type Bound = ReturnType<typeof bind>

function bind({ tables, due, hints, clock }: StoreDeps, council: CouncilId) {
  const mono = () => clock.mono()
  const profileRead = fresh<CouncilProfile | undefined>(mono, freshness)
  const roll = fresh<readonly Member[]>(mono, freshness)
  const keys = createAuditKeys({ council, tables, read: fresh<MemberKeys>(mono, freshness) })
  const audit = createAuditOutbox({ council, tables, due, clock, keys })
  return {
    profile: async () =>
      profileRead.get(async () => {
        const profile = await profileOf(tables, council)
        if (!profile) profileRead.forget()
        return profile
      }),
    rulebooks: createRulebooks({ council, tables, versions: fresh<readonly RulebookVersion[]>(mono, freshness), audit, clock }),
    members: createMembers({ council, tables, roll, audit, clock }),
    officers: createOfficers({ council, tables, read: fresh<OfficersRead | undefined>(mono, freshness), audit }),
    sessions: createSessions({ council, tables, due, hints, clock, audit }),
    bulletins: createBulletins({ council, tables, due, hints, clock, audit }),
    completions: createCompletions({ council, tables, audit }),
    offers: createOffers({ council, tables, due, hints, clock, audit }),
    pdps: createPdps({ council, tables, clock, audit }),
    mailboxes: createMailboxes({ council, tables, due, hints, clock, audit }),
    meetings: createMeetings({ council, tables }),
    outbox: audit,
    audit: createAuditTrail({ council, tables, clock }),
    replies: createReplies({ council, tables }),
    // One council's revoked key says nothing about another's: what it met is its own.
    health: createHealth(clock),
    access: createAccessLog({ council, tables }),
    alerts: createAlerts({ council, tables }),
    lanes: createLanes({ council, tables, clock }),
    poisonedHints: createPoisonedHints({ council, tables, clock }),
  }
}
