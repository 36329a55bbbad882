import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWorld } from '../testing/worlds.ts'
import { aGraph, type GraphHost } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  const world = aWorld()
  host = await aGraph({
    ...world,
    people: [
      ...world.people,
      { id: 'dan', name: 'Dan Drew', email: 'dan@riverton.example', keepsDeclined: true },
      { id: 'eve', name: 'Eve Outside', email: 'eve@elsewhere.example', hasMailbox: false },
      { id: 'fay', name: 'Fay Fowler', email: 'fay@riverton.example', aliases: ['fay.fowler@riverton.example'] },
    ],
    groups: [
      ...world.groups,
      { email: 'all@riverton.example', name: 'All Members', members: ['members@riverton.example', 'fay'], kind: 'microsoft365' },
      { email: 'everyone@riverton.example', name: 'Everyone', members: ['dan'], kind: 'dynamic' },
    ],
  })
})
afterEach(() => host.close())

/** Who answered what, as the organiser sees it. */
async function tally(id: string): Promise<Record<string, string>> {
  const { attendees } = await host.organised(id)
  return Object.fromEntries((attendees ?? []).map(({ emailAddress, status }) => [emailAddress?.address ?? '', status?.response ?? '']))
}

test.each([
  ['accept', 'accepted', 'Accepted: ', 'busy'],
  ['tentativelyAccept', 'tentativelyAccepted', 'Tentative: ', 'tentative'],
] as const)('%s is counted by the organiser once the response is processed, and mailed', async (action, response, prefix, showAs) => {
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, action, { Comment: 'Looking forward', SendResponse: true })
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': response })
  expect((await host.organised(made.id)).attendees?.[0]?.status?.time).toBe('2026-09-10T09:00:00Z')
  expect(await host.copyOf('ann', made.iCalUId)).toMatchObject({ responseStatus: { response }, showAs })
  expect(host.graph.mailOf('olive@riverton.example')).toMatchObject([
    { kind: 'response', subject: `${prefix}Planning for Members`, from: 'ann@riverton.example', text: 'Looking forward', eventId: made.id },
  ])
})

test('an attendee sees everybody, the organiser too, and of nobody what they answered', async () => {
  const made = await host.invite(['ann@riverton.example', 'bob@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  const copy = await host.copyOf('bob', made.iCalUId)
  expect(copy?.attendees?.map(({ emailAddress, status }) => [emailAddress?.name, status?.response])).toEqual([
    ['Olive Officer', 'none'],
    ['Ann Archer', 'none'],
    ['Bob Baker', 'none'],
  ])
})

test('declining takes the copy out of the calendar; forwarding brings it back and it can be accepted', async () => {
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'decline')
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'declined' })
  expect(await host.copyOf('ann', made.iCalUId)).toBeUndefined()

  const toRecipients = [{ emailAddress: { address: 'ann@riverton.example' } }]
  await host.as('olive').api(`/me/events/${made.id}/forward`).post({ Comment: '', ToRecipients: toRecipients })
  await host.settle()
  await host.answer('ann', made.iCalUId, 'accept')
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'accepted' })
})

test('a mailbox that keeps declined meetings shows the time as free, and the answer can be changed', async () => {
  const made = await host.invite(['dan@riverton.example'])
  await host.answer('dan', made.iCalUId, 'decline')
  expect(await host.copyOf('dan', made.iCalUId)).toMatchObject({ showAs: 'free', responseStatus: { response: 'declined' } })
  await host.answer('dan', made.iCalUId, 'accept')
  expect(await tally(made.id)).toEqual({ 'dan@riverton.example': 'accepted' })
})

test('an answer that is not sent stays in the answerer’s own mailbox', async () => {
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept', { sendResponse: false })
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'none' })
  expect(await host.copyOf('ann', made.iCalUId)).toMatchObject({ responseStatus: { response: 'accepted' } })
})

test('where no response is requested, sending one is refused and answering silently is not', async () => {
  const made = await host.invite(['ann@riverton.example'], { responseRequested: false })
  await expect(host.answer('ann', made.iCalUId, 'accept')).rejects.toMatchObject({
    statusCode: 400,
    code: 'ErrorInvalidRequest',
    message: "Your request can't be completed. The meeting organizer hasn't requested a response.",
  })
  await host.answer('ann', made.iCalUId, 'accept', { sendResponse: false })
  expect(await host.copyOf('ann', made.iCalUId)).toMatchObject({ responseStatus: { response: 'accepted' } })
})

