import { describe, expect, test } from 'vitest'
import { issueId, noticeId, offerId, sessionId } from '../kernel/ids.ts'
import { day, instant } from '../kernel/time.ts'
import { courseOf } from '../sessions/course.ts'
import type { Session } from '../sessions/session.ts'
import { summaryOf } from '../sessions/summary.ts'
import { aMemberId, aPersonId, aRule, aSession, aSummary, postponed, towerHamlets } from '../testing/builders.ts'
import { anOffer } from '../testing/places.ts'
import { arranged, drawnUp, listedIn, offersIn, withoutAims, type Sources } from './contents.ts'
import type { PastIssue } from './issue.ts'
import type { Notice } from './notice.ts'

const at = instant('2026-10-09T09:00:00Z')
const sources = (given: Partial<Sources>): Sources => ({
  sessions: [],
  notices: [],
  offers: [],
  past: [],
  rulebook: towerHamlets,
  at,
  ...given,
})
const chairing = aSummary()
const budgets = aSummary({ id: sessionId('s2'), title: 'Reading a budget', startsAt: instant('2026-12-01T18:30:00Z') })
const external: Notice = {
  id: noticeId('n1'),
  section: 'external',
  title: 'Leadership weekend',
  provider: 'Local Government Association',
  costPence: 39_000,
  from: day('2027-01-15'),
  to: day('2027-01-17'),
  roles: ['Chairs'],
  addedAt: at,
  addedBy: aPersonId(901),
  addedByName: 'Officer 901',
}

function past(given: Partial<Sources>): PastIssue {
  const listed = listedIn(arranged(drawnUp(sources(given)), []))
  return { id: issueId('issue-2026-w40'), number: 1, sentAt: at.subtract({ hours: 168 }), subject: '', listed }
}
const titles = (given: Partial<Sources>) =>
  Object.fromEntries(arranged(drawnUp(sources(given)), []).sections.map(({ id, items }) => [id, items.map(({ title }) => title)]))

test('C4.2 what has never been announced is new, however far ahead; afterwards it is coming up, once it is near', () => {
  expect(titles({ sessions: [chairing, budgets] })).toEqual({ new: [chairing.title, budgets.title] })
  const before = past({ sessions: [chairing, budgets] })
  expect(titles({ sessions: [chairing, budgets], past: [before] })).toEqual({ sessions: [chairing.title] })
})

const holding = { ...towerHamlets, planning: { ...towerHamlets.planning, withoutAims: 'hold' as const } }

test('C1.9 what does not say its aims is announced in no issue until it does; announced before, it stays', () => {
  const aimed = { ...budgets, aims: 'Read it well' }
  expect(titles({ sessions: [chairing, aimed], rulebook: holding })).toEqual({ new: [budgets.title] })
  expect(titles({ sessions: [{ ...chairing, aims: 'Keep order' }, aimed], rulebook: holding })).toEqual({
    new: [chairing.title, budgets.title],
  })
  const before = past({ sessions: [chairing] })
  expect(titles({ sessions: [chairing, aimed], rulebook: holding, past: [before] })).toEqual({
    new: [budgets.title],
    sessions: [chairing.title],
  })
})

test('C1.9 what is told as moved or cancelled is so, whatever it says of its aims', () => {
  const before = past({ sessions: [chairing] })
  const moved = { ...chairing, startsAt: chairing.startsAt.add({ hours: 24 }) }
  expect(titles({ sessions: [moved], rulebook: holding, past: [before] })).toEqual({ cancellations: [chairing.title] })
})

test('C1.9 what lacks its aims is known while it is to be announced: not when it was, is over, or is for nobody else’s eyes', () => {
  const ids = (given: Partial<Sources>) => withoutAims(sources(given)).map(({ id }) => id)
  expect(ids({ sessions: [budgets, chairing] })).toEqual([chairing.id, budgets.id])
  expect(
    ids({
      sessions: [
        { ...chairing, aims: 'Keep order' },
        { ...budgets, named: true },
      ],
    }),
  ).toEqual([])
  expect(ids({ sessions: [chairing], past: [past({ sessions: [chairing] })] })).toEqual([])
  expect(ids({ sessions: [chairing], at: chairing.startsAt })).toEqual([])
})

