export type Dependency = 'graph' | 'entra' | 'notify' | 'teams' | 'storage' | 'modern-gov'

/** An outage: throttled, timed out, unreadable. Thrown by adapters; caught at the HTTP edge, in the outbox and in the job runner only. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly dependency: Dependency
  /** In a few words of our own or the service's, never a person's. */
  readonly because: string
  readonly retryAfterSeconds: number | undefined
  /** It is there, and has had too many calls from us just now. */
  readonly throttled: boolean

  constructor(
    dependency: Dependency,
    because: string,
    options: { readonly cause?: unknown; readonly retryAfterSeconds?: number; readonly throttled?: boolean } = {},
  ) {
    super(`${dependency}: ${because}`, { cause: options.cause })
    this.dependency = dependency
    this.because = because
    this.retryAfterSeconds = options.retryAfterSeconds
    this.throttled = options.throttled ?? false
  }
}
