/** Hints between instances: losing one costs only delay, because every instance also polls what is due. */
export interface Hints {
  post(hint: Hint): Promise<void>
  /** Up to 32; each stays hidden from others until `done` or for two minutes. */
  take(): Promise<readonly TakenHint[]>
}

/** `done`: it is deleted, unless somebody else has received it since. Repeatable. */
export type TakenHint = Said & { done(): Promise<void> }

/**
 * What a message says. `poisoned`: nobody can handle it, so whoever takes it tells of it and is then `done` with it; what it asked for is
 * found by its pointer.
 */
export type Said =
  | { readonly kind: 'hint'; readonly hint: Hint }
  | { readonly kind: 'poisoned'; readonly because: 'unreadable' }
  | { readonly kind: 'poisoned'; readonly because: 'received-too-often'; readonly hint: Hint }

export type Hint =
  | { readonly kind: 'sync-mailbox'; readonly council: string; readonly mailbox: string }
  | { readonly kind: 'look-at-session'; readonly council: string; readonly session: string }
  | { readonly kind: 'discharge'; readonly council: string; readonly session: string; readonly duty: string }
  | { readonly kind: 'run-job'; readonly council: string; readonly job: string }
  | { readonly kind: 'read-teams-report'; readonly council: string; readonly session: string }
  | { readonly kind: 'relay-audit'; readonly council: string; readonly source: string }
