import { z } from 'zod'
import type { Answer } from '../../../domain/sessions/response.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Sending } from '../../ports/senders.ts'
import type { Bearer } from './client.ts'
import { instantOf, responseOf } from './appointment.ts'
import { eventPreferences, pageOf, parsed } from './codec.ts'
import { outage, type WriteVerdict } from './errors.ts'
import { eventPath, quoted } from './paths.ts'
import { asLater } from './sending.ts'
import { instancesOf } from './series.ts'
import type { GraphSource } from './source.ts'

type Order = Parameters<Calendar['answer']>[0]
type Copy = { readonly id: string; readonly wantsResponse: boolean }
type Search = { readonly kind: 'found'; readonly copy: Copy } | { readonly kind: 'missing' } | Extract<Sending, { kind: 'refused' }>

const verbs: Readonly<Record<Answer, string>> = { accepted: 'accept', tentative: 'tentativelyAccept', declined: 'decline' }
const copySchema = z.object({
  id: z.string().min(1),
  type: z.string(),
  isCancelled: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
})
const rowsSchema = z.object({
  attendees: z
    .array(
      z.object({
        status: z.object({ response: z.string().nullish() }).nullish(),
        emailAddress: z.object({ address: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})

/** A forwarded invitation takes a moment to arrive; what comes later is found at the next try. */
const pollsForCopy = 8
const betweenPollsMilliseconds = 1_000
/** One forward is enough for a while, however often the answer is tried. */
const forwardAgainMilliseconds = 10 * 60 * 1000
const mostForwardsKept = 1_000

/**
 * Gives a Member's answer in that Member's own calendar. Repeating an answer harms nothing, so a lost reply is simply asked again.
 *
 * When the copy is not there (Outlook takes a declined meeting away), the organiser's copy is forwarded to the Member and the new copy
 * answered; if it does not come, the duty waits and at last an officer is told (graph.md §4.4).
 * Trap: without a response requested Outlook refuses an answer that is sent; it is then given silently, and the organiser never hears.
 */
export function createAnswering(source: GraphSource): Calendar['answer'] {
  const forwardedAt = new Map<string, number>()

  async function forwardOnce(order: Order, signal: AbortSignal): Promise<Sending | undefined> {
    const key = `${order.entry.eventId} ${order.member}`
    const last = forwardedAt.get(key)
    if (last !== undefined && source.clock.mono() - last < forwardAgainMilliseconds) return undefined
    const verdict = await forward(source, order, signal)
    if (verdict.kind === 'later') return verdict
    if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because }
    if (verdict.kind === 'gone') return { kind: 'refused', because: 'refused' }
    // Perhaps forwarded is taken for forwarded: the copy comes or it does not, and two invitations would puzzle.
    forwardedAt.set(key, source.clock.mono())
    const oldest = forwardedAt.keys().next()
    if (forwardedAt.size > mostForwardsKept && !oldest.done) forwardedAt.delete(oldest.value)
    return undefined
  }

  async function again(order: Order, as: Bearer, signal: AbortSignal): Promise<Sending> {
    if (order.answer === 'declined' && (await hasDeclined(source, order, signal))) return { kind: 'sent' }
    const failed = await forwardOnce(order, signal)
    if (failed) return failed
    for (let poll = 0; poll < pollsForCopy && !signal.aborted; poll += 1) {
      const search = await findCopy(source, order, as, signal)
      if (search.kind === 'found') return give(source, order, search.copy, as, signal)
      if (search.kind === 'refused') return search
      await source.clock.sleep(betweenPollsMilliseconds, signal)
    }
    return { kind: 'later', afterSeconds: 60 }
  }

  return (order, signal) =>
    asLater(async () => {
      const as = source.asPerson(order.member)
      const search = await findCopy(source, order, as, signal)
      if (search.kind === 'refused') return search
      return search.kind === 'found' ? give(source, order, search.copy, as, signal) : again(order, as, signal)
    })
}

/** Copies in different mailboxes have nothing in common but `iCalUId`; of a series it finds the master, whose slot is then looked up. */
async function findCopy(source: GraphSource, { member, entry, startsAt }: Order, as: Bearer, signal: AbortSignal): Promise<Search> {
  const filter = `iCalUId%20eq%20${quoted(entry.iCalUId)}`
  const path = `/users/${member}/events?$filter=${filter}&$select=id,type,isCancelled,responseRequested&$top=10`
  const verdict = await source.graph.read({ path, mailbox: member, prefer: eventPreferences, as, signal })
  if (verdict.kind === 'closed-to-us') return { kind: 'refused', because: verdict.because }
  if (verdict.kind === 'gone') return { kind: 'missing' }
  if (verdict.kind !== 'read') throw outage(verdict)
  const copies = pageOf(verdict.value).value.map((item) => parsed(copySchema, item))
  const copy = copies.find(({ isCancelled }) => !isCancelled)
  if (!copy) return { kind: 'missing' }
  if (copy.type !== 'seriesMaster') return foundCopy(copy)

  const span = { from: startsAt.subtract({ minutes: 1 }), to: startsAt.add({ minutes: 1 }) }
  const slots = await instancesOf(source, { mailbox: member, masterId: copy.id, ...span }, signal, as)
  const slot = slots.find(({ start, isCancelled }) => !isCancelled && instantOf(start).equals(startsAt))
  return slot ? foundCopy(slot) : { kind: 'missing' }
}

function foundCopy({ id, responseRequested }: { id: string; responseRequested?: boolean | null | undefined }): Search {
  return { kind: 'found', copy: { id, wantsResponse: responseRequested !== false } }
}

async function give(source: GraphSource, order: Order, copy: Copy, as: Bearer, signal: AbortSignal): Promise<Sending> {
  const say = (sendResponse: boolean) =>
    source.graph.write({
      method: 'POST',
      path: `${eventPath(order.member, copy.id)}/${verbs[order.answer]}`,
      body: { comment: '', sendResponse },
      mailbox: order.member,
      prefer: eventPreferences,
      as,
      signal,
    })
  const first = await say(copy.wantsResponse)
  const verdict = copy.wantsResponse && first.kind === 'refused' && first.because === 'refused' ? await say(false) : first
  if (verdict.kind === 'done') return { kind: 'sent' }
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because }
  if (verdict.kind === 'gone') return { kind: 'later', afterSeconds: 30 }
  if (verdict.kind === 'later') return verdict
  return { kind: 'unknown', note: verdict.kind === 'unknown' ? verdict.note : verdict.kind }
}

/** Who has declined already and has no copy left is where they want to be. */
async function hasDeclined(source: GraphSource, { entry, memberAddress }: Order, signal: AbortSignal): Promise<boolean> {
  const path = `${eventPath(entry.mailbox, entry.eventId)}?$select=id,attendees`
  const verdict = await source.graph.read({ path, mailbox: entry.mailbox, prefer: eventPreferences, as: source.service, signal })
  if (verdict.kind !== 'read') return false
  const own = (parsed(rowsSchema, verdict.value).attendees ?? []).find(
    ({ emailAddress }) => emailAddress?.address?.toLowerCase() === memberAddress.toLowerCase(),
  )
  return responseOf(own?.status?.response) === 'declined'
}

function forward({ graph, service }: GraphSource, order: Order, signal: AbortSignal): Promise<WriteVerdict> {
  const { entry, memberAddress } = order
  return graph.write({
    method: 'POST',
    path: `${eventPath(entry.mailbox, entry.eventId)}/forward`,
    body: { Comment: '', ToRecipients: [{ emailAddress: { address: memberAddress } }] },
    mailbox: entry.mailbox,
    prefer: eventPreferences,
    as: service,
    signal,
  })
}
