import { describe, expect, test } from 'vitest'
import { issueId, noticeId, sessionId } from '../kernel/ids.ts'
import { instant, type Instant } from '../kernel/time.ts'
import { courseOf } from '../sessions/course.ts'
import { aPersonId, aSession, aSummary, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { summaryOf } from '../sessions/summary.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import { arranged, drawnUp, listedIn, type Sources } from './contents.ts'
import type { Notice } from './notice.ts'
import { pageOf } from './page.ts'
import { anOffer } from '../testing/places.ts'
import { readersPart, type OwnAnswer } from './reader.ts'

const at = instant('2026-10-09T09:00:00Z')
const [anyRule] = towerHamlets.mandatory.rules
if (!anyRule) throw new Error('Tower Hamlets makes something mandatory')
const rule = { ...anyRule, id: 'chairs', label: 'Chairs', titles: [], appliesTo: { kinds: [], offices: ['Chair'], committees: [] } }
const rulebook = { ...towerHamlets, mandatory: { ...towerHamlets.mandatory, rules: [rule] } }
const slides: Notice = {
  id: noticeId('n1'),
  section: 'own-time',
  title: 'Slides',
  minutes: 15,
  link: 'https://www.example.org/slides',
  roles: [],
  insteadOf: { courseId: courseOf('Chairing a difficult meeting'), title: 'Chairing a difficult meeting' },
  addedAt: at,
  addedBy: aPersonId(901),
  addedByName: 'Officer 901',
}
const chairing: SessionSummary = { ...aSummary({ accepted: 4, none: 2 }), meets: ['chairs'] }
const evening = aSummary({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 24 }) })

function sourcesOf(sessions: readonly SessionSummary[], offers: Sources['offers'] = []): Sources {
  const sources = { sessions, notices: [slides], offers, rulebook, at }
  const listed = listedIn(arranged(drawnUp({ ...sources, notices: [], offers: [], past: [] }), []))
  return { ...sources, past: [{ id: issueId('issue-2026-w40'), number: 1, sentAt: at.subtract({ hours: 168 }), subject: '', listed }] }
}
const answered = (...own: readonly (readonly [SessionSummary, OwnAnswer['response']])[]) =>
  new Map(own.map(([{ id }, response]) => [id, { response, movedSince: false }]))
type Given = {
  readonly sessions?: readonly SessionSummary[]
  readonly now?: Instant
  readonly readAgain?: boolean
  readonly later?: readonly SessionSummary[]
  readonly offers?: Sources['offers']
}

/** The issue of 9 October, as somebody reads it who said that. */
function read(
  own: ReadonlyMap<SessionSummary['id'], OwnAnswer>,
  { sessions = [chairing], now = at, readAgain = false, later = sessions, offers = [] }: Given = {},
) {
  const contents = arranged(drawnUp(sourcesOf(sessions, offers)), [])
  const reader = readersPart(own, later, { rulebook, contents, at, now })
  return pageOf({ name: 'Bulletin', council: 'Thamesbrook', number: 2, at, readAgain }, contents, reader)
}

describe('C4.7 TH 2.6 who must do it and what does instead', () => {
  const beside = {
    lines: expect.arrayContaining(['You must do this if you are a holder of the office of Chair.']),
    instead: [{ line: 'Or in your own time: Slides, about 15 minutes.', link: 'https://www.example.org/slides' }],
  }
  test('stands beside the session for whom it is listed', () => {
    expect(read(answered([chairing, 'accepted'])).sections).toMatchObject([{ id: 'sessions', items: [beside] }])
  })
  test('and for whom it is asked, who gets it nowhere else', () => {
    const page = read(answered([chairing, 'none']))
    expect(page.asks).toMatchObject([beside])
    expect(page.sections).toEqual([])
  })
})

describe('a title leads to a session’s page', () => {
  const both = { sessions: [chairing, evening] }
  test('only of a run to which its reader is invited, though it is not the first', () => {
    const [section] = read(answered([evening, 'accepted']), both).sections
    expect(section?.items).toMatchObject([{ sessionId: evening.id }])
  })
  test('and nowhere for those who are invited to none', () => {
    const [section] = read(answered(), both).sections
    expect(section?.items).toEqual([expect.not.objectContaining({ sessionId: expect.anything() })])
  })
})

