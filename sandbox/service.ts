import type { Router } from 'express'
import type { Temporal } from 'temporal-polyfill'
import type { Memory } from './memory.ts'
import type { Mint } from './mint.ts'
import type { World } from './world.ts'

/** The shared clock. It stands still until somebody moves it; everything in the sandbox and the product goes by it. */
export interface SandboxClock {
  now(): Temporal.Instant
  /** Runs `work` when the clock reaches `at`, in order of `at`, then of asking. At or before now: on the next settle. */
  at(at: Temporal.Instant, work: () => void | Promise<void>): { cancel(): void }
}

/** Work under way that `settle` must wait for: deliveries, processing of answers. */
export interface Work {
  run(work: () => Promise<void>): void
}

export type FaultAction =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: number | string
      readonly body?: unknown
      readonly html?: boolean
    }
  | { readonly kind: 'reset' }
  /** Never answers, until the caller gives up. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Does what was asked, then answers as told (or resets): the caller cannot know. */
  | { readonly kind: 'after'; readonly then: 'reset' | 'hang' | number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'reorder' }
  /** A notification that claims another secret than the subscription's: to be thrown away. */
  | { readonly kind: 'wrong-client-state' }

/** A fault set by somebody: where it strikes, what it does, how often. */
export type Fault = {
  readonly service: 'graph' | 'entra' | 'notify' | 'connector' | 'modern-gov' | 'notifications' | 'receipts'
  /** `GET`, `POST`, ...; any when absent. */
  readonly method?: string
  /** Part of the path, or a regular expression between slashes. */
  readonly path?: string
  readonly action: FaultAction
  /** How many times; for ever when absent. */
  readonly times?: number
  /** Lets this many pass first. */
  readonly skip?: number
}

export interface Faults {
  /** The fault that strikes this call, counted down; undefined when none does. */
  strike(service: Fault['service'], method: string, path: string): FaultAction | undefined
}

export type Person = World['people'][number] & { readonly objectId: string }

export type Addresses = {
  desk: string
  graph: string
  entra: string
  connector: string
  notify: string
  modernGov: string
  product: string
  tab: string
}

/** One thing that happened, for whoever asks what went on while the clock moved. */
export type Happening = {
  readonly at: string
  readonly kind: 'text' | 'mail' | 'card' | 'chat' | 'invitation' | 'answer' | 'change' | 'cancellation' | 'meeting' | 'phone' | 'clock'
  /** Whom it concerns: a person's `id` in the world. */
  readonly who?: string
  /** One sentence in plain words. */
  readonly summary: string
}

export interface Journal {
  /** Writes down what has just happened, dated by the shared clock, and tells whoever watches that something changed. */
  note(happening: Omit<Happening, 'at'>): void
}

/** What a bearer token says, once its signature and its life have been checked. */
export type TokenClaims = {
  readonly kind: 'app' | 'person'
  readonly audience: string
  readonly tenantId: string
  /** The calling application. */
  readonly appId: string
  /** Of the person; of the application's own service principal when `kind` is `app`. */
  readonly objectId: string
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
}

/** Reads an `Authorization` header. The audience is for the service that asked to check. */
export type Verify = (
  authorization: string | undefined,
) => Promise<
  | { readonly ok: true; readonly claims: TokenClaims }
  | { readonly ok: false; readonly because: 'missing' | 'malformed' | 'signature' | 'expired' | 'tenant' }
>

/** What each service of the sandbox is given. A reset makes everything anew: no service keeps anything outside it, and whatever should outlive a stop is in its memory. */
export type SandboxContext = {
  readonly world: World
  readonly clock: SandboxClock
  readonly work: Work
  readonly faults: Faults
  readonly journal: Journal
  /** Where a service keeps what it knows. */
  readonly memory: Memory
  readonly mint: Mint
  readonly addresses: () => Addresses
  /** Everyone with the object id that their `id` gives them. */
  readonly people: readonly Person[]
}

/** One service: its routes, mounted under its own address, and nothing else. */
export type Service = { readonly router: Router }
