import type { PersonId } from '../../domain/kernel/ids.ts'
import type { FailedBecause } from '../../domain/duties/duty.ts'
import type { Dependency } from './unavailable.ts'

/** What a provider made of one call. `unknown` is never resent before `find` has been asked. */
export type Sending =
  | { readonly kind: 'sent'; readonly providerId?: string }
  | { readonly kind: 'refused'; readonly because: FailedBecause }
  /**
   * Definitely not sent: throttled, or no connection was made. `silent`: who could not be reached, where that is the reason. `throttled`:
   * the provider asked for a pause, of every instance.
   */
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly silent?: Dependency; readonly throttled?: boolean }
  /** The whole lane must stop and a person must look: a revoked key, a daily limit. */
  | { readonly kind: 'stopped'; readonly because: FailedBecause; readonly untilUtcMidnight: boolean }
  /** Timed out, reset, unreadable: it may have been sent. */
  | { readonly kind: 'unknown'; readonly note: string }

export type Finding =
  /** `body`: the words as the provider has them, where it keeps them. `twice`: it has more than one under the key. */
  | { readonly kind: 'found'; readonly providerId?: string; readonly body?: string; readonly twice?: boolean }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unknown' }
  /** The provider cannot be asked; the caller's policy for this kind of message decides. */
  | { readonly kind: 'cannot-tell' }

/**
 * `key` is `council~session~duty` (`act/reference.ts`): the provider's reference, the draft's mark, and where a delivery receipt
 * finds its way back. It holds no personal data.
 */
export interface TextSender {
  send(message: { readonly key: string; readonly to: string; readonly body: string }, signal: AbortSignal): Promise<Sending>
  find(key: string, signal: AbortSignal): Promise<Finding>
}

export type Mail = {
  readonly key: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly html: string
  readonly text: string
}

export interface MailSender {
  /** Draft, then send the same draft: asked again with the same key it never makes a second message. */
  send(mail: Mail, signal: AbortSignal): Promise<Sending>
  find(key: string, signal: AbortSignal): Promise<Finding>
}

/** An Adaptive Card 1.5 with its plain-text twin. */
export type CardMessage = { readonly card: object; readonly text: string }

export interface CardSender {
  send(message: { readonly key: string; readonly to: PersonId; readonly message: CardMessage }, signal: AbortSignal): Promise<Sending>
  /** Replaces a card sent before; repeatable. `providerId` is what `send` gave. */
  update(
    message: { readonly providerId: string; readonly to: PersonId; readonly message: CardMessage },
    signal: AbortSignal,
  ): Promise<Sending>
}
