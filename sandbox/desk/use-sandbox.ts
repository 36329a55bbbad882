import { useCallback, useEffect, useRef, useState } from 'react'
import {
  ControlRefused,
  type Addresses,
  type Control,
  type CouncilWorld,
  type Happening,
  type Next,
  type Person,
  type PhoneText,
} from './control.ts'
import { inLondon, momentOf, type Moment } from './dates.ts'
import { groupsOf, type Groups } from './people/people.ts'
import { seenNow, type Seen } from './seen.ts'
import { wordsOf } from './use-loaded.ts'
import { watchInBursts } from './watch-in-bursts.ts'

/** The council as it is now: who is there, what the clock says, what has come to whom. */
export type Sandbox = {
  readonly control: Control
  readonly world: CouncilWorld
  readonly people: readonly Person[]
  readonly groups: Groups
  readonly addresses: Addresses
  readonly now: Moment
  readonly next: Next
  readonly texts: readonly PhoneText[]
  readonly journal: readonly Happening[]
  /** Goes up whenever something has happened: whoever shows what happened reads again. */
  readonly version: number
  /** Another number for another council. */
  readonly generation: number
  /** Why the last look failed: what is shown is from before. Absent while the sandbox answers. */
  readonly lost?: string
}

export type SandboxState =
  | { readonly kind: 'loading' }
  /** The sandbox is making a council, because it has just started or somebody began anew. */
  | { readonly kind: 'beginning' }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'ready'; readonly sandbox: Sandbox }

type Standing = Pick<Sandbox, 'world' | 'addresses'>

export function useSandbox(control: Control) {
  const [state, setState] = useState<SandboxState>({ kind: 'loading' })
  const standing = useRef<Standing>(undefined)
  const version = useRef(0)
  const seen = useRef<Seen>({ generation: 0, now: '', happened: 0, people: '' })
  const lastLook = useRef<Promise<unknown>>(Promise.resolve())
  const held = useRef(0)

  /** What is to be shown now. `anew` reads also what only a new council changes. */
  const look = useCallback(
    async (anew: boolean): Promise<(before: SandboxState) => SandboxState> => {
      try {
        if ((await control.clock()).beginning) {
          standing.current = undefined
          return () => ({ kind: 'beginning' })
        }
        const fresh = await changingOf(control)
        const now = seenNow(seen.current, fresh)
        const isAnother = now.generation !== seen.current.generation
        standing.current = !standing.current || anew || isAnother ? await standingOf(control) : standing.current
        seen.current = now
        version.current += 1
        const sandbox = { ...sandboxOf(control, standing.current, fresh), version: version.current, generation: now.generation }
        return () => ({ kind: 'ready', sandbox })
      } catch (failure) {
        return (before) => (anew ? failedWith(failure) : lostWith(before, failure))
      }
    },
    [control],
  )

  /** One look at a time, in the order in which they were asked for: an older one never covers a newer one. */
  const refresh = useCallback(
    async (anew = false) => {
      const turn = lastLook.current.then(() => look(anew))
      lastLook.current = turn
      setState(await turn)
    },
    [look],
  )

  /** Only the clock, so that it is seen to move. */
  const readClock = useCallback(async () => {
    try {
      const now = momentOf((await control.clock()).now)
      setState((before) => (before.kind === 'ready' ? { kind: 'ready', sandbox: { ...before.sandbox, now } } : before))
    } catch {
      return // the move itself says what went wrong
    }
  }, [control])

  /** While time passes a thousand things change: they are read once, when it has. */
  const hold = useCallback(
    async (work: () => Promise<unknown>) => {
      held.current += 1
      try {
        await work()
      } finally {
        held.current -= 1
        await refresh()
      }
    },
    [refresh],
  )

  useEffect(() => {
    void refresh()
    return watchInBursts(control, () => (held.current > 0 ? readClock() : refresh()))
  }, [control, refresh, readClock])

  return { state, refresh, hold }
}

/** A sandbox that answers, and has no council yet. */
function isNotYetThere(failure: unknown): boolean {
  return failure instanceof ControlRefused && failure.status === 503
}

function failedWith(failure: unknown): SandboxState {
  return isNotYetThere(failure) ? { kind: 'beginning' } : { kind: 'failed', because: wordsOf(failure) }
}

/** What was read before stays on the desk, and the desk says that it is from before. */
function lostWith(before: SandboxState, failure: unknown): SandboxState {
  if (before.kind !== 'ready' || isNotYetThere(failure)) return failedWith(failure)
  return { kind: 'ready', sandbox: { ...before.sandbox, lost: wordsOf(failure) } }
}

async function standingOf(control: Control): Promise<Standing> {
  const [world, addresses] = await Promise.all([control.world(), control.addresses()])
  return { world, addresses }
}

async function changingOf(control: Control) {
  const [{ now }, next, texts, journal, people] = await Promise.all([
    control.clock(),
    control.next(),
    control.texts(),
    control.journal(),
    control.people(),
  ])
  return { now: momentOf(now), next, texts, journal, people }
}

function sandboxOf(
  control: Control,
  { world, addresses }: Standing,
  { people, ...changing }: Awaited<ReturnType<typeof changingOf>>,
): Omit<Sandbox, 'version' | 'generation' | 'lost'> {
  const noted = people.map((person) => ({ ...world.people.find(({ id }) => id === person.id), ...person }))
  const today = inLondon(changing.now).toPlainDate().toString()
  return { control, world, people: noted, addresses, groups: groupsOf(noted, world, today), ...changing }
}