test('C4.2 coming up reaches four weeks: 6 November is in, the 7th is not', () => {
  const last = aSummary({ startsAt: instant('2026-11-06T23:30:00Z') })
  const beyond = aSummary({ id: sessionId('s2'), title: 'Other', startsAt: instant('2026-11-07T00:30:00Z') })
  expect(titles({ sessions: [last, beyond], past: [past({ sessions: [last, beyond] })] })).toEqual({ sessions: [last.title] })
})

test('C3.6 C4.2 an item is mandatory where any run of its course is, whichever comes first', () => {
  const evening = { ...aSummary({ id: sessionId('s3'), startsAt: chairing.startsAt.add({ hours: 24 }) }), meets: ['planning'] }
  const whom = (sessions: Sources['sessions']) =>
    drawnUp(sources({ sessions })).flatMap(({ items }) => items.map((item) => item.kind === 'session' && item.mandatoryFor))
  expect(whom([chairing])).toEqual([undefined])
  expect(whom([chairing, evening])).toEqual([expect.stringContaining('Planning')])
})

test('C3.6 C4.2 a run that is announced later than another is mandatory as that one is, unless officers said otherwise of it', () => {
  const before = past({ sessions: [chairing] })
  const evening = aSummary({ id: sessionId('s3'), startsAt: chairing.startsAt.add({ hours: 24 }) })
  const named = (meets: readonly string[], session = chairing) => ({ ...session, meets })
  const whom = (sessions: Sources['sessions']) =>
    Object.fromEntries(
      drawnUp(sources({ sessions, past: [before] })).flatMap(({ id, items }) =>
        items.map((item) => [id, item.kind === 'session' && item.mandatoryFor]),
      ),
    )
  const planning = expect.stringContaining('Planning')
  expect(whom([named(['planning']), evening])).toEqual({ new: planning, sessions: planning })
  expect(whom([chairing, named(['planning'], evening)])).toEqual({ new: planning, sessions: planning })
  expect(whom([named(['planning']), named([], evening)])).toEqual({ new: undefined, sessions: planning })
  expect(whom([chairing, evening])).toEqual({ new: undefined, sessions: undefined })
})

test('C3.6 C4.2 an item is mandatory by the rules of all its runs; C5.3 of substitutes only where they are bound', () => {
  const evening = aSummary({ id: sessionId('s3'), startsAt: chairing.startsAt.add({ hours: 24 }) })
  const rule = (id: string, substitutes: boolean) =>
    aRule({ id, label: id, appliesTo: { kinds: [], offices: [], committees: [`${id} Committee`] }, substitutes })
  const rules = [rule('Planning', true), rule('Licensing', false)]
  const rulebook = { ...towerHamlets, mandatory: { ...towerHamlets.mandatory, rules } }
  const whom = (...meets: readonly string[]) =>
    drawnUp(
      sources({
        sessions: [
          { ...chairing, meets },
          { ...evening, meets: ['Licensing'] },
        ],
        rulebook,
      }),
    ).flatMap(({ items }) => items.map((item) => item.kind === 'session' && item.mandatoryFor))
  expect(whom('Planning')).toEqual(['on the Planning Committee or a named substitute or on the Licensing Committee'])
  expect(whom()).toEqual(['on the Licensing Committee'])
})

test('C4.2 each thing once: two runs of a course are one item, and what has begun or lost its tag is none', () => {
  const evening = aSummary({ id: sessionId('s3'), title: `${chairing.title} (evening)`, startsAt: chairing.startsAt.add({ hours: 24 }) })
  const over = aSummary({ id: sessionId('s4'), title: 'Over', startsAt: at })
  const untagged = aSummary({ id: sessionId('s5'), title: 'Untagged', standing: { kind: 'untagged', at } })
  expect(titles({ sessions: [evening, chairing, over, untagged] })).toEqual({ new: [chairing.title] })
})

