import type { OfferId } from '../../domain/kernel/ids.ts'
import { interestEntry, offerEntries } from '../account/offer-entries.ts'
import type { Offers } from '../ports/offers.ts'
import type { Row } from '../ports/tables.ts'
import { dutyCodec } from './codec-duty.ts'
import { interestCodec, offerCodec, offerSummaryCodec } from './codec-offer.ts'
import { auditPrefix, digest, offerPk, offerRow, offersPk, offerSummaryRow, startingWith } from './keys.ts'
import { createMatterRows, written, type MatterDeps } from './matter-rows.ts'

/** A council's limited places, in one partition for each offer and one for all of them as lists show them. */
export function createOffers(deps: MatterDeps): Offers {
  const { council, tables, clock } = deps
  const pkOf = (id: OfferId) => offerPk(council, id)
  const { thenLooked, ...rows } = createMatterRows<OfferId>(deps, { pkOf, sourceOf: (id) => `ofr~${id}` })
  return {
    ...rows,
    find: async (id) => recordFrom(await tables.range(pkOf(id), ...startingWith(''))),
    async save(offer, seen, by) {
      const row = seen === 'new' ? undefined : await tables.get(pkOf(offer.id), offerRow.header)
      const before = row && offerCodec.from(row.data)
      const drafts = offerEntries({ before, after: offer }, by, clock.now())
      return thenLooked(offer.id, { op: written(offerRow.header, offerCodec.data(offer), seen), drafts })
    },
    async interest(id, member) {
      const row = await tables.get(pkOf(id), offerRow.interest(member))
      return row && { value: interestCodec.from(row.data), etag: row.etag }
    },
    async saveInterest(id, interest, seen, by) {
      const rk = offerRow.interest(interest.memberId)
      const row = seen === 'new' ? undefined : await tables.get(pkOf(id), rk)
      const before = row && interestCodec.from(row.data)
      const drafts = [interestEntry(id, { before, after: interest }, by, clock.now())]
      return thenLooked(id, { op: written(rk, interestCodec.data(interest), seen), drafts })
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
