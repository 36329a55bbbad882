import { taskParts } from '../../../api/stores/due.ts'
import { clocksDifferBy, messagesOf, minute } from './checks-messages.ts'
import { mobileOf, profile, unreachable, withoutMobile } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'

/** Everything owed has come to an end, and the end that the rows tell is the one that the providers saw. */
export function duties(lived: Lived): readonly string[] {
  return [...unended(lived), ...untrue(lived), ...unfounded(lived), ...undelivered(lived), ...stuck(lived), ...defects(lived)]
}

/** Milliseconds: the longest pause between two tries, and what clocks differ by. */
const putOffFor = 15 * minute + clocksDifferBy

function unended(lived: Lived): readonly string[] {
  const { records, world } = lived
  return records.flatMap(({ session, duties: own }) =>
    own.flatMap(({ duty, state, notBefore }) => {
      const name = `${duty.purpose.kind} ${duty.channel} of ${session.title}`
      if (state.kind === 'done') {
        const { outcome } = state
        const wasLost =
          outcome.kind === 'needs-attention' && outcome.because === 'never-arrived' && wasSwallowed(lived, keyOf(session.id, duty.id))
        return outcome.kind === 'needs-attention' && !wasLost ? [`given up: ${name}`] : []
      }
      // What has come only just now may still be on its way; whatever puts a duty off does so for a quarter of an hour at most.
      const isNew = duty.notBefore.epochMilliseconds > world.now() - putOffFor
      const isInTime = notBefore.epochMilliseconds > world.now() - 120_000 && notBefore.epochMilliseconds < world.now() + putOffFor
      return isNew && isInTime ? [] : [`still ${state.kind}: ${name}`]
    }),
  )
}

/** A message that says sent was sent; one that was sent says so, or says that nobody could tell. */
function untrue(lived: Lived): readonly string[] {
  const sent = messagesOf(lived)
  const keys = new Set(sent.map(({ key, channel }) => `${channel} ${key}`))
  const cancelled = new Set(lived.world.outlook.cancellations.map(({ eventId }) => eventId))
  return lived.records.flatMap(({ session, duties: own }) =>
    own.flatMap(({ duty, state }) => {
      if (state.kind !== 'done') return []
      const name = `${duty.purpose.kind} ${duty.channel} of ${session.title}`
      const { outcome } = state
      if (duty.purpose.kind === 'cancel-event') {
        const isGone = lived.world.outlook.entries.get(session.calendar.eventId)?.gone !== undefined
        if (outcome.kind === 'sent' && !isGone) return [`says done and is not: ${name}`]
        return outcome.kind !== 'sent' && cancelled.has(session.calendar.eventId) ? [`done and does not say so: ${name}`] : []
      }
      if (duty.channel === 'calendar') return []
      const arrived = keys.has(`${duty.channel} ${keyOf(session.id, duty.id)}`)
      if (outcome.kind === 'sent' && !arrived) return [`says sent and is not: ${name}`]
      const inDoubt = !lived.isCalm && outcome.kind === 'failed' && outcome.because === 'unconfirmed' && duty.channel === 'card'
      return outcome.kind !== 'sent' && arrived && !inDoubt ? [`sent and says ${outcome.kind}: ${name}`] : []
    }),
  )
}

/** Nothing is called failed that nobody refused. */
function unfounded({ isCalm, records, world }: Lived): readonly string[] {
  return records.flatMap(({ session, duties: own }) =>
    own.flatMap(({ duty, state }) => {
      if (state.kind !== 'done' || state.outcome.kind !== 'failed') return []
      const { because } = state.outcome
      const hasNoMobile = 'memberId' in duty.purpose && duty.purpose.memberId === memberIdFor(withoutMobile)
      const needsNoRefusal = because === 'no-mobile' ? hasNoMobile : because === 'unconfirmed' && duty.channel === 'card' && !isCalm
      const isOnCalendar = duty.channel === 'calendar' && world.outlook.entries.get(session.calendar.eventId)?.gone !== undefined
      // Notify stops one text, and the others rest with it.
      const isStopped = because === 'misconfigured' && duty.channel === 'text' && world.providers.closed.until > 0
      const wasRefused = world.providers.refused.has(keyOf(session.id, duty.id)) || isStopped
      return needsNoRefusal || wasRefused || isOnCalendar
        ? []
        : [`failed as ${because} though nobody refused: ${duty.purpose.kind} ${session.title}`]
    }),
  )
}

/** Milliseconds: whoever did not take a receipt gets it again after 5 minutes, and after 10, 20 and 40 more. */
const receiptsTake = 100 * 60_000

/** What became of each text is shown as Notify last said. */
function undelivered({ records, world }: Lived): readonly string[] {
  const told = world.providers.texts.filter(({ at }) => at < world.now() - receiptsTake)
  return told.flatMap(({ key, to }) => {
    const [, session, id] = key.split('~')
    const state = records.find((each) => each.session.id === session)?.duties.find((each) => each.duty.id === id)?.state
    const shown = state?.kind === 'done' && state.outcome.kind === 'sent' ? state.outcome.delivery?.status : undefined
    const said = to === mobileOf(unreachable) ? 'permanent-failure' : 'delivered'
    return shown === said ? [] : [`Notify said ${said}, shown is ${shown ?? 'nothing'}: ${key}`]
  })
}

function keyOf(session: string, duty: string): string {
  return `${profile.id}~${session}~${duty}`
}

/** Nothing waits for what nobody will do. */
function stuck({ due, world }: Lived): readonly string[] {
  const pointers = due.filter(({ at }) => at.epochMilliseconds < world.now() - 120_000)
  return pointers.map(({ task, tries }) => `still due: ${taskParts(task).join(' ')} after ${tries} tries`)
}

/** An error that is no outage is a mistake of ours, wherever it was caught, and so is a line for a person where nobody need look. */
function defects(lived: Lived): readonly string[] {
  const wrong = lived.lines.filter((line) => isDefect(lived, JSON.parse(line) as Line))
  return [...new Set(wrong.map((line) => line.replace(/"at":"[^"]*",/, '')))].slice(0, 3).map((line) => `a defect: ${line}`)
}

/** Milliseconds: how long five tries of one message take. */
const triesTake = 2 * 60 * minute

/**
 * After five tries of which nothing came for certain a person must look: something between us and the provider swallows them, or we die of
 * them. Each try is excused by its own call, or by what befell a process or storage about then; and one call at least must have been lost.
 */
export function wasSwallowed({ world, troubles }: Pick<Lived, 'world' | 'troubles'>, key: string): boolean {
  const calls = world.providers.lost.get(key) ?? []
  const about = troubles.filter((at) => calls.some((call) => Math.abs(at - call) <= triesTake))
  return calls.length > 0 && calls.length + about.length >= 5
}

type Line = {
  readonly level: string
  readonly event: string
  readonly error?: string
  readonly aheadSeconds?: number
  readonly because?: string
  readonly session?: string
  readonly duty?: string
}

function isDefect(lived: Lived, { level, event, error, aheadSeconds = 0, because, session, duty }: Line): boolean {
  const { world, isCalm } = lived
  if (error !== undefined) return error !== 'Unavailable'
  if (level !== 'error') return false
  if (event === 'clock.corrected') return Math.abs(aheadSeconds) < 30 // a machine as wrong as this, somebody must see to
  if (event === 'duty.needs-attention') return because !== 'never-arrived' || !wasSwallowed(lived, keyOf(session ?? '', duty ?? ''))
  if (event === 'lane.stopped') return world.providers.closed.until === 0
  return event !== 'work.late' || isCalm
}
