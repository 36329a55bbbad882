import type { Instant } from '../kernel/time.ts'

/** The state of the question "too few are coming: what should happen?" (C3.2, C3.4, C3.9). */
export type UndersubscribedCase =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'open'
      /** Counts up each time the same session is raised again. Part of the decision card's identity. */
      readonly round: number
      readonly openedAt: Instant
      /** When officers are asked to have decided; after it the case escalates and still stays open. */
      readonly decideBy: Instant
      readonly escalatedAt?: Instant
    }
  | {
      readonly kind: 'closed'
      readonly round: number
      readonly closedAt: Instant
      /** `rules-changed`: by the council's rules as they now are, there is nothing to ask, or not yet. */
      readonly because: 'enough' | 'decided' | 'moved' | 'cancelled' | 'started' | 'rules-changed'
    }
