import { tenantOf } from '../entra/entra.ts'
import type { SandboxContext, Service, Verify } from '../service.ts'
import { batch } from './batch.ts'
import type { Call, Outcome } from './call.ts'
import { callerFrom } from './caller.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { createTokens } from './delta-token.ts'
import { eventRoutes } from './event-routes.ts'
import type { Answer } from './event.ts'
import { groupRoutes } from './groups.ts'
import { createHttp } from './http.ts'
import { createInvitations } from './invitations.ts'
import { mailRoutes } from './mail-routes.ts'
import { createMeetings } from './meetings.ts'
import { createNotifications, type LifecycleEvent } from './notifications.ts'
import { organizationRoutes } from './organization.ts'
import { createOnlineMeetings, type Presence } from './online-meetings.ts'
import { perform, struck } from './perform.ts'
import { placeRoutes } from './places.ts'
import { createPost, type DeliveredMail } from './post.ts'
import { Refusal } from './refusal.ts'
import { createResponses } from './responses.ts'
import { createRoutes } from './routes.ts'
import { scheduleRoutes } from './schedule.ts'
import { settingsRoutes } from './settings-routes.ts'
import { createStore, type Switches } from './store.ts'
import { subscriptionRoutes } from './subscription-routes.ts'
import { createSubscriptions, showSubscription } from './subscriptions.ts'
import { createThrottle } from './throttle.ts'
import { userRoutes } from './users.ts'

export type { Answer } from './event.ts'
export type { DeliveredMail } from './post.ts'
export type { LifecycleEvent } from './notifications.ts'

export type GraphOptions = {
  readonly verify: Verify
  /** Real time that a request spends in a mailbox; 0 makes throttling unreachable. */
  readonly latencyMilliseconds?: number
}

export type Graph = Service & {
  /** What arrived for a person, mailbox or outside address (object id or any address), oldest first; meetings' messages too. */
  mailOf(named: string): DeliveredMail[]
  /** An answer by mail from an address without a mailbox here. False when no such meeting stands. */
  answerFromOutside(iCalUId: string, address: string, answer: Answer): boolean
  /** Sends a lifecycle event to one subscription, or to all of a mailbox. How many were sent. */
  sendLifecycle(event: LifecycleEvent, to: { readonly subscriptionId?: string; readonly mailbox?: string }): number
  /** All subscriptions of a mailbox, as Graph shows them. */
  subscriptionsOf(mailbox: string): object[]
  /** Makes every delta token given so far answer 410: of one mailbox, or of all. */
  expireDeltaTokens(mailbox?: string): void
  /** Somebody goes into a Teams meeting now, or out of it. False when there is no such meeting, or they are not in it. */
  inTeams(act: 'join' | 'leave', joinUrl: string, named: string): boolean
  /** A Teams meeting ends for everybody in it. False when nobody is. */
  endInTeams(joinUrl: string): boolean
  /** Who is or was in a Teams meeting, in order of joining. Undefined when there is no such meeting. */
  whoInTeams(joinUrl: string): readonly Presence[] | undefined
  /** Turns an oddity of a mailbox on or off. False when there is no such mailbox. */
  switchOddity(oddity: keyof Switches, mailbox: string, on: boolean): boolean
}

/** A small Microsoft Graph: directory, calendars, mail and subscriptions of one council. Mounted at `/graph`, it serves `/v1.0/...`. */
export function createGraph(context: SandboxContext, { verify, latencyMilliseconds = 2 }: GraphOptions): Graph {
  const store = createStore(context)
  const base = () => `${context.addresses().graph}/v1.0`
  const post = createPost(store, context)
  const responses = createResponses(store, post, context)
  const invitations = createInvitations(store, post, responses, context)
  const meetings = createMeetings(store, invitations, context)
  const subscriptions = createSubscriptions(context)
  const notifications = createNotifications(store, subscriptions, context)

  const online = createOnlineMeetings(store, context)

  const routes = createRoutes([
    ...calendarRoutes({ store, tokens: createTokens(context.memory, context.mint), base }),
    ...eventRoutes({ store, post, meetings, invitations, responses, work: context.work, base }),
    ...mailRoutes({ store, post, base }),
    ...scheduleRoutes(store),
    ...settingsRoutes(store, base),
    ...userRoutes(store, base),
    ...groupRoutes(store, base),
    ...organizationRoutes(context, base),
    ...placeRoutes(context.world, base),
    ...subscriptionRoutes(store, subscriptions, base),
    ...online.routes(base),
  ])

  const performing = { store, routes, throttle: createThrottle(), latencyMilliseconds }
  const one = (call: Call): Promise<Outcome> => struck(context.faults, call, () => perform(performing, call))
  const answer = (call: Call): Promise<Outcome> =>
    call.path === '/$batch' && call.method === 'POST' ? struck(context.faults, call, () => refusedOr(() => batch(call, one))) : one(call)

  const mailboxNamed = (named: string) => {
    const recipient = store.book.recipient(named)
    return recipient?.hasMailbox ? store.mailboxOf(recipient) : undefined
  }

  return {
    router: createHttp({ verify: callerFrom(verify, tenantOf(context)), answer }),
    mailOf: (named) => post.mailOf(named),
    answerFromOutside: (iCalUId, address, answer) => responses.answerFromOutside(iCalUId, address, answer),
    subscriptionsOf: (mailbox) => [...subscriptions.watching(mailboxNamed(mailbox)?.owner.objectId ?? '')].map(showSubscription),
    sendLifecycle(event, { subscriptionId, mailbox }) {
      const one = subscriptions.get(subscriptionId ?? '')
      const all = one ? [one] : [...subscriptions.watching(mailboxNamed(mailbox ?? '')?.owner.objectId ?? '')]
      for (const subscription of all) notifications.lifecycle(event, subscription)
      return all.length
    },
    expireDeltaTokens(named) {
      const mailboxes = named === undefined ? store.book.recipients.map(({ objectId }) => mailboxNamed(objectId)) : [mailboxNamed(named)]
      for (const mailbox of mailboxes) if (mailbox) mailbox.syncGeneration += 1
    },
    inTeams: (act, joinUrl, named) => online[act](joinUrl, named),
    endInTeams: (joinUrl) => online.end(joinUrl),
    whoInTeams: (joinUrl) => online.whoIn(joinUrl),
    switchOddity(oddity, named, on) {
      const recipient = store.book.recipient(named)
      if (!recipient) return false
      if (on) store.switches[oddity].add(recipient.objectId)
      else store.switches[oddity].delete(recipient.objectId)
      return true
    },
  }
}

async function refusedOr(answer: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await answer()
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { status: cause.status, headers: cause.headers, body: { error: { code: cause.code, message: cause.message } } }
  }
}
