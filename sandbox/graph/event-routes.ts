import type { Work } from '../service.ts'
import type { Call, Prefer, Reply } from './call.ts'
import { readAnswerBody, readCommentBody, readEventBody, readForwardBody } from './event-body.ts'
import { etagOf } from './event-fields.ts'
import type { Answer } from './event.ts'
import { forward } from './forward.ts'
import type { Invitations } from './invitations.ts'
import type { Mailbox, View } from './mailbox.ts'
import type { Meetings } from './meetings.ts'
import type { Post } from './post.ts'
import { readQuery } from './query.ts'
import { Refusal } from './refusal.ts'
import type { Responses } from './responses.ts'
import { inMailbox, type Parameters, type Route } from './routes.ts'
import { checkSelection, showEvent } from './show-event.ts'
import type { Store } from './store.ts'
import { readTime } from './times.ts'
import { find, idOf } from './views.ts'

type Parts = {
  readonly store: Store
  readonly post: Post
  readonly meetings: Meetings
  readonly invitations: Invitations
  readonly responses: Responses
  readonly work: Work
  readonly base: () => string
}

const accepted: Reply = { status: 202 }

/** One event: made, read, changed, answered, passed on, cancelled, removed. */
export function eventRoutes({ store, post, meetings, invitations, responses, work, base }: Parts): Route[] {
  const viewAt = (mailbox: Mailbox, { event = '' }: Parameters, prefer: Prefer) => find(store, mailbox, event, prefer)

  function shown(call: Call, view: View, status = 200): Reply {
    const asked = readQuery(call)
    checkSelection(asked)
    const user = view.item.mailbox.owner.objectId
    const context = `${base()}/$metadata#users('${user}')/events/$entity`
    const preferences = call.prefer.applied.join(', ')
    return {
      status,
      headers: {
        ETag: etagOf(view),
        ...(preferences && { 'Preference-Applied': preferences }),
        ...(status === 201 && { Location: `${base()}/users('${user}')/events('${idOf(store, view, call.prefer)}')` }),
      },
      body: { '@odata.context': context, ...showEvent({ store, prefer: call.prefer, asked }, view) },
    }
  }

  function answering(answer: Answer) {
    return (call: Call, mailbox: Mailbox, at: Parameters): Reply => {
      const body = readAnswerBody(call.body)
      const proposed = body.proposednewtime
      if (proposed && answer === 'accepted')
        throw new Refusal(400, 'BadRequest', "The parameter 'proposedNewTime' is not defined for accept.")
      responses.respond(viewAt(mailbox, at, call.prefer), {
        answer,
        comment: body.comment ?? '',
        sendResponse: body.sendresponse ?? true,
        ...(proposed && { proposed: { start: readTime(asTime(proposed.start)), end: readTime(asTime(proposed.end)) } }),
      })
      return accepted
    }
  }

  return [
    inMailbox('calendar', 'POST events', (call, mailbox) =>
      shown(call, meetings.create(mailbox, readEventBody(call.body), call.caller.tenantId), 201),
    ),
    inMailbox('calendar', 'GET events/:event', (call, mailbox, at) => shown(call, viewAt(mailbox, at, call.prefer))),
    inMailbox('calendar', 'PATCH events/:event', (call, mailbox, at) => {
      const view = viewAt(mailbox, at, call.prefer)
      checkMatch(call, view)
      return shown(call, meetings.update(view, readEventBody(call.body), call.caller.tenantId))
    }),
    inMailbox('calendar', 'DELETE events/:event', (call, mailbox, at) => {
      meetings.remove(viewAt(mailbox, at, call.prefer))
      return { status: 204 }
    }),
    inMailbox('calendar', 'POST events/:event/cancel', (call, mailbox, at) => {
      meetings.cancel(viewAt(mailbox, at, call.prefer), readCommentBody(call.body).comment ?? '')
      return accepted
    }),
    inMailbox('calendar', 'POST events/:event/accept', answering('accepted')),
    inMailbox('calendar', 'POST events/:event/tentativelyAccept', answering('tentativelyAccepted')),
    inMailbox('calendar', 'POST events/:event/decline', answering('declined')),
    inMailbox('calendar', 'POST events/:event/forward', (call, mailbox, at) => {
      const to = readForwardBody(call.body).torecipients.map(({ emailAddress: { name, address } }) => ({
        name: name ?? store.book.recipient(address)?.name ?? address,
        address,
      }))
      forward({ store, post, invitations, work }, viewAt(mailbox, at, call.prefer), to)
      return accepted
    }),
  ]
}

function asTime({ dateTime, timeZone }: { dateTime: string; timeZone?: string | null | undefined }) {
  return { dateTime, timeZone: timeZone ?? 'UTC' }
}

function checkMatch({ headers }: Call, view: View): void {
  const wanted = headers.get('if-match')
  if (wanted && wanted !== '*' && wanted !== etagOf(view)) {
    throw new Refusal(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    )
  }
}
