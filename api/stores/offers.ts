import { randomUUID } from 'node:crypto'
import type { CouncilId, DutyId, OfferId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Interest, Offer } from '../../domain/places/offer.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { dutyEntries } from '../account/duty-entries.ts'
import { interestEntry, offerEntries } from '../account/offer-entries.ts'
import type { Actor, AuditDraft } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Seen, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Offers } from '../ports/offers.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { dutyCodec } from './codec-duty.ts'
import { interestCodec, offerCodec, offerSummaryCodec } from './codec-offer.ts'
import { postHint } from './hints.ts'
import { auditPrefix, digest, offerPk, offerRow, offersPk, offerSummaryRow, startingWith } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
  readonly audit: AuditOutbox
}

/** A pointer that only speaks if its writer died. */
const graceSeconds = 60
/** Duties of one transaction. */
const room = 90

/** Pointers to an offer and to its duties are those of a session: what is looked at and what is discharged is a matter, by its id. */
export function createOffers(deps: Deps): Offers {
  const { council, tables, clock, audit, due } = deps
  const pkOf = (id: OfferId) => offerPk(council, id)
  return {
    find: async (id) => recordFrom(await tables.range(pkOf(id), ...startingWith(''))),
    save: (offer, seen, by) => saveOffer(deps, offer, seen, by),
    async interest(id, member) {
      const row = await tables.get(pkOf(id), offerRow.interest(member))
      return row && { value: interestCodec.from(row.data), etag: row.etag }
    },
    saveInterest: (id, interest, seen, by) => saveInterest(deps, id, { interest, seen, by }),
    owe: (id, duties) => owe(deps, id, duties),
    askLookAt: (id, at) => due.put([lookAt(council, id, at)]),
    askLook: (id) => askLook(deps, id),
    askDischarge: (id, duty, at) => due.put([dischargeAt(council, id, duty, at)]),
    async duty(id, duty) {
      const row = await tables.get(pkOf(id), offerRow.duty(duty))
      return row && { value: dutyCodec.from(row.data), etag: row.etag }
    },
    async moveDuty(id, record, seen) {
      const op: Op = { replace: offerRow.duty(record.duty.id), data: dutyCodec.data(record), etag: seen.etag }
      const drafts = dutyEntries({ session: id, before: seen.value, after: record }, clock.now())
      return audit.commit({ source: `ofr~${id}`, ops: [op], drafts })
    },
    all: async () => (await tables.range(offersPk(council), ...startingWith('o~'))).map(({ data }) => offerSummaryCodec.from(data)),
    async keep(summary) {
      await tables.commit(offersPk(council), [{ put: offerSummaryRow(summary.id), data: offerSummaryCodec.data(summary) }])
    },
  }
}

function recordFrom(all: readonly Row[]) {
  const rows = all.filter(({ rk }) => !rk.startsWith(auditPrefix))
  const header = rows.find(({ rk }) => rk === offerRow.header)
  const interests = rows.filter(({ rk }) => rk.startsWith('i~'))
  if (!header) return undefined
  return {
    offer: offerCodec.from(header.data),
    interests: interests.map(({ data }) => interestCodec.from(data)),
    duties: rows.filter(({ rk }) => rk.startsWith('x~')).map(({ data }) => dutyCodec.from(data)),
    etag: header.etag,
    stamp: digest([header, ...interests].map(({ rk, etag }) => `${rk} ${etag}`).join('\n')),
  }
}

async function saveOffer(deps: Deps, offer: Offer, seen: Seen, by: Actor): Promise<Written> {
  const { council, tables, clock } = deps
  const row = seen === 'new' ? undefined : await tables.get(offerPk(council, offer.id), offerRow.header)
  const before = row && offerCodec.from(row.data)
  const drafts = offerEntries({ before, after: offer }, by, clock.now())
  return thenLooked(deps, offer.id, { op: written(offerRow.header, offerCodec.data(offer), seen), drafts })
}

type SavingInterest = { readonly interest: Interest; readonly seen: Seen; readonly by: Actor }

async function saveInterest(deps: Deps, id: OfferId, { interest, seen, by }: SavingInterest): Promise<Written> {
  const { council, tables, clock } = deps
  const rk = offerRow.interest(interest.memberId)
  const row = seen === 'new' ? undefined : await tables.get(offerPk(council, id), rk)
  const before = row && interestCodec.from(row.data)
  const drafts = [interestEntry(id, { before, after: interest }, by, clock.now())]
  return thenLooked(deps, id, { op: written(rk, interestCodec.data(interest), seen), drafts })
}

/** One write, with the pointer to its look before it and the look asked for at once after it. */
async function thenLooked(
  deps: Deps,
  id: OfferId,
  { op, drafts }: { readonly op: Op; readonly drafts: readonly AuditDraft[] },
): Promise<Written> {
  const { council, due, clock, audit } = deps
  const grace = { ...lookAt(council, id, clock.now().add({ seconds: graceSeconds })), mark: randomUUID() }
  await due.put([grace])
  const outcome = await audit.commit({ source: `ofr~${id}`, ops: [op], drafts })
  if (outcome === 'saved') await hasten(deps, id, grace)
  else await due.drop([grace])
  return outcome
}

/** It is written, and whoever wrote it must not hear otherwise: where "now" cannot be said, the pointer of a minute ahead says it. */
async function hasten(deps: Deps, id: OfferId, grace: Pointer): Promise<void> {
  try {
    await askLook(deps, id)
    await deps.due.drop([grace])
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
}

function written(rk: string, data: unknown, seen: Seen): Op {
  return seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
}

/** Each duty's pointer lies at its own moment: whoever follows it before the duty is written comes again a minute later. */
async function owe({ council, tables, due }: Deps, id: OfferId, duties: readonly DutyRecord[]): Promise<void> {
  const pk = offerPk(council, id)
  const known = new Set((await tables.range(pk, ...startingWith('x~'))).map(({ rk }) => rk))
  const missing = duties.filter(({ duty }) => !known.has(offerRow.duty(duty.id)))
  await due.put(missing.map(({ duty, notBefore }) => dischargeAt(council, id, duty.id, notBefore)))
  for (let start = 0; start < missing.length; start += room) {
    const ops = missing
      .slice(start, start + room)
      .map((record): Op => ({ insert: offerRow.duty(record.duty.id), data: dutyCodec.data(record) }))
    // Some of them may have been written meanwhile by another instance: then each on its own, so that none is left out.
    if ((await tables.commit(pk, ops)) !== 'saved') for (const op of ops) await tables.commit(pk, [op])
  }
}

async function askLook({ council, due, hints, clock }: Deps, id: OfferId): Promise<void> {
  await due.put([{ ...lookAt(council, id, clock.now()), mark: randomUUID() }])
  await postHint(hints, { kind: 'look-at-session', council, session: id })
}

function lookAt(council: CouncilId, session: OfferId, at: Instant): Pointer {
  return { at, task: { kind: 'look-at-session', council, session }, tries: 0 }
}

function dischargeAt(council: CouncilId, session: OfferId, duty: DutyId, at: Instant): Pointer {
  return { at, task: { kind: 'discharge', council, session, duty }, tries: 0 }
}
