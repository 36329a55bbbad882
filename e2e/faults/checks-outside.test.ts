import { beforeAll, describe, expect, test } from 'vitest'
import type { DutyOutcome } from '../../domain/duties/duty.ts'
import { noticeId, type MemberId } from '../../domain/kernel/ids.ts'
import type { OfferRecord } from '../../domain/places/offer.ts'
import { aPersonId } from '../../domain/testing/builders.ts'
import { bulletin } from './harness/checks-bulletin.ts'
import { isOfIssue } from './harness/checks-messages.ts'
import { partners } from './harness/checks-partners.ts'
import { places } from './harness/checks-places.ts'
import { isTest, tests } from './harness/checks-tests.ts'
import { deedCalled } from './harness/deeds.ts'
import { addressOf, memberNumbers, profile } from './harness/outside/council-world.ts'
import type { SentMail } from './harness/outside/providers.ts'
import { memberIdFor, type Meant } from './harness/people.ts'
import { run, type Lived } from './harness/run.ts'
import { held } from './harness/sessions-held.ts'
import { orderOfDeed } from './harness/sweep.ts'

/*
 * What the checkers of limited places, of partners and of tests say of a deed that was done whole, with what was received, or the rows as they
 * lie, or what people meant, made up a little.
 */

async function whole(name: string): Promise<Lived> {
  const outcome = await run(orderOfDeed(deedCalled(name), 'none'))
  if (outcome.violations.length > 0) throw new TypeError(outcome.violations.join('\n'))
  return outcome.lived
}

const mailsOf = ({ world }: Lived) => world.providers.mails
const received = (lived: Lived, mails: readonly SentMail[]): Lived => ({
  ...lived,
  world: { ...lived.world, providers: { ...lived.world.providers, mails } },
})
/** Of each of these nobody heard for certain, five times over. */
const swallowed = (lived: Lived, keys: readonly string[]): Lived => ({
  ...lived,
  world: { ...lived.world, providers: { ...lived.world.providers, lost: new Map(keys.map((key) => [key, [1, 2, 3, 4, 5]])) } },
})
const keysOf = (mails: readonly SentMail[]) => mails.map(({ key }) => key)

