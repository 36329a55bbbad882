import type { OfferId } from '../../domain/kernel/ids.ts'
import type { Offer } from '../../domain/places/offer.ts'
import { interestEntry, offerEntries } from '../account/offer-entries.ts'
import type { Actor } from '../ports/audit.ts'
import type { Offers } from '../ports/offers.ts'
import type { Row } from '../ports/tables.ts'
import { dutyCodec } from './codec-duty.ts'
import { interestCodec, latchCodec, offerCodec, offerSummaryCodec } from './codec-offer.ts'
import { auditPrefix, digest, offerPk, offerRow, offersPk, offerSummaryRow, startingWith } from './keys.ts'
import { createMatterRows, written, type MatterDeps } from './matter-rows.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** A council's limited places, in one partition for each offer and one for all of them as lists show them. */
export function createOffers(deps: MatterDeps): Offers {
  const { council, tables, clock } = deps
  const pkOf = (id: OfferId) => offerPk(council, id)
  const inTurn = oneAtATime()
  const { thenLooked, ...rows } = createMatterRows<OfferId>(deps, { pkOf, sourceOf: (id) => `ofr~${id}` })
  const entriesOf = async (offer: Offer, isNew: boolean, by: Actor) => {
    const row = isNew ? undefined : await tables.get(pkOf(offer.id), offerRow.header)
    return offerEntries({ before: row && offerCodec.from(row.data), after: offer }, by, clock.now())
  }
  return {
    ...rows,
    find: async (id) => recordFrom(await tables.range(pkOf(id), ...startingWith(''))),
    inTurn,
    async save(offer, seen, by) {
      const drafts = await entriesOf(offer, seen === 'new', by)
      return thenLooked(offer.id, { ops: [written(offerRow.header, offerCodec.data(offer), seen)], drafts })
    },
    async saveDraw(offer, seen, by) {
      const drafts = await entriesOf(offer, false, by)
      const shut = written(offerRow.latch, latchCodec.data({ shut: true }), seen.latch)
      return thenLooked(offer.id, { ops: [written(offerRow.header, offerCodec.data(offer), seen), shut], drafts })
    },
    async interest(id, member) {
      const row = await tables.get(pkOf(id), offerRow.interest(member))
      return row && { value: interestCodec.from(row.data), etag: row.etag }
    },
    async saveInterest(id, interest, seen, by) {
      const rk = offerRow.interest(interest.memberId)
      const row = seen.row === 'new' ? undefined : await tables.get(pkOf(id), rk)
      const before = row && interestCodec.from(row.data)
      const drafts = [interestEntry(id, { before, after: interest }, by, clock.now())]
      const latch = seen.latch === 'drawn' ? [] : [written(offerRow.latch, latchCodec.data({ shut: false }), seen.latch)]
      return thenLooked(id, { ops: [written(rk, interestCodec.data(interest), seen.row), ...latch], drafts })
    },
    async summary(id) {
      const row = await tables.get(offersPk(council), offerSummaryRow(id))
      return row && offerSummaryCodec.from(row.data)
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
  const latch = rows.find(({ rk }) => rk === offerRow.latch)
  const interests = rows.filter(({ rk }) => rk.startsWith('i~'))
  if (!header) return undefined
  return {
    offer: offerCodec.from(header.data),
    interests: interests.map(({ data }) => interestCodec.from(data)),
    duties: rows.filter(({ rk }) => rk.startsWith('x~')).map(({ data }) => dutyCodec.from(data)),
    etag: header.etag,
    latch: latch ? { etag: latch.etag } : ('new' as const),
    stamp: digest([header, ...interests].map(({ rk, etag }) => `${rk} ${etag}`).join('\n')),
  }
}