test('a new time may be proposed with a decline, and not where the organiser wants none', async () => {
  const proposedNewTime = {
    start: { dateTime: '2026-10-23T18:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-23T20:00:00', timeZone: 'Europe/London' },
  }
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'tentativelyAccept', { proposedNewTime })
  expect((await host.organised(made.id)).attendees?.[0]?.proposedNewTime?.start?.dateTime).toBe('2026-10-23T17:00:00.0000000')
  expect(host.graph.mailOf('olive@riverton.example').at(-1)?.subject).toBe('New Time Proposed: Planning for Members')
  await expect(host.answer('ann', made.iCalUId, 'accept', { proposedNewTime })).rejects.toMatchObject({ statusCode: 400 })
  const strict = await host.invite(['ann@riverton.example'], { allowNewTimeProposals: false })
  await expect(host.answer('ann', strict.iCalUId, 'decline', { proposedNewTime })).rejects.toMatchObject({ statusCode: 400 })
})

test('nobody answers their own meeting, nor one that is cancelled', async () => {
  const made = await host.invite(['ann@riverton.example'])
  await expect(host.answer('olive', made.iCalUId, 'accept')).rejects.toMatchObject({ statusCode: 400, code: 'ErrorInvalidRequest' })
  await host.as('olive').api(`/me/events/${made.id}/cancel`).post({})
  await host.settle()
  await expect(host.answer('ann', made.iCalUId, 'accept')).rejects.toMatchObject({ statusCode: 400 })
})

test('an answer to the old time that arrives after a move is not counted', async () => {
  const made = await host.invite(['eve@elsewhere.example', 'ann@riverton.example'])
  const copy = await host.copyOf('ann', made.iCalUId)
  const moving = host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch({ end: { dateTime: '2026-10-22T21:00:00', timeZone: 'Europe/London' } })
  const answering = host.as('ann').api(`/me/events/${copy?.id}/accept`).post({})
  await Promise.all([moving, answering])
  await host.settle()
  const seen = await tally(made.id)
  const own = await host.copyOf('ann', made.iCalUId)
  // Whichever came first, the two mailboxes agree in the end.
  expect(seen['ann@riverton.example']).toBe(own?.responseStatus?.response)
})

test('a list is one row that never answers; whoever answers through it gets a row', async () => {
  const made = await host.invite(['members@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  expect(await tally(made.id)).toEqual({ 'members@riverton.example': 'none', 'ann@riverton.example': 'accepted' })
  expect(await host.copyOf('cara', made.iCalUId)).toMatchObject({
    attendees: [{}, { emailAddress: { address: 'members@riverton.example' } }],
  })
})

test('a Microsoft 365 group accepts by itself, which says nothing of its members', async () => {
  const made = await host.invite(['all@riverton.example'])
  expect(await tally(made.id)).toEqual({ 'all@riverton.example': 'accepted' })
  expect(await host.copyOf('bob', made.iCalUId)).toMatchObject({ responseStatus: { response: 'notResponded' } })
})

test('a dynamic list delivers although the directory does not know it', async () => {
  const made = await host.invite(['everyone@riverton.example'])
  expect(await host.copyOf('dan', made.iCalUId)).toBeDefined()
})

test('an attendee who forwards brings a stranger into the organiser’s attendees, and the organiser is told', async () => {
  const made = await host.invite(['ann@riverton.example'])
  const copy = await host.copyOf('ann', made.iCalUId)
  const forwarded = { toRecipients: [{ emailAddress: { address: 'fay.fowler@riverton.example', name: 'Fay' } }] }
  await host.as('ann').api(`/me/events/${copy?.id}/forward`).post(forwarded)
  await host.settle()
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'none', 'fay.fowler@riverton.example': 'none' })
  await host.answer('fay', made.iCalUId, 'accept')
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'none', 'fay.fowler@riverton.example': 'accepted' })
  expect(host.graph.mailOf('olive@riverton.example')[0]).toMatchObject({ subject: 'Meeting Forward Notification: Planning for Members' })
})

test('a letter to somebody outside asks them to nothing any more once it has been moved or cancelled', async () => {
  const made = await host.invite(['eve@elsewhere.example'])
  const asked = () => host.graph.mailOf('eve@elsewhere.example').map(({ kind, meeting }) => [kind, meeting?.iCalUId])
  const start = { dateTime: '2026-10-23T10:00:00', timeZone: 'Europe/London' }
  await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch({ start, end: { ...start, dateTime: '2026-10-23T12:00:00' } })
  await host.settle()
  expect(asked()).toEqual([
    ['invitation', undefined],
    ['update', made.iCalUId],
  ])
  await host.as('olive').api(`/me/events/${made.id}/cancel`).post({})
  await host.settle()
  expect(asked()).toEqual([
    ['invitation', undefined],
    ['update', undefined],
    ['cancellation', undefined],
  ])
})

