import { myPlace, myPlaces, placesList, placesPage, type MyPlace, type PlacesPage } from '../../api/contracts/places.ts'
import { ballotNumber } from '../../domain/places/draw.ts'
import { markOf } from '../../domain/places/offer.ts'
import { now, roll } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const offerId = 'offer-notice-n-weekend'
const seed = '5f0c1b7a9e3d42688bb1c0de7a64f913'
const seedMark = markOf(seed)
const subject = {
  kind: 'notice',
  id: 'n-weekend',
  title: 'Leadership weekend',
  from: '2027-01-15',
  to: '2027-01-17',
  provider: 'Local Government Association',
  link: 'https://www.example.org/weekend',
  isOff: false,
  isOver: false,
} as const
const terms = {
  places: 2,
  openTo: { kind: 'everyone' as const },
  neededFor: ['Chair'],
  criteria: ['role-need' as const, 'not-had-one' as const, 'ballot' as const],
  closesAt: '2026-10-27T18:00:00Z',
}
const announcedAt = '2026-10-08T15:00:00Z'
const afterwards = '2026-10-28T10:00:00Z'

const tickets = ['K7M2QX9ABD', 'R4TTW8HJ2N', 'C9ZPA3VEXM', 'B6FYU5GK7S'].map((ticket, index) => ({
  ticket,
  number: ballotNumber(seed, ticket),
  meets: index === 0 ? ['role-need' as const, 'not-had-one' as const] : ['not-had-one' as const],
}))
const [first, ...others] = tickets
const drawn = {
  seed,
  tickets: [...(first ? [first] : []), ...others.toSorted((one, other) => (one.number < other.number ? -1 : 1))],
}

/** What the API answers a Member about limited places. */
export function placesForMember(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/my/places') return ok(myPlaces, { offers: scene.name.startsWith('member-places') ? [mineIn(scene)] : [], now })
  if (scene.name === 'member-places-late' && method === 'PUT')
    return problem(
      409,
      'This closed on Tuesday 27 October 2026, 6pm',
      'Nobody’s interest is taken after that, so that every Member has the same chance.',
    )
  if (method === 'PUT') scene.answers.set('interested', String(body['interested']))
  return ok(myPlace, mineIn(scene))
}

function mineIn(scene: Scene): MyPlace {
  const about = { ...terms, offerId, subject, seedMark, announcedAt }
  const mine = scene.answers.get('interested')
  if (scene.name === 'member-places-posts')
    return { ...about, openTo: { kind: 'posts', posts: ['Chair', 'Vice-Chair'] }, stage: 'open', mine: 'none', notForYou: true, now }
  if (scene.name === 'member-places-given' || scene.name === 'member-places-reserve') {
    const given = { ...about, stage: 'allotted' as const, drawn, ticket: drawn.tickets[1]?.ticket, now: afterwards }
    if (mine === 'false') return { ...given, mine: 'given-up', standing: { kind: 'given-up' } }
    const reason = { kind: 'ballot', drawn: 1, of: 3 } as const
    return scene.name === 'member-places-given'
      ? { ...given, mine: 'interested', standing: { kind: 'place', reason } }
      : { ...given, mine: 'interested', standing: { kind: 'reserve', position: 2, reason: { ...reason, drawn: 3 } } }
  }
  return { ...about, stage: 'open', mine: mine === 'true' ? 'interested' : mine === 'false' ? 'withdrawn' : 'none', now }
}

/** What the API answers an officer about limited places. */
export function placesForOfficer(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/places') return ok(placesList, listIn(scene))
  if (method === 'PUT' && scene.name === 'officer-places-wrong')
    return {
      status: 422,
      body: {
        type: 'about:blank',
        title: 'Something here needs putting right',
        status: 422,
        errors: [{ path: 'neededFor', message: 'nobody-needs-it' }],
      },
    }
  if (method === 'PUT') scene.answers.set('terms', JSON.stringify(body))
  if (path.endsWith('/drop')) scene.answers.delete('terms')
  if (path.endsWith('/draw')) scene.answers.set('drawn', 'yes')
  if (path.endsWith('/confirm')) scene.answers.set('confirmed', JSON.stringify(body))
  if (path.endsWith('/give-up')) scene.answers.set('gave-up', String(body['memberId']))
  return ok(placesPage, pageIn(scene))
}

function listIn(scene: Scene) {
  const listed = { offerId, title: subject.title, places: 2, interested: 4, held: 0, closesAt: terms.closesAt }
  return { offers: scene.name === 'officer-empty' ? [] : [{ ...listed, stage: 'open' as const }], now }
}

function pageIn(scene: Scene): PlacesPage {
  const choices = {
    criteria: ['role-need', 'not-had-one', 'ballot'],
    usual: ['role-need', 'not-had-one', 'ballot'],
    usualClosesAt: '2026-10-22T16:00:00Z',
    posts: ['Chair', 'Leader', 'Vice-Chair'],
    committees: ['Licensing Committee', 'Planning Committee'],
    isMandatory: false,
  } satisfies PlacesPage['choices']
  const about = { offerId, subject, choices, members: [], next: [], confirmed: [], nextIssueAt: '2026-10-15T15:00:00Z', now }
  const set = { setBy: 'Hannah Brightwell', setAt: '2026-10-06T10:00:00Z', drawFrom: '2026-10-27T18:02:00Z', seen: 'v1', seedMark }
  const offer = { ...terms, ...set, stage: 'open' as const, announcedAt, interested: 4 }
  if (scene.name === 'officer-places-open') return { ...about, offer }
  if (scene.name === 'officer-places-closed') return closedIn(scene, { ...about, offer: { ...offer, stage: 'closed' }, now: afterwards })
  const saved = scene.answers.get('terms')
  if (!saved) return about
  const { seen: _seen, ...written } = JSON.parse(saved) as typeof terms & { seen?: string }
  return { ...about, offer: { ...written, ...set, stage: 'not-announced', interested: 0 } }
}

function closedIn(scene: Scene, page: PlacesPage & { readonly offer: NonNullable<PlacesPage['offer']> }): PlacesPage {
  const people = roll.slice(0, 4)
  if (!scene.answers.has('drawn')) return page
  const gaveUp = scene.answers.get('gave-up')
  const isConfirmed = scene.answers.has('confirmed')
  const reasons = [
    { kind: 'criterion', criterion: 'role-need', met: true } as const,
    ...[1, 2, 3].map((place) => ({ kind: 'ballot', drawn: place, of: 3 }) as const),
  ]
  const members = people.map((person, index) => {
    const reason = reasons[index] ?? ({ kind: 'enough' } as const)
    const standing =
      person.memberId === gaveUp
        ? ({ kind: 'given-up' } as const)
        : index < 2
          ? ({ kind: 'place', reason } as const)
          : ({ kind: 'reserve', position: index - 1, reason } as const)
    return { ...person, ticket: drawn.tickets[index]?.ticket, standing }
  })
  return {
    ...page,
    offer: { ...page.offer, stage: isConfirmed ? 'allotted' : 'drawn' },
    members,
    next: isConfirmed ? (gaveUp ? people.slice(2, 3) : []) : people.slice(0, 2),
    drawn: { ...drawn, at: afterwards, by: 'Hannah Brightwell' },
    confirmed: isConfirmed ? [{ at: afterwards, by: 'Hannah Brightwell', given: people.slice(0, 2).map(({ name }) => name) }] : [],
  }
}