describe('C4.2 not now taking place', () => {
  const cancelled = { ...chairing, standing: { kind: 'cancelled', at, through: 'outlook' } as const }
  const before = past({ sessions: [chairing] })
  test('what was announced and is cancelled stands there once', () => {
    expect(titles({ sessions: [cancelled], past: [before] })).toEqual({ cancellations: [chairing.title] })
    const said = past({ sessions: [cancelled], past: [before] })
    expect(titles({ sessions: [cancelled], past: [before, said] })).toEqual({})
  })
  test('what was never announced, or is over, is not', () => {
    expect(titles({ sessions: [cancelled] })).toEqual({})
    expect(titles({ sessions: [cancelled], past: [before], at: chairing.startsAt })).toEqual({})
  })
  test('C1.21 what was moved since it was announced is told with both times, and is coming up the week after', () => {
    const moved = { ...chairing, startsAt: chairing.startsAt.add({ hours: 48 }) }
    const [section] = arranged(drawnUp(sources({ sessions: [moved], past: [before] })), []).sections
    expect(section).toMatchObject({ id: 'cancellations', items: [{ kind: 'moved', from: chairing.startsAt }] })
    expect(titles({ sessions: [moved], past: [before, past({ sessions: [moved], past: [before] })] })).toEqual({ sessions: [moved.title] })
  })
})

test('C1.21 what moved and moved back is told again, against what was told last; and then no more', () => {
  const first = past({ sessions: [chairing] })
  const moved = { ...chairing, startsAt: chairing.startsAt.add({ hours: 48 }) }
  const second = past({ sessions: [moved], past: [first] })
  const [section] = drawnUp(sources({ sessions: [chairing], past: [first, second] })).filter(({ items }) => items.length > 0)
  expect(section).toMatchObject({
    id: 'cancellations',
    items: [{ kind: 'moved', from: moved.startsAt, run: { startsAt: chairing.startsAt } }],
  })
  const third = past({ sessions: [chairing], past: [first, second] })
  expect(titles({ sessions: [chairing], past: [first, second, third] })).toEqual({ sessions: [chairing.title] })
})

test('C3.4 what is postponed is not advertised: not as new, not as coming up, not as moved, not as the run that is left', () => {
  const before = past({ sessions: [chairing] })
  const waits = summaryOf({ session: postponed(aSession()) })
  expect(titles({ sessions: [waits] })).toEqual({})
  const cancelled = { ...chairing, standing: { kind: 'cancelled', at, through: 'outlook' } as const }
  const other = { ...waits, id: sessionId('s2'), startsAt: chairing.startsAt.add({ hours: 24 }) }
  const [section] = drawnUp(sources({ sessions: [cancelled, other], past: [before] })).filter(({ items }) => items.length > 0)
  expect(section?.items).toEqual([expect.not.objectContaining({ other: expect.anything() })])
})

test('C3.4 C4.2 what was announced and is postponed stands once among what is not now taking place, for each time it was to be held', () => {
  const before = past({ sessions: [chairing] })
  const waits = summaryOf({ session: postponed(aSession()) })
  const [section] = drawnUp(sources({ sessions: [waits], past: [before] })).filter(({ items }) => items.length > 0)
  expect(section).toMatchObject({ id: 'cancellations', items: [{ kind: 'postponed', startsAt: waits.startsAt }] })
  const said = past({ sessions: [waits], past: [before] })
  expect(titles({ sessions: [waits], past: [before, said] })).toEqual({})
  expect(titles({ sessions: [chairing], past: [before, said] })).toEqual({ sessions: [chairing.title] })

  const onAgain = past({ sessions: [chairing], past: [before, said] })
  expect(titles({ sessions: [waits], past: [before, said, onAgain] })).toEqual({ cancellations: [chairing.title] })

  const moved = { ...chairing, startsAt: chairing.startsAt.add({ hours: 48 }) }
  const afterMove = past({ sessions: [moved], past: [before, said] })
  const again = { ...waits, startsAt: moved.startsAt }
  expect(titles({ sessions: [again], past: [before, said, afterMove] })).toEqual({ cancellations: [chairing.title] })
})

