import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Directory } from '../../ports/calendar.ts'
import type { Finding, Mail, MailSender, Sending } from '../../ports/senders.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { pageOf, parsed } from './codec.ts'
import { outage, type WriteVerdict } from './errors.ts'
import { quoted } from './paths.ts'
import { asLater } from './sending.ts'
import type { GraphSource } from './source.ts'

/** Our own mark on every message: by it a message is found again, and by nothing else. */
export const markId = 'String {6f1f7c9e-0d6b-4c57-9d0b-6f0e7a9f5c21} Name QuorateDuty'
const prefer = ['IdType="ImmutableId"']
const messageSchema = z.object({ id: z.string().min(1), isDraft: z.boolean().nullish() })
type Message = z.infer<typeof messageSchema>

/**
 * Email from one mailbox of the council. A draft carries the duty's mark and is then sent; asked again with the same key, the same draft
 * is sent, so that one duty makes one message (reliability.md §6).
 *
 * Trap: `sendMail` gives no id and cannot be looked up, so a lost reply could not be settled. It is not used.
 */
export function createMail(source: GraphSource, sender: { readonly address: string; readonly directory: Directory }): MailSender {
  let known: PersonId | undefined

  async function mailbox(signal: AbortSignal): Promise<PersonId | undefined> {
    known ??= (await sender.directory.personBy(sender.address, signal))?.id
    return known
  }

  return {
    send: (mail, signal) =>
      asLater(async () => {
        const from = await mailbox(signal)
        if (!from) return { kind: 'stopped', because: 'no-mailbox', untilUtcMidnight: false }
        return sendFrom(source, from, mail, signal)
      }),
    async find(key, signal) {
      try {
        const from = await mailbox(signal)
        return from ? findingOf(await marked(source, from, key, signal)) : { kind: 'unknown' }
      } catch (thrown) {
        if (thrown instanceof Unavailable) return { kind: 'unknown' }
        throw thrown
      }
    },
  }
}

/** Milliseconds from the look for a draft to the making of one, and to its sending. */
const lookLimit = 20_000
const standingStill = { kind: 'later', afterSeconds: 1 } as const

/**
 * Trap: a process that stands still after the look may wake when another has long sent a draft of its own. The signal says nothing of
 * that yet, because an answer is heard before a timer that ran out meanwhile; so the clock is read again before there is a second draft, and before
 * a draft is sent that somebody else may since have found to be owed no longer.
 */
async function sendFrom(source: GraphSource, from: PersonId, mail: Mail, signal: AbortSignal): Promise<Sending> {
  const begun = source.clock.mono()
  const known = await marked(source, from, mail.key, signal)
  if (known === 'unknown') return { kind: 'later', afterSeconds: 30, silent: 'graph' }
  const already = known.find(({ isDraft }) => !isDraft)
  if (already) return { kind: 'sent', providerId: already.id }
  const stoodStill = () => source.clock.mono() - begun > lookLimit
  if (!known[0] && stoodStill()) return standingStill
  const draft = known[0] ?? (await draftOf(source, from, mail, signal))
  if ('kind' in draft) return draft
  return stoodStill() ? standingStill : sendDraft(source, from, draft, signal)
}

async function draftOf(source: GraphSource, from: PersonId, mail: Mail, signal: AbortSignal): Promise<Message | Sending> {
  const body = {
    subject: mail.subject,
    body: { contentType: 'HTML', content: mail.html },
    toRecipients: [{ emailAddress: { name: mail.to.name, address: mail.to.address } }],
    singleValueExtendedProperties: [{ id: markId, value: mail.key }],
    internetMessageHeaders: [{ name: 'x-quorate-duty', value: mail.key }],
  }
  const path = `/users/${from}/messages`
  const verdict = await source.graph.write({ method: 'POST', path, body, mailbox: from, prefer, as: source.service, signal })
  if (verdict.kind === 'done') return parsed(messageSchema, verdict.value)
  // A draft is not a message: one that may have been made is found by its mark at the next try.
  if (verdict.kind === 'refused') return refusal(verdict)
  return verdict.kind === 'later' ? verdict : { kind: 'later', afterSeconds: 30, silent: 'graph' }
}

async function sendDraft(source: GraphSource, from: PersonId, draft: Message, signal: AbortSignal): Promise<Sending> {
  const path = `/users/${from}/messages/${encodeURIComponent(draft.id)}/send`
  const verdict = await source.graph.write({ method: 'POST', path, mailbox: from, prefer, as: source.service, signal })
  if (verdict.kind === 'done') return { kind: 'sent', providerId: draft.id }
  if (verdict.kind === 'later') return verdict
  if (verdict.kind === 'refused') return refusal(verdict)
  return { kind: 'unknown', note: verdict.kind === 'unknown' ? verdict.note : verdict.kind }
}

function refusal(verdict: Extract<WriteVerdict, { kind: 'refused' }>): Sending {
  const lane = verdict.because === 'not-allowed' || verdict.because === 'misconfigured' || verdict.because === 'no-mailbox'
  return lane ? { kind: 'stopped', because: verdict.because, untilUtcMidnight: false } : { kind: 'refused', because: verdict.because }
}

async function marked(source: GraphSource, from: PersonId, key: string, signal: AbortSignal): Promise<readonly Message[] | 'unknown'> {
  const filter = `singleValueExtendedProperties/Any(ep:%20ep/id%20eq%20${quoted(markId)}%20and%20ep/value%20eq%20${quoted(key)})`
  const path = `/users/${from}/messages?$filter=${filter}&$select=id,isDraft&$top=5`
  const verdict = await source.graph.read({ path, mailbox: from, prefer, as: source.service, signal })
  if (verdict.kind === 'later' || verdict.kind === 'new-token') return 'unknown'
  if (verdict.kind !== 'read') throw outage(verdict)
  return pageOf(verdict.value).value.map((item) => parsed(messageSchema, item))
}

/** A draft that was never sent is not found: the same draft is sent then. */
function findingOf(known: readonly Message[] | 'unknown'): Finding {
  if (known === 'unknown') return { kind: 'unknown' }
  const sent = known.find(({ isDraft }) => !isDraft)
  return sent ? { kind: 'found', providerId: sent.id } : { kind: 'not-found' }
}