describe('C4.2 C4.17 what an issue asks', () => {
  const own = answered([chairing, 'none'])
  test('it asks of nobody what is postponed, answered or has begun', () => {
    expect(read(own).asks).toHaveLength(1)
    expect(read(own, { later: [summaryOf({ session: postponed(aSession()) })] }).asks).toEqual([])
    expect(read(answered([chairing, 'declined'])).asks).toEqual([])
    expect(read(own, { now: startsAt }).asks).toEqual([])
    expect(read(own, { now: startsAt.subtract({ seconds: 1 }) }).asks).toHaveLength(1)
  })
  test.each([
    { accepted: 5, count: '5 of 6 coming when this was sent. Decided on' },
    { accepted: 6, count: '6 coming when this was sent. Decided on' },
    { accepted: 11, count: '11 coming when this was sent. Decided on' },
  ])('before the review, of $accepted who come it says $count', ({ accepted, count }) => {
    const coming = { ...aSummary({ accepted, none: 2 }), meets: ['chairs'] }
    const [line] = read(answered([coming, 'none']), { sessions: [coming], later: [coming] }).asks[0]?.lines.slice(-1) ?? []
    expect(line).toMatch(new RegExp(`^${count}`))
  })
  test('C3.4 after the deadline it does not say that it was decided then', () => {
    const inQuestion = { kind: 'open', round: 1, openedAt: at, decideBy: at } as const
    const coming = { ...aSummary({ accepted: 4, none: 2, undersubscribed: inQuestion }), meets: ['chairs'] }
    const past = startsAt.subtract({ hours: 24 })
    const said = read(answered([coming, 'none']), { sessions: [coming], later: [coming], now: past }).asks[0]?.lines.slice(-1)
    expect(said).toEqual(['4 of 6 coming when this was sent. Officers are deciding whether it goes ahead.'])
  })
  test('read again, it asks nothing that it did not ask then, and counts now', () => {
    const now = at.add({ hours: 24 * 7 })
    const since = aSummary({ id: sessionId('s3'), title: 'Arranged since', firstSeenAt: at.add({ seconds: 1 }) })
    const beyond = aSummary({ id: sessionId('s4'), title: 'Five weeks away', startsAt: instant('2026-11-09T18:00:00Z') })
    const page = read(answered([chairing, 'none'], [since, 'none'], [beyond, 'none']), {
      now,
      readAgain: true,
      later: [chairing, since, beyond],
    })
    expect(page.asks.map(({ title }) => title)).toEqual([chairing.title])
    expect(page.asks[0]?.lines.join(' ')).toContain('4 of 6 coming now.')
    expect(read(own).asks[0]?.lines.join(' ')).toContain('4 of 6 coming when this was sent.')
  })
})

describe('C4.4 limited places', () => {
  const { seed: _seed, draw: _draw, ...stated } = anOffer({ criteria: ['not-had-one', 'ballot'] })
  const offer = { ...stated, interested: 0, held: [] }
  const itemOf = (sessions: readonly SessionSummary[]) =>
    read(answered([chairing, 'none']), { sessions, offers: [offer], later: [] }).sections.flatMap(({ items }) => items)[0]

  test('it says how many, how they are given and by when, and where one says so', () => {
    expect(itemOf([chairing])?.lines).toEqual(
      expect.arrayContaining([
        '2 places, open to every Member.',
        'Places go first to those who have not had a limited place this year. A ballot decides between Members who are otherwise equal. It makes no difference who answers first.',
      ]),
    )
    expect(itemOf([chairing])?.places).toEqual([{ offerId: offer.id, line: 'Express interest by Tuesday 20 October 2026, 6pm.' }])
  })

  test('of two runs it says of which', () => {
    expect(itemOf([chairing, evening])?.places).toEqual([
      { offerId: offer.id, line: 'Tuesday 27 October, 6:30pm to 8:30pm: express interest by Tuesday 20 October 2026, 6pm.' },
    ])
  })
})
