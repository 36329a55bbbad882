import { Temporal } from 'temporal-polyfill'
import { createClock, type MovableClock } from './clock.ts'
import { createFaults, type FaultList } from './faults.ts'
import { createJournal, type KeptJournal } from './journal.ts'
import { createMemory, type Remembered } from './memory.ts'
import { createMint } from './mint.ts'
import { objectIdOf } from './object-id.ts'
import type { Addresses, Person, SandboxContext } from './service.ts'
import { createWork, type TrackedWork } from './work.ts'
import type { World } from './world.ts'

/** A context as its owner holds it. The services see `SandboxContext` and can neither set the clock nor add faults. */
export type OwnedContext = SandboxContext & {
  readonly clock: MovableClock
  readonly work: TrackedWork
  readonly faults: FaultList
  readonly journal: KeptJournal
  readonly memory: ReturnType<typeof createMemory>
  /** What an administrator does in Entra: from now on these are the person's roles, in tokens and in the directory. */
  readonly giveRoles: (person: Person, roles: NonNullable<Person['roles']>) => void
}

type Around = {
  readonly addresses: () => Addresses
  readonly changed: () => void
  readonly onFailure: (failure: unknown) => void
  /** Sandboxes of different seeds do not know each other's ids. */
  readonly seed: string
  /** Where an earlier run left off; a fresh beginning without it. */
  readonly kept?: { readonly now: string; readonly remembered: Remembered }
}

/** Everything anew for one world, or all that was kept of it: nothing of another world lives on. */
export function createContext(world: World, { addresses, changed, onFailure, seed, kept }: Around): OwnedContext {
  const clock = createClock(Temporal.Instant.from(kept?.now ?? world.now))
  const memory = createMemory(kept?.remembered)
  const { people } = memory.of('people', () => ({
    people: world.people.map((person) => ({ ...person, objectId: objectIdOf('person', person.id) })),
  }))
  return {
    world,
    clock,
    addresses,
    work: createWork(onFailure),
    faults: createFaults(),
    memory,
    mint: createMint(memory, seed),
    journal: createJournal(clock, memory, changed),
    people,
    giveRoles(person, roles) {
      const own = people.find(({ objectId }) => objectId === person.objectId)
      if (own) own.roles = [...roles]
    },
  }
}

/** A person by id, object id or any address. */
export function personIn(people: readonly Person[], named: string): Person | undefined {
  const name = named.toLowerCase()
  return people.find(
    (person) =>
      person.id.toLowerCase() === name || person.objectId === name || person.email === name || (person.aliases ?? []).includes(name),
  )
}