describe('C4.4 limited places', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await whole('a limited place is given up, and goes to the next')
  }, 60_000)

  const mails = () => mailsOf(lived)
  const isPlace = ({ subject }: SentMail) => subject.startsWith('You have a place: ')
  const isReserve = ({ subject }: SentMail) => subject.includes('on the reserve list')
  const isClosed = ({ subject }: SentMail) => subject.startsWith('It has closed')
  const said = async (made: Lived) => (await places(made)).join('\n')
  const without = async (is: (mail: SentMail) => boolean) =>
    said(
      received(
        lived,
        mails().filter((mail) => !is(mail)),
      ),
    )
  const offered = async (change: (record: OfferRecord) => OfferRecord) => said({ ...lived, offers: lived.offers.map(change) })
  const changed = async (change: (offer: OfferRecord['offer']) => Partial<OfferRecord['offer']>) =>
    offered((record) => ({ ...record, offer: { ...record.offer, ...change(record.offer) } }))
  const meant = async (change: Partial<Meant['places']>) =>
    said({ ...lived, meant: { ...lived.meant, places: { ...lived.meant.places, ...change } } })
  const order = () => lived.offers[0]?.offer.draw?.order ?? []

  test('went to one of three, and from her to the next, and each was told', async () => {
    expect(await places(lived)).toEqual([])
    expect(lived.offers.map(({ offer }) => offer.rounds.map(({ given }) => given))).toEqual([
      [[order()[0]?.memberId], [order()[1]?.memberId]],
    ])
    expect([isPlace, isReserve, isClosed].map((is) => mails().filter(is).length)).toEqual([2, 2, 2])
  })

  test('of which somebody was told twice, or never, or too late', async () => {
    expect(await said(received(lived, [...mails(), ...mails().filter(isPlace)]))).toContain('told of places 2 times: place')
    expect(await without(isPlace)).toContain('never told of places, place')
    expect(await without(isReserve)).toContain('never told of places, reserve')
    const late = mails().map((mail) => (isPlace(mail) ? { ...mail, at: mail.at + 6 * 60_000 } : mail))
    expect(await said(received(lived, late))).toMatch(/told of places \d[\d.]* minutes after/)
  })

  test('of which somebody was told what was not so', async () => {
    const to = (address: string) => mails().map((mail) => (isPlace(mail) ? { ...mail, to: { name: '', address } } : mail))
    expect(await said(received(lived, to('member4@thamesbrook.example')))).toContain('told of places that she never asked for: member 4')
    expect(await said(received(lived, to('member4@thamesbrook.example')))).toContain('told of a place that was not given: member 4')
    expect(await said(received(lived, to('officer901@thamesbrook.example')))).toContain('told of places, and no Member')
    const other = mails().map((mail) => (isReserve(mail) ? { ...mail, subject: 'Good news' } : mail))
    expect(await said(received(lived, other))).toContain('told something else of places')
    expect(await meant({ confirmations: [] })).toContain('told of places before anybody confirmed them')
    const given = mails().map((mail) => (isPlace(mail) ? { ...mail, subject: 'You have given this up: Licensing' } : mail))
    expect(await said(received(lived, given))).toContain('told that she had given up, and had rung nobody')
    const over = mails().map((mail) => (isReserve(mail) ? { ...mail, subject: 'Cancelled: Licensing' } : mail))
    expect(await said(received(lived, over))).toContain('told that places are off while they stand')
    expect(await said(off())).toContain('never told of places, over')
    const rung = lived.meant.places.interests.map((press) => (press.interested ? press : { ...press, rang: true as const }))
    expect(await meant({ interests: rung })).toContain('never told of places, given-up')
    const early = lived.meant.places.interests.map((press) => (press.interested ? press : { ...press, at: 0, toldAt: 0 }))
    expect(await meant({ interests: early })).toContain('told of places though she had given up')
  })

  const off = (): Lived => {
    const withdrawn = { title: 'x', at: 0, id: noticeId('n1'), withdrawn: { at: lived.scenario.beginsAt.epochMilliseconds, toldAt: 0 } }
    return {
      ...lived,
      meant: { ...lived.meant, bulletin: { ...lived.meant.bulletin, notices: [withdrawn] } },
      offers: lived.offers.map((record) => ({
        ...record,
        offer: { ...record.offer, subject: { kind: 'notice', noticeId: withdrawn.id } },
      })),
    }
  }
  const numberOf = (id: MemberId | undefined) => memberNumbers.find((number) => memberIdFor(number) === id)

  test('of which somebody was told nothing because the very email was lost too often, and not because another was', async () => {
    const gaveUp = (made: Lived): Lived => ({
      ...made,
      offers: made.offers.map((record) => ({
        ...record,
        duties: record.duties.map((row) => {
          const at = record.offer.setAt
          return { ...row, state: { kind: 'done', outcome: { kind: 'needs-attention', at, because: 'never-arrived' } } }
        }),
      })),
    })
    const never = (is: (mail: SentMail) => boolean, lost: (mail: SentMail) => boolean, made = lived) =>
      swallowed(
        received(
          made,
          mails().filter((mail) => !is(mail)),
        ),
        keysOf(mails().filter(lost)),
      )
    for (const [is, what] of [
      [isPlace, 'never told of places, place'],
      [isReserve, 'never told of places, reserve'],
    ] as const) {
      expect(await said(gaveUp(never(is, is)))).not.toContain(what)
      expect(await said(never(is, is))).toContain(what) // and no officer sees that it never arrived
      expect(await said(gaveUp(never(is, () => false)))).toContain(what)
    }
    // That she was on the reserve list is another email than that of the place which she got then.
    const [, second] = order()
    const reserve = lived.offers.flatMap(({ offer, duties }) =>
      duties.flatMap(({ duty: { id, purpose } }) =>
        purpose.kind === 'place-outcome' && purpose.memberId === second?.memberId && purpose.round === 0
          ? [`${profile.id}~${offer.id}~${id}`]
          : [],
      ),
    )
    expect(reserve).toHaveLength(1)
    expect(
      await said(
        gaveUp(
          swallowed(
            never(isPlace, () => false),
            reserve,
          ),
        ),
      ),
    ).toContain(`never told of places, place: member ${numberOf(second?.memberId)}`)
    expect(await said(gaveUp(swallowed(off(), keysOf(mails().filter(isReserve)))))).toContain('never told of places, over')
  })

  test('of which whoever withdrew and asked again was told nothing, or which went past her', async () => {
    const [first, second, third] = order().map(({ memberId }) => memberId)
    const again = (id: MemberId | undefined) =>
      lived.meant.places.interests.flatMap((press) => {
        const at = press.at - 60_000
        const before = { ...press, interested: false, at, endedAt: at, toldAt: at }
        return press.member === numberOf(id) && press.interested ? [{ ...press, at: at - 1 }, before, press] : [press]
      })
    const meaning = (id: MemberId | undefined, made = lived): Lived => ({
      ...made,
      meant: { ...made.meant, places: { ...made.meant.places, interests: again(id) } },
    })
    expect(await said(meaning(third))).toBe('')
    const silent = received(
      lived,
      mails().filter(({ to }) => to.address !== addressOf(numberOf(third) ?? 0)),
    )
    expect(await said(meaning(third, silent))).toContain(`never told of places, reserve: member ${numberOf(third)}`)
    const past = lived.offers.map(({ offer, ...record }) => ({
      ...record,
      offer: { ...offer, rounds: offer.rounds.map((round, index) => (index === 0 ? round : { ...round, given: third ? [third] : [] })) },
    }))
    expect(await said(meaning(second, { ...lived, offers: past }))).toContain(`a place given past the next in line: ${second}`)
    expect(first).not.toBe(second)
  })

  test('whose closing officers did not hear of, or before it, or once it was drawn', async () => {
    const drawnLater = await said({
      ...received(
        lived,
        mails().filter((mail) => !isClosed(mail)),
      ),
      offers: lived.offers.map((record) => ({ ...record, offer: { ...record.offer, ...later(record.offer) } })),
    })
    expect(drawnLater).toContain('never told that places have closed: officer 901')
    const early = mails().map((mail) => (isClosed(mail) ? { ...mail, at: mail.at - 10 * 60_000 } : mail))
    expect(await said(received(lived, early))).toContain('told that it has closed, while it was open')
    const late = mails().map((mail) => (isClosed(mail) ? { ...mail, at: mail.at + 60 * 60_000 } : mail))
    expect(await said(received(lived, late))).toContain('asked to make the draw though it was made')
    const astray = mails().map((mail) => (isClosed(mail) ? { ...mail, to: { name: '', address: 'x' } } : mail))
    expect(await said(received(lived, astray))).toContain('asked to make the draw, and no officer')
  })

  const later = ({ draw }: OfferRecord['offer']) => (draw ? { draw: { ...draw, at: draw.at.add({ minutes: 20 }) } } : {})

  test('that are open although the bulletin never said so, or are not although it did', async () => {
    const silent = mails().filter(({ text }) => !text.includes('Express interest by'))
    expect(await said(received(lived, silent))).toContain('places that are open, and no issue says so')
    const closed = await offered(({ offer: { announcedAt: _at, ...offer }, ...record }) => ({ ...record, offer }))
    expect(closed).toContain('places that the bulletin offers, and that are not open')
    expect(await said({ ...lived, offers: [] })).toContain('of places that nobody offered')
    expect(await said({ ...lived, offers: [] })).toContain('places that were limited, and are not')
  })

  test('drawn from another seed, in another order, under other tickets, or otherwise than it was shown', async () => {
    const { draw } = lived.offers[0]?.offer ?? {}
    if (!draw) throw new TypeError('nothing was drawn')
    expect(await changed(() => ({ seed: 'another' }))).toContain('a ballot from another seed than the one whose mark was shown')
    expect(await changed(() => ({ draw: { ...draw, order: draw.order.toReversed() } }))).toContain(
      'a draw that is not the same worked out again',
    )
    const [one, ...rest] = draw.order
    if (!one) throw new TypeError('nobody was drawn')
    expect(await changed(() => ({ draw: { ...draw, order: [{ ...one, ticket: 'X' }, ...rest] } }))).toContain('more tickets than one')
    expect(await changed(() => ({ draw: { ...draw, order: rest } }))).toContain('a draw that is not the one that an officer was shown')
    expect(await changed(() => ({ draw: { ...draw, order: rest } }))).toContain('asked for a place and not drawn')
    expect(await changed(() => ({ draw: { ...draw, order: draw.order.slice(0, 1) } }))).toContain(
      'shown as interested, and not in the draw',
    )
    expect(await offered(({ offer: { draw: _draw, ...offer }, ...record }) => ({ ...record, offer }))).toContain('a draw is lost')
  })

  test('drawn with somebody who had withdrawn, who came too late, or who never asked', async () => {
    const { interests } = lived.meant.places
    const asked = numberOf(order()[2]?.memberId) // the last of the draw, who keeps her wish throughout
    const minutesAt = (minutes: number) => Date.UTC(2026, 9, 20, 8, minutes)
    const withdrawn = interests.flatMap((press) => {
      const at = { at: minutesAt(20), endedAt: minutesAt(21), toldAt: minutesAt(21) }
      return press.member === asked ? [press, { ...press, interested: false, ...at }] : [press]
    })
    expect(await meant({ interests: withdrawn })).toContain(`drawn though she had withdrawn before it: member ${asked}`)
    const late = interests.map((press) => (press.member === asked ? { ...press, at: minutesAt(31) } : press))
    expect(await meant({ interests: late })).toContain(`drawn though she asked after the closing: member ${asked}`)
    expect(await meant({ interests: interests.filter(({ member }) => member !== asked) })).toContain(
      `drawn though she never asked: member ${asked}`,
    )
    const refused = interests.map(({ toldAt: _told, ...press }) => ({ ...press, refused: 'closed' }))
    expect(await meant({ interests: refused })).toContain('refused before the closing')
    const unknown = interests.map((press) => ({ ...press, refused: 'no-such-offer' }))
    expect(await meant({ interests: unknown })).toContain('refused what the bulletin had offered')
  })

  test('given past the number, twice, out of turn, or to nobody', async () => {
    const [first, second, third] = order().map(({ memberId }) => memberId)
    if (!first || !second || !third) throw new TypeError('too few were drawn')
    const rounds = (...given: readonly (readonly MemberId[])[]) =>
      changed((offer) => ({
        rounds: given.flatMap((each) => offer.rounds.slice(0, 1).map((round) => ({ ...round, given: each }))),
      }))
    expect(await rounds([first], [second, third])).toContain('2 places held, there are 1')
    expect(await rounds([first], [second, second])).toContain('a place given twice to one Member')
    expect(await rounds([first], [third])).toContain(`a place given past the next in line: ${second}`)
    expect(await rounds([first, 'm-nobody' as MemberId])).toContain('a place given to nobody who was drawn')
    expect(await rounds()).toContain('a confirmation is lost')
    const none = lived.offers.map((record) => ({
      ...record,
      offer: { ...record.offer, rounds: record.offer.rounds.slice(0, 1).map((round) => ({ ...round, given: [] })) },
    }))
    expect(await said({ ...lived, offers: none })).toContain('a place given to nobody, though somebody waits')
    // Whoever gives up afterwards had not when it went past her.
    const past = lived.offers.map(({ offer, ...record }) => ({
      ...record,
      offer: { ...offer, rounds: offer.rounds.slice(0, 1).map((round) => ({ ...round, given: [second] })) },
    }))
    expect(await said({ ...lived, offers: past })).toContain(`a place given past the next in line: ${first}`)
    const still = await offered((record) => ({
      ...record,
      interests: record.interests.map((each) => ({ ...each, standing: 'interested' })),
    }))
    expect(still).toContain('gave up, and is still shown as interested')
  })

  test('with something owed that has not ended, or not so, and lists and a chain that tell otherwise', async () => {
    const duties = (state: OfferRecord['duties'][number]['state']) =>
      offered((record) => ({ ...record, duties: record.duties.map((duty) => ({ ...duty, state })) }))
    const at = lived.offers[0]?.offer.setAt
    if (!at) throw new TypeError('nothing was offered')
    expect(await duties({ kind: 'due', attempt: 1 })).toContain('still due: place-outcome')
    expect(await duties({ kind: 'done', outcome: { kind: 'failed', at, because: 'refused' } })).toContain('given up: place-outcome')
    expect(await duties({ kind: 'done', outcome: { kind: 'skipped', at, because: 'late' } })).toContain('sent and says skipped')
    expect(await without(isPlace)).toContain('says sent and is not: place-outcome')
    expect(await changed(({ rounds }) => ({ rounds: rounds.slice(0, 1) }))).toContain('a list shows other places than those that stand')
    expect(await changed(({ rounds }) => ({ rounds: rounds.slice(0, 1) }))).toContain(
      'the audit chain tells places-given 2 times, it was 1',
    )
  })
})

