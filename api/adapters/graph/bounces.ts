import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../../domain/kernel/time.ts'
import type { Bounce, Bounces } from '../../ports/bounces.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { pageOf } from './codec.ts'
import { outage, type ReadVerdict } from './errors.ts'
import { markId } from './mail.ts'
import { quoted } from './paths.ts'
import type { GraphSource } from './source.ts'

const prefer = ['IdType="ImmutableId"']
/** `PidTagMessageClass`, by which a report of non-delivery is told from a letter about one. */
const classId = 'String 0x001A'
const report = 'REPORT.IPM.Note.NDR'
/** Of one reading, the newest first: nobody's whole council bounces, and whoever fills the mailbox with reports hides none that comes after. */
const perPage = 100
const mostPages = 10
/** As Exchange makes them for what we send. Trap: the header is a stranger's text, of any length, and stands in an address of ours. */
const messageIdShape = /^<[!-;=?-~]{1,250}>$/

const reportSchema = z.object({
  receivedDateTime: z.iso.datetime(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
})
const sentSchema = z.object({ singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish() })

/**
 * Reports of non-delivery in the mailbox that sends (graph.md: bounces come as mail). A report names in `In-Reply-To` the message that it
 * answers; that one carries our mark. One that answers nothing of ours is somebody else's letter, and no more is read of it.
 */
export function createBounces(source: GraphSource, sender: { readonly address: string; readonly directory: Directory }): Bounces {
  return {
    async since(at, signal) {
      const from = (await sender.directory.personBy(sender.address, signal))?.id
      if (!from) return []
      const path =
        `/users/${from}/mailFolders/inbox/messages?$filter=receivedDateTime%20ge%20${at.toString({ fractionalSecondDigits: 0 })}` +
        `%20and%20singleValueExtendedProperties/Any(ep:%20ep/id%20eq%20${quoted(classId)}%20and%20ep/value%20eq%20${quoted(report)})` +
        `&$select=receivedDateTime,internetMessageHeaders&$orderby=receivedDateTime%20desc&$top=${perPage}`
      const found: Bounce[] = []
      for (const { answers, at: came } of (await listed(source, from, path, signal)).flatMap(reportsIn)) {
        const key = await keyOf(source, from, answers, signal)
        if (key) found.push({ key, at: came })
      }
      return found
    },
  }
}

/** Which message it answers. What cannot be understood is no report of ours, and keeps nobody from the others. */
function reportsIn(item: unknown): readonly { readonly answers: string; readonly at: Instant }[] {
  const report = reportSchema.safeParse(item)
  const headers = report.data?.internetMessageHeaders
  const answers = headers?.find(({ name }) => name.toLowerCase() === 'in-reply-to')?.value.trim()
  return report.data && answers && messageIdShape.test(answers) ? [{ answers, at: instant(report.data.receivedDateTime) }] : []
}

async function keyOf(source: GraphSource, from: PersonId, messageId: string, signal: AbortSignal): Promise<string | undefined> {
  const marks = `singleValueExtendedProperties($filter=id%20eq%20${quoted(markId)})`
  const path =
    `/users/${from}/mailFolders/sentitems/messages?$filter=internetMessageId%20eq%20${quoted(messageId)}` +
    `&$select=id&$expand=${marks}&$top=1`
  const verdict = await asked(source, from, path, signal)
  // Exchange makes nothing of this id, and would not the next time.
  if (verdict.kind === 'wrong' || verdict.kind === 'gone') return undefined
  const [sent] = pageIn(verdict).value
  return sentSchema.safeParse(sent).data?.singleValueExtendedProperties?.[0]?.value
}

async function listed(source: GraphSource, from: PersonId, first: string, signal: AbortSignal): Promise<readonly unknown[]> {
  const items: unknown[] = []
  let path: string | undefined = first
  for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
    const { value, next } = pageIn(await asked(source, from, path, signal))
    items.push(...value)
    path = next === undefined ? undefined : source.graph.ownPath(next)
  }
  return items
}

function asked(source: GraphSource, from: PersonId, path: string, signal: AbortSignal): Promise<ReadVerdict> {
  return source.graph.read({ path, mailbox: from, prefer, as: source.service, signal })
}

function pageIn(verdict: ReadVerdict): ReturnType<typeof pageOf> {
  if (verdict.kind === 'read') return pageOf(verdict.value)
  if (verdict.kind === 'later' || verdict.kind === 'new-token')
    throw new Unavailable('graph', 'the sending mailbox cannot be read just now')
  throw outage(verdict)
}
