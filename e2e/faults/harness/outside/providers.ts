import type { PersonId } from '../../../../domain/kernel/ids.ts'
import type { CardMessage, Mail } from '../../../../api/ports/senders.ts'

export type Text = { readonly key: string; readonly to: string; readonly body: string; readonly at: number; readonly id: string }
export type Draft = Mail & { readonly id: string; isSent: boolean }
export type SentMail = Mail & { readonly at: number; readonly id: string }
export type Card = CardMessage & { readonly key: string; readonly to: PersonId; readonly at: number; readonly id: string }

/** What GOV.UK Notify, the sending mailbox and Teams have accepted, oldest first. Each accepts whatever it is given, as often as it is. */
export type Providers = {
  readonly texts: readonly Text[]
  readonly mails: readonly SentMail[]
  readonly cards: readonly Card[]
  readonly edits: readonly (CardMessage & { readonly id: string; readonly at: number })[]
  acceptText(text: { readonly key: string; readonly to: string; readonly body: string }): Text
  /** Drafts in the sending mailbox, those sent since among them. */
  readonly drafts: readonly Draft[]
  makeDraft(mail: Mail): Draft
  /** A draft is sent once: whoever sends it again hears that it is gone. */
  sendDraft(draft: Draft): 'sent' | 'gone'
  acceptCard(card: CardMessage & { readonly key: string; readonly to: PersonId }): Card
  /** Notify takes no texts from us until then: our key, our limit, our trial. */
  close(until: number): void
  isClosed(): boolean
  /** When that was, in milliseconds since 1970; an empty span while it never was. */
  readonly closed: { readonly from: number; readonly until: number }
  /** Keys of messages that were definitely refused. */
  readonly refused: Set<string>
  /** Of each key: when it was sent without anybody hearing for certain what came of it, in milliseconds since 1970. */
  readonly lost: Map<string, readonly number[]>
  editCard(edit: CardMessage & { readonly id: string }): void
}

/** `now`: the true time, in milliseconds since 1970. `onText` hears of each text, to send its receipt. */
export function createProviders(now: () => number, onText: (text: Text) => void): Providers {
  const closed = { from: 0, until: 0 }
  const lost = new Map<string, readonly number[]>()
  const texts: Text[] = []
  const mails: SentMail[] = []
  const drafts: Draft[] = []
  const cards: Card[] = []
  const edits: (CardMessage & { id: string; at: number })[] = []
  return {
    lost,
    texts,
    mails,
    cards,
    edits,
    refused: new Set(),
    close: (until) => void Object.assign(closed, { from: now(), until }),
    isClosed: () => now() < closed.until,
    closed,
    acceptText(text) {
      const accepted = { ...text, at: now(), id: `text-${texts.length + 1}` }
      texts.push(accepted)
      onText(accepted)
      return accepted
    },
    drafts,
    makeDraft(mail) {
      const draft = { ...mail, id: `mail-${drafts.length + 1}`, isSent: false }
      drafts.push(draft)
      return draft
    },
    sendDraft(draft) {
      if (draft.isSent) return 'gone'
      draft.isSent = true
      mails.push({ ...draft, at: now() })
      return 'sent'
    },
    acceptCard(card) {
      const accepted = { ...card, at: now(), id: `card-${cards.length + 1}` }
      cards.push(accepted)
      return accepted
    },
    editCard: (edit) => void edits.push({ ...edit, at: now() }),
  }
}