describe('C4.18 partners', () => {
  const { moved } = held
  const minute = 60_000
  let lived: Lived
  beforeAll(async () => {
    lived = await whole('an officer shares an event with partners')
  }, 60_000)

  const mails = () => mailsOf(lived)
  const isOff = ({ subject }: SentMail) => subject.startsWith('CANCELLED: ')
  const isShare = ({ subject }: SentMail) => subject.startsWith('For you to pass on: ')
  const said = (made: Lived) => partners(made).join('\n')
  const put = (is: (mail: SentMail) => boolean, change: Partial<SentMail>) =>
    said(
      received(
        lived,
        mails().map((mail) => (is(mail) ? { ...mail, ...change } : mail)),
      ),
    )
  const without = (is: (mail: SentMail) => boolean) =>
    said(
      received(
        lived,
        mails().filter((mail) => !is(mail)),
      ),
    )

  test('heard of an event and of its cancellation, each address once', () => {
    expect(partners(lived)).toEqual([])
    expect([mails().filter(isShare).length, mails().filter(isOff).length]).toEqual([2, 2])
  })

  test('who were told of a Member', () => {
    expect(put(isShare, { text: 'Councillor Member 3 asked for it' })).toContain('a partner was told of member 3')
    expect(put(isOff, { subject: 'member2@thamesbrook.example' })).toContain('a partner was told of member 2')
    expect(put(isShare, { html: 'Ring 07700900001' })).toContain('a partner was told of member 1')
  })

  test('who were told without a second press, or what nobody had read', () => {
    const shares = (change: Partial<Meant['shares'][number]>) =>
      said({ ...lived, meant: { ...lived.meant, shares: lived.meant.shares.map((share) => ({ ...share, ...change })) } })
    expect(said({ ...lived, meant: { ...lived.meant, shares: [] } })).toContain('a partner was told, and nobody had pressed twice')
    expect(shares({ pressedAt: lived.world.now() })).toContain('a partner was told, and nobody had pressed twice')
    expect(shares({ seen: [] })).toContain('a partner was told who was not on the page')
    expect(put(isShare, { text: 'Something else' })).toContain('a partner was told what nobody had read')
    expect(put(isShare, { subject: 'Something else' })).toContain('a partner was told what nobody had read')
    const [share] = mails().filter(isShare)
    if (!share) throw new TypeError('nothing was shared')
    const { text, html } = share
    const unread = 'a partner was told what nobody had read'
    expect(put(isShare, { text: `Bring a friend.\n${text}` })).toContain(unread)
    expect(put(isShare, { text: `${text}\nBring a friend.` })).toContain(unread)
    expect(put(isShare, { text: text.replace(' October 2026', ' October 2026. Bring a friend.') })).toContain(unread)
    expect(put(isShare, { html: '<p>Something else</p>' })).toContain(unread)
    expect(put(isShare, { html: html.replace('</h1>', '</h1><p>Bring a friend.</p>') })).toContain(unread)
    expect(put(isShare, { html: html.replace('To read a budget', 'To <b>not</b> read a budget') })).toContain(unread)
    expect(put(isShare, { html: html.replace('To read a budget', 'To read a <budget>') })).toContain(unread)
  })

  test('who were never told, or late, or the same twice', () => {
    expect(without(isShare)).toContain('a partner was never told')
    const unshared = received(
      lived,
      mails().filter((mail) => !isShare(mail)),
    )
    expect(said(swallowed(unshared, keysOf(mails())))).toContain('a partner was never told') // whatever was lost on the way
    const late = mails().map((mail) => (isShare(mail) ? { ...mail, at: mail.at + 5 * minute } : mail))
    expect(said(received(lived, late))).toContain('a partner was told late')
    const records = lived.records.map((record) => {
      const [share] = record.session.shares ?? []
      if (!share) return record
      const again = record.duties.flatMap((row) => {
        const { purpose } = row.duty
        return purpose.kind === 'partner-share'
          ? [{ ...row, duty: { ...row.duty, id: `${row.duty.id}x` as never, purpose: { ...purpose, share: 2 } } }]
          : []
      })
      const session = { ...record.session, shares: [share, { ...share, number: 2 }] }
      return { ...record, session, duties: [...record.duties, ...again] }
    })
    const copies = mails().flatMap((mail) => (isShare(mail) ? [{ ...mail, key: `${mail.key}x` }] : []))
    const twice = said({ ...received(lived, [...mails(), ...copies]), records })
    expect(twice).toContain('a partner was told the same again')
    expect(twice).toContain('one press shared 2 times')
  })

  test('who did not hear of the cancellation, or of one that never was, or of nothing else', () => {
    expect(without(isOff)).toContain('a partner never heard that it is cancelled')
    const silent = received(
      lived,
      mails().filter((mail) => !isOff(mail)),
    )
    expect(said(swallowed(silent, keysOf(mails())))).toContain('a partner never heard that it is cancelled')
    expect(without(isShare)).toContain('a partner heard of a cancellation, and of nothing before it')
    const [off] = mails().filter(isOff)
    if (!off) throw new TypeError('nobody heard of the cancellation')
    const afterwards = put(isShare, { at: off.at + 60 * minute })
    expect(afterwards).toContain('a partner heard of a cancellation, and of nothing before it')
    expect(afterwards).toContain('a partner was told of what is cancelled')
    const at =
      Math.max(
        ...mails()
          .filter(isShare)
          .map((mail) => mail.at),
      ) + minute
    const decision = { ...moved, choice: 'cancel', at, toldAt: at } as const
    const decided = { ...lived, meant: { ...lived.meant, decisions: [decision] } }
    expect(said(decided)).not.toContain('a partner was told of what is cancelled')
    const shared = mails().map((mail) => (isShare(mail) ? { ...mail, at: at + 10 * minute } : mail))
    expect(said(received(decided, shared))).toContain('a partner was told of what is cancelled')
    const entry = lived.world.outlook.entries.get(moved.eventId)
    if (!entry) throw new TypeError('nothing was arranged')
    const { gone: _gone, ...stands } = entry
    const outlook = { ...lived.world.outlook, entries: new Map([[moved.eventId, stands]]) }
    expect(said({ ...lived, world: { ...lived.world, outlook } })).toContain('a partner heard of a cancellation that never was')
  })
})

