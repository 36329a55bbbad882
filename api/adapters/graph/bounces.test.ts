import { afterEach, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createBounces } from './bounces.ts'
import { gone, json, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const since = instant('2026-10-14T07:00:00.123Z')
const sender = { id: officerMailbox, name: 'Member support', addresses: [], enabled: true, guest: false }
const reportOf = (messageId: string, header = 'In-Reply-To') => ({
  receivedDateTime: '2026-10-16T09:02:00Z',
  internetMessageHeaders: [
    { name: 'X-Other', value: 'x' },
    { name: header, value: messageId },
  ],
})

async function bouncesOf(answer: (asked: Asked, url: string) => Answered, personBy: Directory['personBy'] = () => Promise.resolve(sender)) {
  const { service, source } = await recordedGraph((asked): Answered => answer(asked, service.url))
  closing.push(() => service.close())
  const directory = { personBy } as unknown as Directory
  return { service, bounces: createBounces(source, { address: 'members@thamesbrook.example', directory }) }
}
const isInbox = ({ path }: Asked) => path.includes('/mailFolders/inbox/')

test('C4.17 a report of non-delivery names the message that it answers, and that one carries our mark', async () => {
  const marked = { singleValueExtendedProperties: [{ id: 'String {…} Name QuorateDuty', value: 'thamesbrook~issue-2026-w42~d1' }] }
  const { bounces, service } = await bouncesOf((asked) =>
    isInbox(asked) ? json({ value: [reportOf('<ours@x>'), reportOf('<theirs@x>', 'in-reply-to'), reportOf('', 'X-None')] })
    : json({ value: asked.path.includes('ours@x') ? [marked] : [{}] }),
  ) // prettier-ignore
  expect(await bounces.since(since, signal)).toEqual([{ key: 'thamesbrook~issue-2026-w42~d1', at: instant('2026-10-16T09:02:00Z') }])
  const [inbox, ...lookedUp] = service.asked.map(({ path }) => decodeURIComponent(path))
  expect(inbox).toContain('receivedDateTime ge 2026-10-14T07:00:00Z and')
  expect(inbox).toContain("ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR'")
  expect(lookedUp).toHaveLength(2)
})

test('C4.17 a stranger’s header of any length or shape is asked after nowhere, and keeps no report of ours from being read', async () => {
  const marked = { singleValueExtendedProperties: [{ id: 'QuorateDuty', value: 'thamesbrook~issue-2026-w42~d1' }] }
  const hostile = [`<${'x'.repeat(30_000)}>`, '<a b@x>', 'x', '<\ud800@x>', `<${'x'.repeat(251)}>`, '<>'].map((each) => reportOf(each))
  const odd = [{}, null, { receivedDateTime: 'soon', internetMessageHeaders: [] }, { ...reportOf('<z@x>'), internetMessageHeaders: [{}] }]
  const { bounces, service } = await bouncesOf((asked) => {
    if (isInbox(asked)) return json({ value: [...hostile, ...odd, reportOf('<refused@x>'), reportOf('<odd@x>'), reportOf('<ours@x>')] })
    if (asked.path.includes('refused')) return json({ error: { code: 'ErrorInvalidRequest' } }, 400)
    return json({ value: asked.path.includes('odd') ? [{ singleValueExtendedProperties: 'x' }] : [marked] })
  })
  expect(await bounces.since(since, signal)).toHaveLength(1)
  const [, ...lookedUp] = service.asked.map(({ path }) => path)
  expect(lookedUp).toHaveLength(3)
  for (const path of lookedUp) expect(path).toContain('/mailFolders/sentitems/messages?')
})

test('C4.17 reports are read to the last page, newest first, and of a mailbox that is full of them no more than ten', async () => {
  const marked = { singleValueExtendedProperties: [{ id: 'QuorateDuty', value: 'thamesbrook~issue-2026-w42~d1' }] }
  const { bounces, service } = await bouncesOf(({ path }, url) => {
    if (!path.includes('/inbox/')) return json({ value: [marked] })
    if (path.includes('$skip=100')) return json({ value: [reportOf('<ours@x>')] })
    return json({ value: [reportOf('x')], '@odata.nextLink': `${url}/v1.0/users/x/mailFolders/inbox/messages?$skip=100` })
  })
  expect(await bounces.since(since, signal)).toHaveLength(1)
  expect(decodeURIComponent(service.asked[0]?.path ?? '')).toContain('$orderby=receivedDateTime desc')
  const endless = await bouncesOf((_, url) =>
    json({ value: [], '@odata.nextLink': `${url}/v1.0/users/x/mailFolders/inbox/messages?$skip=1` }),
  )
  expect(await endless.bounces.since(since, signal)).toEqual([])
  expect(endless.service.asked).toHaveLength(10)
})

test('a sending mailbox that is not there has had nothing come back; one that cannot be read is an outage', async () => {
  const nowhere = await bouncesOf(
    () => json({ value: [] }),
    () => Promise.resolve(undefined),
  )
  expect(await nowhere.bounces.since(since, signal)).toEqual([])
  const shut = await bouncesOf(() => gone)
  await expect(shut.bounces.since(since, signal)).rejects.toThrow(Unavailable)
})