test('C3.4 C4.2 what takes place after all is told in the next issue, however far ahead it is, and then once it is near', () => {
  const far = instant('2026-12-15T18:30:00Z')
  const session = aSession({ startsAt: far })
  const before = past({ sessions: [summaryOf({ session })] })
  const said = past({ sessions: [summaryOf({ session: postponed(session) })], past: [before] })
  expect(titles({ sessions: [summaryOf({ session })], past: [before, said] })).toEqual({ sessions: [session.title] })
  const onAgain = past({ sessions: [summaryOf({ session })], past: [before, said] })
  expect(titles({ sessions: [summaryOf({ session })], past: [before, said, onAgain] })).toEqual({})

  const off = past({ sessions: [cancelledOf(session)], past: [before] })
  const restored = past({ sessions: [summaryOf({ session })], past: [before, off] })
  expect(titles({ sessions: [cancelledOf(session)], past: [before, off, restored] })).toEqual({ cancellations: [session.title] })
})

test('C4.2 what is cancelled after Members heard anything else of it is told as cancelled, whatever start they heard', () => {
  const first = past({ sessions: [chairing] })
  const off = past({ sessions: [cancelledOf(aSession())], past: [first] })
  const onAgain = past({ sessions: [chairing], past: [first, off] })
  const movedSince = cancelledOf(aSession({ startsAt: chairing.startsAt.add({ hours: 48 }) }))
  const said = [first, off, onAgain]
  expect(titles({ sessions: [movedSince], past: said })).toEqual({ cancellations: [chairing.title] })
  expect(titles({ sessions: [movedSince], past: [...said, past({ sessions: [movedSince], past: said })] })).toEqual({})

  const putOff = past({ sessions: [summaryOf({ session: postponed(aSession()) })], past: [first, off] })
  expect(titles({ sessions: [cancelledOf(aSession())], past: [first, off, putOff] })).toEqual({ cancellations: [chairing.title] })
})

function cancelledOf(session: Session) {
  return summaryOf({ session: { ...session, standing: { kind: 'cancelled', at, through: 'outlook' } } })
}

test('C1.3 what is for Members who were named is announced to nobody, unless its kind is for all', () => {
  const audience = { kind: 'named', members: [aMemberId(1)] } as const
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at, costs: [], audience }
  const named = summaryOf({ session: aSession({ details }) })
  expect(titles({ sessions: [named] })).toEqual({})
  expect(titles({ sessions: [summaryOf({ session: aSession({ details: { ...details, audience: { kind: 'new-members' } } }) })] })).toEqual({
    new: [chairing.title],
  })
  const kinds = towerHamlets.kinds.map((kind) => ({ ...kind, audienceFixed: true }))
  expect(titles({ sessions: [named], rulebook: { ...towerHamlets, kinds } })).toEqual({ new: [chairing.title] })
})

describe('C4.5 what officers put down', () => {
  test('stands in one issue, with its provider recognised', () => {
    const [section] = arranged(drawnUp(sources({ notices: [external] })), []).sections
    expect(section?.items).toMatchObject([
      { provider: 'Local Government Association', recognised: true, costPence: 39_000, roles: ['Chairs'] },
    ])
    expect(titles({ notices: [external], past: [past({ notices: [external] })] })).toEqual({})
  })
  test('and again until the day the officer named', () => {
    const again = { ...external, until: day('2026-10-09') }
    const before = past({ notices: [again] })
    expect(titles({ notices: [again], past: [before] })).toEqual({ external: [external.title] })
    expect(titles({ notices: [again], past: [before], at: at.add({ hours: 24 }) })).toEqual({})
  })
  test('is not listed once it is over, nor once it is taken out', () => {
    expect(titles({ notices: [external], at: instant('2027-01-17T10:00:00Z') })).toEqual({ external: [external.title] })
    expect(titles({ notices: [external], at: instant('2027-01-18T10:00:00Z') })).toEqual({})
    expect(titles({ notices: [{ ...external, withdrawnAt: at }] })).toEqual({})
  })
})