describe('C4.2 a test of an issue', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await whole('an officer releases an issue, and it leaves')
  }, 60_000)

  test('came once, to the officer who asked; and what is not so is told', async () => {
    const mails = mailsOf(lived)
    const said = async (made: readonly SentMail[]) => (await tests(received(lived, made))).join('\n')
    expect(mails.filter(isTest)).toHaveLength(1)
    expect(await tests(lived)).toEqual([])
    expect(await said([...mails, ...mails.filter(isTest)])).toContain('a test sent 2 times, asked for 1 times: officer 901')
    expect(await said(mails.filter((mail) => !isTest(mail)))).toContain('a test that never came: officer 901')
    const astray = mails.map((mail) => (isTest(mail) ? { ...mail, to: { name: '', address: 'member1@thamesbrook.example' } } : mail))
    expect(await said(astray)).toContain('a test went to somebody else: member1@thamesbrook.example')
  })

  test('that never came is excused by what became of that very test, and of no other', async () => {
    const id = lived.scenario.rules.issue?.id
    const record = id && (await lived.council.bulletins.find(id))
    const tested = record?.duties.find(({ duty }) => duty.purpose.kind === 'bulletin-test')
    const { notAfter, purpose } = tested?.duty ?? {}
    if (!record || !tested || !notAfter || purpose?.kind !== 'bulletin-test') throw new TypeError('nobody asked for a test')
    const found = (outcome: DutyOutcome, { by = 901, state = record.issue.state, lost = false } = {}): Lived => {
      const officerId = aPersonId(by)
      const duty = { ...tested.duty, purpose: { ...purpose, officerId } }
      const find = async () => ({
        ...record,
        issue: { ...record.issue, state },
        duties: [{ ...tested, duty, state: { kind: 'done' as const, outcome } }],
      })
      const council = { ...lived.council, bulletins: { ...lived.council.bulletins, find } }
      const made = received(
        lived,
        mailsOf(lived).filter((mail) => !isTest(mail)),
      )
      return { ...swallowed(made, lost ? [`${profile.id}~${record.issue.id}~${duty.id}`] : []), council, isCalm: false }
    }
    const late = { kind: 'skipped', at: notAfter, because: 'late' } as const
    const early = { ...late, at: notAfter.subtract({ seconds: 1 }) }
    const never = ['a test that never came: officer 901']
    expect(await tests(found(late))).toEqual([])
    expect(await tests({ ...found(late), isCalm: true })).toEqual(never)
    expect(await tests(found(late, { by: 902 }))).toEqual(never)
    expect(await tests(found(early))).toEqual(never)
    expect(await tests(found(early, { state: { kind: 'lapsed', at: notAfter, because: 'too-late' } }))).toEqual([])
    const gaveUp = { kind: 'needs-attention', at: notAfter, because: 'never-arrived' } as const
    expect(await tests(found(gaveUp, { lost: true }))).toEqual([])
    expect(await tests(found(gaveUp))).toEqual(never)
    expect(await tests(found({ kind: 'failed', at: notAfter, because: 'refused' }))).toEqual(never)
  })

  test('and the issue itself: whoever did not get it is excused where her own copy was lost too often, and by nothing else', async () => {
    const isCopy = ({ key, to }: SentMail) => isOfIssue(key) && to.address === addressOf(3)
    const silent = received(
      lived,
      mailsOf(lived).filter((mail) => !isCopy(mail)),
    )
    const [copy] = mailsOf(lived).filter(isCopy)
    const [draft] = lived.world.providers.drafts.filter(({ key }) => key === copy?.key)
    if (!draft) throw new TypeError('she got no copy')
    const never = ': to member3@thamesbrook.example'
    const said = async (made: Lived) => (await bulletin(made)).join('\n')
    expect(await said(silent)).toContain(never)
    expect(await said(swallowed(silent, [draft.key]))).not.toContain(never)
    const another = { ...draft, key: `${profile.id}~session-other~duty` }
    const { world } = swallowed(silent, [another.key])
    const drafts = [...world.providers.drafts, another]
    expect(await said({ ...silent, world: { ...world, providers: { ...world.providers, drafts } } })).toContain(never)
  })
})
