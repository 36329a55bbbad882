import { instant, type Instant } from '../../../domain/kernel/time.ts'
import { offerIdOf } from '../../../domain/places/offer.ts'
import type { DeedSpec } from './deed-spec.ts'
import { outsideDeeds } from './deeds-outside.ts'
import { addressOf, withoutMobile } from './outside/council-world.ts'
import { issueOnTuesday, usualRules } from './outside/rules.ts'
import { arrange, type Scenario } from './scenario.ts'
import { held } from './sessions-held.ts'
import type { Stage } from './stage.ts'

/** One thing that is done, at a known time, with everything before it done and settled. */
export type Deed = {
  readonly name: string
  readonly scenario: Scenario
  /** While it is done. Every call in between is a place to die at. */
  readonly watched: { readonly from: Instant; readonly to: Instant }
}

const fiveAnswers = ['accepted', 'accepted', 'tentative', 'accepted', 'accepted'] as const
const tooFew = ['accepted', 'none', 'tentative', 'declined', 'none'] as const
const { enough, few, short, outlook, moved } = held
const cancelled = { ...few, choice: 'cancel', reasonId: 'lack-of-interest' } as const
const today = held.today
const cancelledLate = { ...short, choice: 'cancel', reasonId: 'trainer-unavailable' } as const

const limited = offerIdOf({ kind: 'session', sessionId: enough.sessionId })

const specs: readonly DeedSpec[] = [
  {
    name: 'a council begins',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:00:00Z',
    minutes: 2,
  },
  {
    name: 'the jobs of the night',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T22:30:00Z',
    from: '2026-10-19T23:04:00Z',
    minutes: 3,
  },
  {
    name: 'reminders of the week before',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-20T08:30:00Z',
    from: '2026-10-20T08:59:00Z',
    minutes: 3,
  },
  {
    name: 'reminders of the morning',
    session: 'short',
    answers: fiveAnswers,
    beginsAt: '2026-10-21T06:30:00Z',
    from: '2026-10-21T06:59:00Z',
    minutes: 3,
  },
  {
    name: 'too few at the review',
    session: 'few',
    answers: tooFew,
    beginsAt: '2026-10-20T07:30:00Z',
    from: '2026-10-20T07:59:00Z',
    minutes: 3,
  },
  {
    name: 'nobody decides in time',
    session: 'few',
    answers: tooFew,
    beginsAt: '2026-10-20T07:30:00Z',
    from: '2026-10-20T10:59:00Z',
    minutes: 3,
  },
  {
    name: 'an officer decides to cancel',
    session: 'few',
    answers: tooFew,
    beginsAt: '2026-10-20T08:10:00Z',
    from: '2026-10-20T08:25:00Z',
    minutes: 3,
    act: ({ people }) => people.decide(cancelled),
  },
  {
    name: 'an officer decides to run it',
    session: 'few',
    answers: tooFew,
    beginsAt: '2026-10-20T08:10:00Z',
    from: '2026-10-20T08:25:00Z',
    minutes: 3,
    act: ({ people }) => people.decide({ ...cancelled, choice: 'run' }),
  },
  {
    name: 'a session is cancelled at short notice',
    session: 'short',
    answers: fiveAnswers,
    beginsAt: '2026-10-20T12:30:00Z',
    from: '2026-10-20T12:45:00Z',
    minutes: 3,
    act: ({ people }) => people.decide(cancelledLate),
    afterwards: ({ people }) => people.ring(short.sessionId),
  },
  {
    name: 'an officer rings those on the phone list',
    session: 'short',
    answers: fiveAnswers,
    beginsAt: '2026-10-20T12:30:00Z',
    from: '2026-10-20T14:00:00Z',
    minutes: 3,
    beforehand: ({ people }) => people.decide(cancelledLate),
    act: ({ people }) => people.ring(short.sessionId),
  },
  {
    name: 'a number is put right',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:20:00Z',
    minutes: 2,
    act: ({ people }) => people.correct(withoutMobile),
  },
  {
    name: 'a Member answers here',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:20:00Z',
    minutes: 3,
    act: ({ people }) => people.answer({ ...enough, member: 2, answer: 'declined' }),
  },
  {
    name: 'a Member answers in Outlook',
    session: 'enough',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:20:00Z',
    minutes: 3,
    act: ({ world }) => world.outlook.answer(enough.eventId, addressOf(2), 'declined', 'outlook'),
  },
  {
    name: 'a session is moved in Outlook',
    session: 'moved',
    answers: fiveAnswers,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:20:00Z',
    minutes: 3,
    act: ({ world }) => world.outlook.move(moved.eventId, instant('2026-10-29T10:00:00Z')),
  },
  {
    name: 'a session is cancelled in Outlook, and why',
    session: 'outlook',
    answers: fiveAnswers,
    beginsAt: '2026-10-20T13:30:00Z',
    from: '2026-10-20T13:45:00Z',
    minutes: 3,
    act: ({ world }) => world.outlook.remove(outlook.eventId, 'person'),
    afterwards: ({ people }) => people.explain(outlook.sessionId),
  },
  {
    name: 'an officer releases an issue, and it leaves',
    session: 'enough',
    answers: fiveAnswers,
    rules: issueOnTuesday,
    beginsAt: '2026-10-20T04:55:00Z',
    from: '2026-10-20T07:59:00Z',
    minutes: 3,
    async beforehand({ people }) {
      await people.places.limit({ offerId: limited, places: 2, closesAt: '2026-10-20T12:00:00Z' })
      await people.bulletin.edit('Welcome.', [])
    },
    async act({ people }) {
      void people.bulletin.test(901, 2)
      await people.bulletin.release(901)
    },
    afterwards: ({ people }) => people.places.express({ offerId: limited, member: 2, interested: true }),
  },
  {
    name: 'an officer sends the marks of a register',
    session: 'today',
    answers: fiveAnswers,
    beginsAt: '2026-10-20T06:30:00Z',
    from: '2026-10-20T13:20:00Z',
    minutes: 2,
    beforehand: ({ people }) => pressed(people, 1, 'absent'),
    async act({ people }) {
      pressed(people, 1, 'in-person')
      pressed(people, 3, 'in-person')
      await people.register.send(today.sessionId, 901)
    },
    afterwards: ({ people }) => people.register.send(today.sessionId, 901),
  },
  {
    name: 'an officer chases those who have not answered',
    session: 'few',
    answers: tooFew,
    beginsAt: '2026-10-19T16:00:00Z',
    from: '2026-10-19T16:20:00Z',
    minutes: 3,
    act: ({ people }) => people.chase(few, 901),
    async afterwards({ people }) {
      await people.chase(few, 901)
      await people.chase(few, 902)
    },
  },
]

