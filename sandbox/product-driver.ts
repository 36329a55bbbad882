import type { Temporal } from 'temporal-polyfill'
import type { Addresses, SandboxClock } from './service.ts'
import type { Mistake } from './world-mistakes.ts'
import type { World } from './world.ts'

/** The product would not start with a world that the sandbox found in order: an unknown preset, a rulebook that contradicts itself. */
export class ProductDidNotStart extends Error {
  override readonly name = 'ProductDidNotStart'
  /** Where in the world, and what is wrong there, as far as the product can say. */
  readonly mistakes: readonly Mistake[]

  constructor(message: string, { mistakes = [], cause }: { readonly mistakes?: readonly Mistake[]; readonly cause?: unknown }) {
    super(message, { cause })
    this.mistakes = mistakes
  }
}

/** What the sandbox needs of the product it hosts: where it is, and to be told to do what is due. */
export type ProductDriver = {
  /** `http://localhost:3978`. */
  address(): string
  /** Where the tab is. */
  tab(): string
  /** Does everything that is due now, until nothing is. */
  settle(): Promise<void>
  /** When something is next due, after now. */
  nextAt(): Promise<Temporal.Instant | undefined>
  /** What will next happen of itself that somebody would notice, in words; undefined when nothing is ahead. */
  nextUp(): Promise<{ readonly at: Temporal.Instant; readonly what: string } | undefined>
  /** Throws, with the reason in words, when the product would not start with this world. Whatever runs goes on meanwhile. */
  check(world: World): Promise<void>
  /** Leaves the council there is: until the next restart there is no product. */
  leave(): Promise<void>
  /** A fresh product for this world: at the start, on a reset, and when a world is put. The sandbox's services are up by then. */
  restart(world: World, sandbox: { readonly clock: Pick<SandboxClock, 'now'>; addresses(): Addresses }): Promise<void>
  /** What it calls the storage of this world, by which it finds all that it knew. */
  storage(): string
  /** The product of a world that was kept, on the storage that it had then. */
  resume(world: World, sandbox: { readonly clock: Pick<SandboxClock, 'now'>; addresses(): Addresses }, storage: string): Promise<void>
  /**
   * From now on it also works by itself. Until then, while a scenario tells its story, it works only when told to settle: all that
   * happened at one moment is then read at once, as it would be when it really lay weeks back.
   */
  begin(): Promise<void>
}
