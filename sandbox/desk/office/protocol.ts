import { z } from 'zod'

/** What the stand-in for Office's script and the desk say to each other. Nobody else's business: the real script has its own way. */
export type Refusal = { readonly code: number; readonly name: string; readonly message: string }

export const fromPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office-call'), id: z.number(), name: z.string().max(60), args: z.array(z.unknown()).max(5) }),
  z.object({ kind: z.literal('office-completed'), run: z.number(), options: z.looseObject({ allowEvent: z.boolean() }) }),
])
export type FromPage = z.infer<typeof fromPage>

export type ToPage =
  | { readonly kind: 'office-answer'; readonly id: number; readonly value?: unknown; readonly error?: Refusal }
  | { readonly kind: 'office-event'; readonly type: string }
  | { readonly kind: 'office-run'; readonly run: number; readonly action: string }

/** The appointment as the host has it. Instants are ISO text; `properties` is what the add-in keeps in it. */
export type Item = {
  readonly mode: 'compose' | 'read'
  /** Of the series of which this is one date; null where it is none. */
  readonly seriesId: string | null
  readonly subject: string
  readonly start: string
  readonly end: string
  readonly location: string
  readonly organizer: Recipient
  readonly required: readonly Recipient[]
  readonly categories: readonly string[]
  readonly isSaved: boolean
  readonly properties: Readonly<Record<string, unknown>>
  readonly session: Readonly<Record<string, string>>
}
export type Recipient = {
  readonly displayName: string
  readonly emailAddress: string
  readonly recipientType: 'user' | 'distributionList' | 'other'
}

/** What the page needs at its start: it is there without asking. */
export type Start = { readonly item: Item; readonly person: { readonly displayName: string; readonly emailAddress: string } }