function pressed({ register }: Stage['people'], member: number, recorded: 'in-person' | 'absent'): void {
  register.press({ sessionId: today.sessionId, officer: 901, member, recorded })
}

export const deeds: readonly Deed[] = [...specs, ...outsideDeeds].map((spec) => {
  const from = instant(spec.from)
  const to = from.add({ minutes: spec.minutes })
  return { name: spec.name, watched: { from, to }, scenario: scenarioOf(spec, from) }
})

/** Throws `TypeError` where no deed is called so. */
export function deedCalled(name: string): Deed {
  const deed = deeds.find((each) => each.name === name)
  if (!deed) throw new TypeError(`no deed is called "${name}"`)
  return deed
}

function scenarioOf(
  { session, answers, beginsAt: begins, beforehand, act, afterwards, rules = usualRules }: DeedSpec,
  from: Instant,
): Scenario {
  const beginsAt = instant(begins)
  const calmFrom = from.add({ minutes: 50 })
  const after = (at: Instant) => beginsAt.until(at).total('milliseconds')
  return {
    beginsAt,
    calmFrom,
    // Graph and Notify tell us again what nobody took from them, for half an hour at least.
    endsAt: () => calmFrom.add({ minutes: 75 }),
    // It dies once, and is back within five minutes; then claims lapse and fates are asked.
    lateByMinutes: 30,
    names: [session],
    rules,
    play(stage) {
      arrange(stage, held[session], answers)
      const { scheduler } = stage
      if (beforehand) scheduler.after(after(from.subtract({ minutes: 75 })), () => void beforehand(stage))
      if (act) scheduler.after(after(from), () => void act(stage))
      if (afterwards) scheduler.after(after(from.add({ minutes: 40 })), () => void afterwards(stage))
    },
  }
}
