/** Hints between instances: losing one costs only delay, because every instance also polls what is due. */
export interface Hints {
  post(hint: Hint): Promise<void>
  /** Up to 32; each stays hidden from others until `done` or for two minutes. */
  take(): Promise<readonly TakenHint[]>
}

export type TakenHint = { readonly hint: Hint; done(): Promise<void> }

export type Hint =
  | { readonly kind: 'sync-mailbox'; readonly council: string; readonly mailbox: string }
  | { readonly kind: 'look-at-session'; readonly council: string; readonly session: string }
  | { readonly kind: 'discharge'; readonly council: string; readonly session: string; readonly duty: string }
  | { readonly kind: 'run-job'; readonly council: string; readonly job: string }
  | { readonly kind: 'relay-audit'; readonly council: string; readonly source: string }