test('whoever outside is left out is asked to nothing any more, until they are invited again', async () => {
  const made = await host.invite(['eve@elsewhere.example', 'ann@riverton.example'])
  const asked = () => host.graph.mailOf('eve@elsewhere.example').map(({ kind, meeting }) => [kind, meeting?.iCalUId])
  const invited = async (...addresses: string[]) => {
    const attendees = addresses.map((address) => ({ emailAddress: { address } }))
    await host.as('olive').api(`/me/events/${made.id}`).patch({ attendees })
    await host.settle()
  }
  await invited('ann@riverton.example')
  expect(asked()).toEqual([
    ['invitation', undefined],
    ['cancellation', undefined],
  ])
  await invited('ann@riverton.example', 'eve@elsewhere.example')
  expect(asked()).toEqual([
    ['invitation', undefined],
    ['cancellation', undefined],
    ['invitation', made.iCalUId],
  ])
})

test('somebody outside answers by mail; there is no mailbox of theirs to look into', async () => {
  const made = await host.invite(['eve@elsewhere.example'])
  const [letter] = host.graph.mailOf('eve@elsewhere.example')
  expect(letter).toMatchObject({ kind: 'invitation', meeting: { iCalUId: made.iCalUId } })
  expect(letter?.meeting).not.toHaveProperty('answer')
  expect(host.graph.answerFromOutside(made.iCalUId, 'eve@elsewhere.example', 'accepted')).toBe(true)
  expect(host.graph.answerFromOutside('unheard-of', 'eve@elsewhere.example', 'accepted')).toBe(false)
  await host.settle()
  expect(await tally(made.id)).toEqual({ 'eve@elsewhere.example': 'accepted' })
  expect(host.graph.mailOf('eve@elsewhere.example')).toMatchObject([{ meeting: { iCalUId: made.iCalUId, answer: 'accepted' } }])
  const asked = host.service.api(`/users/${host.objectId('eve')}/events`).get()
  await expect(asked).rejects.toMatchObject({ statusCode: 404, code: 'MailboxNotEnabledForRESTAPI' })
})

test('an answer under an address of old becomes a second row of the same person', async () => {
  host.graph.switchOddity('legacyAddress', 'ann@riverton.example', true)
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  const rows = (await host.organised(made.id)).attendees?.map(({ emailAddress, status }) => [emailAddress?.name, status?.response])
  expect(rows).toEqual([
    ['Ann Archer', 'none'],
    ['Ann Archer', 'accepted'],
  ])
})

test('a calendar that does not count says so and counts nothing', async () => {
  host.graph.switchOddity('notTallying', 'olive@riverton.example', true)
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  expect(await host.as('olive').api('/me/calendar').select('id,isTallyingResponses').get()).toMatchObject({ isTallyingResponses: false })
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'none' })
})

test('a room accepts what it has room for and declines what clashes', async () => {
  const room = { type: 'resource', emailAddress: { address: 'room1@riverton.example' } }
  const first = await host.invite([], { attendees: [room] })
  const second = await host.invite([], { attendees: [room] })
  expect(await tally(first.id)).toEqual({ 'room1@riverton.example': 'accepted' })
  expect(await tally(second.id)).toEqual({ 'room1@riverton.example': 'declined' })
})

test('to leave somebody out and invite them again starts their answer anew', async () => {
  const made = await host.invite(['ann@riverton.example', 'bob@riverton.example'])
  await host.answer('ann', made.iCalUId, 'decline')
  const rows = (addresses: string[]) => ({ attendees: addresses.map((address) => ({ emailAddress: { address } })) })
  await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch(rows(['bob@riverton.example']))
  await host
    .as('olive')
    .api(`/me/events/${made.id}`)
    .patch(rows(['ann@riverton.example', 'bob@riverton.example']))
  await host.settle()
  expect(await tally(made.id)).toEqual({ 'ann@riverton.example': 'none', 'bob@riverton.example': 'none' })
  expect(await host.copyOf('ann', made.iCalUId)).toMatchObject({ isCancelled: false, responseStatus: { response: 'notResponded' } })
})

test('an invitation to an address of the council’s own that leads nowhere comes back as a letter', async () => {
  const made = await host.invite(['nobody@riverton.example'])
  expect(host.graph.mailOf('olive@riverton.example')).toMatchObject([
    { subject: 'Undeliverable: Planning for Members', text: expect.stringContaining('nobody@riverton.example') },
  ])
  expect(await tally(made.id)).toEqual({ 'nobody@riverton.example': 'none' })
})
