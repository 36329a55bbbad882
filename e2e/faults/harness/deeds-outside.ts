import { offerIdOf } from '../../../domain/places/offer.ts'
import type { DeedSpec } from './deed-spec.ts'
import { addressOf, memberNumbers } from './outside/council-world.ts'
import { issueOnTuesday } from './outside/rules.ts'
import { aims } from './scenario-partners.ts'
import { held } from './sessions-held.ts'
import { until, type Stage } from './stage.ts'

const { moved } = held
const offerId = offerIdOf({ kind: 'session', sessionId: moved.sessionId })
const answers = ['accepted', 'accepted', 'accepted', 'none', 'none'] as const

/** On a morning on which the issue that offers them leaves at nine in London. */
const ofPlaces = {
  session: 'moved',
  answers,
  rules: issueOnTuesday,
  beginsAt: '2026-10-20T04:55:00Z',
  from: '2026-10-20T09:05:00Z',
} as const

async function offered({ people }: Stage, closesAt: string): Promise<void> {
  await people.places.limit({ offerId, places: 1, closesAt })
  await people.bulletin.release(901)
}

async function asked(stage: Stage, closesAt = '2026-10-20T08:30:00Z'): Promise<void> {
  await offered(stage, closesAt)
  await until(stage, '2026-10-20T08:10:00Z')
  for (const member of [1, 2, 3]) await stage.people.places.express({ offerId, member, interested: true })
}

async function drawn({ people }: Stage): Promise<void> {
  await people.places.draw(offerId, 901)
  await people.places.confirm(offerId, 901)
}

/** Whoever was told that she has the place. */
function holderIn({ world }: Stage): number {
  const told = world.providers.mails.find(({ subject }) => subject.startsWith('You have a place: '))
  return memberNumbers.find((number) => addressOf(number) === told?.to.address) ?? 1
}

/** What goes to people because somebody outside the calendar pressed: limited places, and partners. */
export const outsideDeeds: readonly DeedSpec[] = [
  {
    ...ofPlaces,
    name: 'Members ask for a limited place, and one thinks again',
    minutes: 2,
    beforehand: (stage) => offered(stage, '2026-10-20T09:20:00Z'),
    async act({ people }) {
      void people.places.express({ offerId, member: 2, interested: true })
      await people.places.express({ offerId, member: 1, interested: true })
      await people.places.express({ offerId, member: 1, interested: false })
    },
    afterwards: drawn,
  },
  {
    ...ofPlaces,
    name: 'one asks for a limited place as it closes, and they are drawn, and confirmed',
    minutes: 5,
    beforehand: (stage) => asked(stage, '2026-10-20T09:05:05Z'),
    async act(stage) {
      // At the last moment: whoever stands still with this may write it when the draw is made.
      void stage.people.places.express({ offerId, member: 4, interested: true })
      await until(stage, '2026-10-20T09:07:10Z')
      await drawn(stage)
    },
    afterwards: drawn,
  },
  {
    ...ofPlaces,
    name: 'a limited place is given up, and goes to the next',
    minutes: 3,
    async beforehand(stage) {
      await asked(stage)
      await until(stage, '2026-10-20T08:35:00Z')
      await drawn(stage)
    },
    async act(stage) {
      const { places } = stage.people
      await places.express({ offerId, member: holderIn(stage), interested: false })
      await places.confirm(offerId, 902)
    },
  },
  {
    name: 'an officer shares an event with partners',
    session: 'moved',
    answers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T17:20:00Z',
    minutes: 3,
    beforehand: ({ people }) => people.partners.mark(moved, aims[0]),
    act: ({ people }) => people.partners.share(moved, 901),
    async afterwards({ people, world }) {
      await people.partners.share(moved, 902)
      world.outlook.remove(moved.eventId, 'person')
    },
  },
]
