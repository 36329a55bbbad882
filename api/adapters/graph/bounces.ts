import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { instant } from '../../../domain/kernel/time.ts'
import type { Bounce, Bounces } from '../../ports/bounces.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { pageOf, parsed } from './codec.ts'
import { outage } from './errors.ts'
import { markId } from './mail.ts'
import { quoted } from './paths.ts'
import type { GraphSource } from './source.ts'

const prefer = ['IdType="ImmutableId"']
/** `PidTagMessageClass`, by which a report of non-delivery is told from a letter about one. */
const classId = 'String 0x001A'
const report = 'REPORT.IPM.Note.NDR'
/** Of one reading: nobody's whole council bounces, and what is left is read the next time. */
const mostReports = 100

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
        `&$select=receivedDateTime,internetMessageHeaders&$top=${mostReports}`
      const reports = await listed(source, from, path, signal)
      const found: Bounce[] = []
      for (const item of reports) {
        const { receivedDateTime, internetMessageHeaders } = parsed(reportSchema, item)
        const answered = internetMessageHeaders?.find(({ name }) => name.toLowerCase() === 'in-reply-to')?.value.trim()
        const key = answered ? await keyOf(source, from, answered, signal) : undefined
        if (key) found.push({ key, at: instant(receivedDateTime) })
      }
      return found
    },
  }
}

async function keyOf(source: GraphSource, from: PersonId, messageId: string, signal: AbortSignal): Promise<string | undefined> {
  const marks = `singleValueExtendedProperties($filter=id%20eq%20${quoted(markId)})`
  const path = `/users/${from}/messages?$filter=internetMessageId%20eq%20${quoted(messageId)}&$select=id&$expand=${marks}&$top=1`
  const [sent] = await listed(source, from, path, signal)
  return sent === undefined ? undefined : parsed(sentSchema, sent).singleValueExtendedProperties?.[0]?.value
}

async function listed(source: GraphSource, from: PersonId, path: string, signal: AbortSignal): Promise<readonly unknown[]> {
  const verdict = await source.graph.read({ path, mailbox: from, prefer, as: source.service, signal })
  if (verdict.kind === 'read') return pageOf(verdict.value).value
  if (verdict.kind === 'later' || verdict.kind === 'new-token')
    throw new Unavailable('graph', 'the sending mailbox cannot be read just now')
  throw outage(verdict)
}