test('C4.7 an alternative stands beside its session, not twice; alone where the session is not listed', () => {
  const slides: Notice = {
    ...external,
    section: 'own-time',
    title: 'Slides',
    insteadOf: { courseId: courseOf(chairing.title), title: chairing.title },
  }
  const [section, ...others] = arranged(drawnUp(sources({ sessions: [chairing], notices: [slides] })), []).sections
  expect(section?.items).toMatchObject([{ kind: 'session', instead: [{ title: 'Slides' }] }])
  expect(others).toEqual([])
  expect(arranged(drawnUp(sources({ notices: [slides] })), []).sections).toMatchObject([
    { id: 'own-time', items: [{ title: 'Slides', insteadOf: chairing.title }] },
  ])
})

test('C4.20 “you said, we did” is the council’s to turn off', () => {
  const said: Notice = { ...external, section: 'you-said-we-did', title: 'Slides came too late' }
  expect(titles({ notices: [said] })).toEqual({ 'you-said-we-did': [said.title] })
  const rulebook = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, youSaidWeDid: false } }
  expect(titles({ notices: [said], rulebook })).toEqual({})
})

test('C4.2 officers order, reword and leave out; what they leave out is new again next time', () => {
  const drawn = drawnUp(sources({ sessions: [chairing, budgets], notices: [external] }))
  const { sections } = arranged(drawn, [
    { id: 'external', on: true, words: 'Two places.', leftOut: [] },
    { id: 'new', on: true, leftOut: [`course~${budgets.courseId}`] },
  ])
  expect(sections.map(({ id, words }) => [id, words])).toEqual([
    ['external', 'Two places.'],
    ['new', undefined],
  ])
  const before = { ...past({}), listed: listedIn({ sections }) }
  expect(titles({ sessions: [chairing, budgets], notices: [external], past: [before] })).toMatchObject({ new: [budgets.title] })
  expect(arranged(drawn, [{ id: 'new', on: false, leftOut: [] }]).sections.map(({ id }) => id)).toEqual(['external'])
})

describe('C4.4 limited places', () => {
  const { seed: _seed, draw: _draw, announcedAt: _announced, ...stated } = anOffer({ closesAt: at.add({ hours: 24 * 7 }) })
  const offer = { ...stated, interested: 0, held: [] }
  const announcedOffer = { ...offer, announcedAt: at }
  const contentsOf = (given: Partial<Sources>) => arranged(drawnUp(sources({ sessions: [chairing], ...given })), [])

  test('what is announced already is new again with its limited places, once, and comes up with them afterwards', () => {
    const before = past({ sessions: [chairing] })
    expect(offersIn(contentsOf({ past: [before], offers: [offer] }))).toMatchObject([{ offerId: offer.id, places: 2 }])
    expect(titles({ sessions: [chairing], past: [before], offers: [offer] })).toEqual({ new: [chairing.title] })
    expect(titles({ sessions: [chairing], past: [before], offers: [announcedOffer] })).toEqual({ sessions: [chairing.title] })
    expect(offersIn(contentsOf({ past: [before], offers: [announcedOffer] }))).toHaveLength(1)
  })

  test('an outside opportunity that stood in an issue stands in the next when its places are limited since', () => {
    const elsewhere = { ...offer, id: offerId('offer-notice-n1'), subject: { kind: 'notice', noticeId: external.id } as const }
    const before = past({ notices: [external] })
    expect(titles({ notices: [external], past: [before] })).toEqual({})
    expect(titles({ notices: [external], past: [before], offers: [elsewhere] })).toEqual({ external: [external.title] })
    expect(titles({ notices: [external], past: [before], offers: [{ ...elsewhere, announcedAt: at }] })).toEqual({})
  })

  test.each([
    ['a second before it closes', { closesAt: at.add({ seconds: 1 }) }, 1],
    ['as it closes', { closesAt: at }, 0],
    ['once it is drawn', { drawnAt: at }, 0],
    ['when officers took it back', { droppedAt: at }, 0],
  ])('an issue that leaves %s', (_, given, offered) => {
    expect(offersIn(contentsOf({ offers: [{ ...offer, ...given }] }))).toHaveLength(offered)
  })
})
