import { useCallback, useEffect, useRef, useState } from 'react'
import type { Addresses, Control, CouncilWorld, Happening, Next, Person, PhoneText } from './control.ts'
import { inLondon, momentOf, type Moment } from './dates.ts'
import { groupsOf, type Groups } from './people/people.ts'
import { wordsOf } from './use-loaded.ts'

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
  /** Another number for another council: the clock went back, so the sandbox was started again. */
  readonly generation: number
}

export type SandboxState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'ready'; readonly sandbox: Sandbox }

type Standing = Pick<Sandbox, 'world' | 'people' | 'addresses'>

/** Changes come in bursts, an invitation to fifty people is a hundred of them: one look serves a burst. */
const burstMilliseconds = 250

export function useSandbox(control: Control) {
  const [state, setState] = useState<SandboxState>({ kind: 'loading' })
  const standing = useRef<Standing>(undefined)
  const version = useRef(0)
  const generation = useRef({ number: 0, now: '' })
  const held = useRef(0)

  /** Reads what changes; `anew` also what only a new council changes. */
  const refresh = useCallback(
    async (anew = false) => {
      try {
        const fresh = await changingOf(control)
        const wentBack = fresh.now.toString() < generation.current.now
        generation.current = { number: generation.current.number + (wentBack ? 1 : 0), now: fresh.now.toString() }
        standing.current = !standing.current || anew || wentBack ? await standingOf(control) : standing.current
        version.current += 1
        const { number } = generation.current
        setState({
          kind: 'ready',
          sandbox: { ...sandboxOf(control, standing.current, fresh), version: version.current, generation: number },
        })
      } catch (failure) {
        setState((before) => (before.kind === 'ready' && !anew ? before : { kind: 'failed', because: wordsOf(failure) }))
      }
    },
    [control],
  )

  /** Only the clock, so that it is seen to move. */
  const readClock = useCallback(async () => {
    try {
      const now = momentOf(await control.clock())
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

/** Looks once for a burst of changes, and never twice at a time: what changes during a look is looked at after it. */
function watchInBursts(control: Control, look: () => Promise<void>): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let looking = false
  let again = false

  async function run(): Promise<void> {
    waiting = undefined
    if (looking) {
      again = true
      return
    }
    looking = true
    await look()
    looking = false
    if (again) changed()
    again = false
  }

  function changed(): void {
    waiting ??= setTimeout(() => void run(), burstMilliseconds)
  }

  const stop = control.watch(changed)
  return () => {
    clearTimeout(waiting)
    stop()
  }
}

async function standingOf(control: Control): Promise<Standing> {
  const [world, people, addresses] = await Promise.all([control.world(), control.people(), control.addresses()])
  return { world, people, addresses }
}

async function changingOf(control: Control) {
  const [now, next, texts, journal] = await Promise.all([control.clock(), control.next(), control.texts(), control.journal()])
  return { now: momentOf(now), next, texts, journal }
}

function sandboxOf(
  control: Control,
  { world, people, addresses }: Standing,
  changing: Awaited<ReturnType<typeof changingOf>>,
): Omit<Sandbox, 'version' | 'generation'> {
  const noted = people.map((person) => ({ ...world.people.find(({ id }) => id === person.id), ...person }))
  const today = inLondon(changing.now).toPlainDate().toString()
  return { control, world, people: noted, addresses, groups: groupsOf(noted, world, today), ...changing }
}
