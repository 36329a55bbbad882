import type { MemberKind } from '../../domain/members/member.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Day } from '../../domain/kernel/time.ts'
import type { ImportReport } from '../contracts/register.ts'

export type Doubt = ImportReport['doubtful'][number]['doubts'][number]

/** One person as the published register has them. */
export type RegisterEntry = {
  /** The publisher's own number of the person: the same from one publication to the next. */
  readonly number: string
  /** With its title, as written. */
  readonly name: string
  readonly kind: MemberKind
  readonly ward?: string
  readonly group?: string
  /** Offices and seats, as written; none where the register names none. */
  readonly posts?: readonly string[]
  /** Lower case; absent where it is shared with somebody else, since it then tells nobody apart. */
  readonly address?: string
  /** As written, but for a bracketed country code. */
  readonly mobile?: string
  readonly landline?: string
  readonly from?: Day
  /** Of a term still to end. One that ended while its holder is still listed is a doubt and no end. */
  readonly to?: Day
  readonly doubts: readonly Doubt[]
}

export type RegisterDocument = {
  readonly entries: readonly RegisterEntry[]
  /** Seats that nobody holds. */
  readonly vacant: readonly { readonly name: string; readonly ward?: string }[]
}

export type RegisterRefusal =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-xml'; readonly because: 'html' | 'broken' | 'doctype' | 'too-deep' }
  /** XML, and not a register of councillors by ward. */
  | { readonly kind: 'another-document' }
  | { readonly kind: 'no-members' }
  /** Its address leads to another server, which nobody here has said to trust. */
  | { readonly kind: 'sent-elsewhere' }

/** Where a council publishes its register of Members. */
export interface RegisterSource {
  /** The document as published now. Throws `Unavailable('modern-gov')` when it cannot be had. */
  fetch(url: string, signal: AbortSignal): Promise<string | Extract<RegisterRefusal, { kind: 'sent-elsewhere' }>>
  /** `on` is today: a term that ended before it is doubtful. */
  read(xml: string, on: Day): Result<RegisterDocument, RegisterRefusal>
}
