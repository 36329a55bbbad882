import { expect, test } from 'vitest'
import { markOf } from '../../domain/places/offer.ts'
import { aPersonId } from '../../domain/testing/builders.ts'
import { anOffer, closesAt } from '../../domain/testing/places.ts'
import { offerEntries } from './offer-entries.ts'

const by = { kind: 'officer', id: aPersonId(901) } as const
const offer = anOffer()
const drawn = anOffer({ draw: { at: closesAt, by: aPersonId(901), byName: 'Officer 901', order: [], leftOut: [] } })

test('C4.4 the chain tells the mark of the seed when places are first limited, and the seed with the draw alone', () => {
  const [set] = offerEntries({ before: undefined, after: offer }, by, closesAt)
  expect(set).toMatchObject({ action: 'places-set', details: { seedMark: markOf(offer.seed) } })
  const changed = offerEntries({ before: offer, after: { ...offer, places: 3 } }, by, closesAt)
  expect(JSON.stringify([set, changed])).not.toContain(offer.seed)
  expect(offerEntries({ before: offer, after: drawn }, by, closesAt)).toMatchObject([
    { action: 'places-drawn', details: { seed: offer.seed } },
  ])
})
