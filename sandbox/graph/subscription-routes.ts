import type { Call } from './call.ts'
import { directoryPage } from './directory-page.ts'
import { readQuery } from './query.ts'
import { Refusal, accessDenied, badRequest } from './refusal.ts'
import { openMailbox } from './rights.ts'
import { inDirectory, type Route } from './routes.ts'
import type { Store } from './store.ts'
import { showSubscription, type Subscriptions } from './subscriptions.ts'

export function subscriptionRoutes(store: Store, subscriptions: Subscriptions, base: () => string): Route[] {
  const context = () => ({ '@odata.context': `${base()}/$metadata#subscriptions/$entity` })
  return [
    inDirectory('organization', 'POST subscriptions', async (call) => {
      const mailboxIdOf = (resource: string) => watched(store, call, resource)
      const made = await subscriptions.create({ body: call.body, caller: call.caller, ids: call.prefer.ids, mailboxIdOf })
      return { status: 201, body: { ...context(), ...showSubscription(made) } }
    }),
    inDirectory('organization', 'GET subscriptions', (call) =>
      directoryPage(call, base(), {
        things: subscriptions.of(call.caller),
        asked: readQuery(call),
        show: showSubscription,
        of: 'subscriptions',
      }),
    ),
    inDirectory('organization', 'GET subscriptions/:subscription', ({ caller }, { subscription = '' }) => ({
      status: 200,
      body: { ...context(), ...showSubscription(subscriptions.find(subscription, caller)) },
    })),
    inDirectory('organization', 'PATCH subscriptions/:subscription', async ({ caller, body }, { subscription = '' }) => ({
      status: 200,
      body: { ...context(), ...showSubscription(await subscriptions.renew(subscription, caller, body)) },
    })),
    inDirectory('organization', 'POST subscriptions/:subscription/reauthorize', ({ caller }, { subscription = '' }) => {
      subscriptions.find(subscription, caller)
      return { status: 204 }
    }),
    inDirectory('organization', 'DELETE subscriptions/:subscription', ({ caller }, { subscription = '' }) => {
      subscriptions.remove(subscriptions.find(subscription, caller).id)
      return { status: 204 }
    }),
  ]
}

/** Only calendars are watched here. Rights that are shared with a person make no subscription. */
function watched(store: Store, { caller }: Call, resource: string): string {
  const [, user] = /^\/?(?:users\/([^/]+)|me)\/(?:calendar\/)?events\/?$/i.exec(resource) ?? []
  if (user === undefined && !/^\/?me\//i.test(resource)) throw badRequest(`The resource '${resource}' is not supported.`)
  const named = user ?? (caller.kind === 'user' ? caller.oid : '')
  try {
    const { owner } = openMailbox(store, caller, named, { part: 'calendar', writes: false })
    if (caller.kind === 'user' && owner.objectId !== caller.oid) throw accessDenied()
    return owner.objectId
  } catch (cause) {
    throw cause instanceof Refusal ? inTheWordsOfTheService(cause) : cause
  }
}

/** Subscriptions name the call they made on behalf of the caller. */
function inTheWordsOfTheService({ status, code, message }: Refusal): Refusal {
  if (status === 403)
    return new Refusal(403, 'ExtensionError', 'Operation: Create; Exception: [Status Code: Forbidden; Reason: Access denied]')
  if (code === 'MailboxNotEnabledForRESTAPI') {
    return new Refusal(
      400,
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: NotFound; Reason: REST API is not yet supported for this mailbox]',
    )
  }
  return new Refusal(status, code, message)
}
