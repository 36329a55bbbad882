import type { Bridge } from './bridge.ts'
import type { Refusal, Start } from './protocol.ts'

type Result = {
  readonly status: 'succeeded' | 'failed'
  readonly value?: unknown
  readonly error?: Refusal
  readonly asyncContext?: unknown
}
type Callback = (result: Result) => void
type Handler = (event: { completed: (options: { allowEvent: boolean }) => void }) => void

/** What this Outlook can: the web's, of Mailbox 1.15. */
const sets: Readonly<Record<string, string>> = { Mailbox: '1.15', NestedAppAuth: '1.1', OpenBrowserWindowApi: '1.1' }

/** Trap: 1.15 is later than 1.7, though it is the smaller number. */
function isSetSupported(name: string, asked = '1.1'): boolean {
  const [major = 0, minor = 0] = (sets[name] ?? '').split('.').map(Number)
  const [least = 0, after = 0] = asked.split('.').map(Number)
  return major > least || (major === least && minor >= after)
}

/** `Office`, and the bridge by which MSAL asks the host for a token: what the real script puts into a page. */
export function officeOf(bridge: Bridge) {
  const actions = new Map<string, Handler>()
  const context: Record<string, unknown> = {
    platform: 'OfficeOnline',
    diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '20261101.01' },
    requirements: { isSetSupported },
    ui: { openBrowserWindow: (url: string) => void bridge.call('openBrowserWindow', url).catch(ignored) },
    mailbox: undefined,
  }
  let started: Promise<{ host: 'Outlook' | null; platform: string | null }> | undefined
  const start = () => {
    started ??= bridge.call('start').then((facts) => {
      context['mailbox'] = mailboxOf(bridge, facts as Start)
      return { host: 'Outlook', platform: 'OfficeOnline' } as const
    })
    return started
  }
  bridge.onRun((action, completed) => void start().then(() => actions.get(action)?.({ completed }), ignored))
  const Office = {
    HostType: { Outlook: 'Outlook' },
    PlatformType: { OfficeOnline: 'OfficeOnline' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Text: 'text', Html: 'html' },
    EventType: {
      AppointmentTimeChanged: 'olkAppointmentTimeChanged',
      RecipientsChanged: 'olkRecipientsChanged',
      ItemChanged: 'olkItemSelectedChanged',
    },
    MailboxEnums: {
      ItemType: { Appointment: 'appointment', Message: 'message' },
      RecipientType: { DistributionList: 'distributionList', User: 'user', Other: 'other' },
      RestVersion: { v2_0: 'v2.0' },
      SendModeOverride: { PromptUser: 'promptUser' },
    },
    context,
    onReady: async (ready?: (info: object) => void) => {
      const info = await start()
      ready?.(info)
      return info
    },
    actions: {
      associate: (name: string, handler: Handler) => {
        actions.set(name, handler)
        void bridge.call('associated', name).catch(ignored)
      },
    },
    auth: { getAccessToken: () => bridge.call('token') },
  }
  return { Office, nestedAppAuthBridge: signInBridge(bridge) }
}

/** MSAL posts a text and listens for another. */
function signInBridge(bridge: Bridge) {
  const listeners = new Set<(answer: string) => void>()
  return {
    addEventListener: (_type: 'message', listener: (answer: string) => void) => void listeners.add(listener),
    removeEventListener: (_type: 'message', listener: (answer: string) => void) => void listeners.delete(listener),
    postMessage: (request: string) => {
      void bridge.call('nestedAppAuth', request).then((answer) => listeners.forEach((listener) => listener(String(answer))), ignored)
    },
  }
}

function mailboxOf(bridge: Bridge, { item, person }: Start) {
  return {
    userProfile: { ...person, accountType: 'office365', timeZone: 'GMT Standard Time' },
    convertToRestId: (id: string) => id.replaceAll('/', '-').replaceAll('+', '_'),
    convertToEwsId: (id: string) => id.replaceAll('-', '/').replaceAll('_', '+'),
    item: item.mode === 'compose' ? composed(bridge, item) : read(bridge, item),
  }
}

function composed(bridge: Bridge, item: Start['item']) {
  const field = (name: string, from: (value: unknown) => unknown = same, to: (value: unknown) => unknown = same) => ({
    getAsync: called(() => bridge.call(`${name}.get`).then(from)),
    setAsync: called((value) => bridge.call(`${name}.set`, to(value))),
  })
  const date = (value: unknown) => new Date(String(value))
  const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
  return {
    itemType: 'appointment',
    seriesId: item.seriesId,
    subject: field('subject'),
    start: field('start', date, iso),
    end: field('end', date, iso),
    location: field('location'),
    organizer: field('organizer'),
    recurrence: field('recurrence'),
    requiredAttendees: field('requiredAttendees'),
    optionalAttendees: field('optionalAttendees'),
    getItemIdAsync: called(() => bridge.call('getItemId')),
    sessionData: {
      getAsync: called((key) => bridge.call('sessionData.get', key)),
      setAsync: called((key, value) => bridge.call('sessionData.set', key, value)),
    },
    ...both(bridge),
  }
}

function read(bridge: Bridge, item: Start['item']) {
  return {
    itemType: 'appointment',
    itemId: 'AAMkSandbox=',
    seriesId: item.seriesId,
    subject: item.subject,
    normalizedSubject: item.subject,
    start: new Date(item.start),
    end: new Date(item.end),
    location: item.location,
    organizer: item.organizer,
    requiredAttendees: item.required,
    optionalAttendees: [],
    ...both(bridge),
  }
}

function both(bridge: Bridge) {
  return {
    categories: {
      getAsync: called(() => bridge.call('categories.get')),
      addAsync: called((names) => bridge.call('categories.add', names)),
    },
    loadCustomPropertiesAsync: called(() => bridge.call('customProperties.load').then((kept) => propertiesOf(bridge, kept as object))),
    notificationMessages: { addAsync: called((key, details) => bridge.call('notifications.add', key, details)) },
    addHandlerAsync: (type: string, handler: () => void) => bridge.onEvent(type, handler),
  }
}

/** A copy of the page's own until it is saved. */
function propertiesOf(bridge: Bridge, kept: object) {
  const own: Record<string, unknown> = { ...kept }
  return {
    get: (name: string) => own[name],
    getAll: () => ({ ...own }),
    set: (name: string, value: unknown) => {
      own[name] = value
    },
    remove: (name: string) => {
      delete own[name]
    },
    saveAsync: called(() => bridge.call('customProperties.save', own)),
  }
}

/** As Office takes arguments: what the call needs, then options, then what to call back with; and never before the next tick. */
function called(work: (...args: unknown[]) => Promise<unknown>) {
  return (...given: unknown[]): void => {
    const back = given.find((each): each is Callback => typeof each === 'function')
    const args = given.filter((each) => typeof each !== 'function')
    const asyncContext = (args.at(-1) as { asyncContext?: unknown } | undefined)?.asyncContext
    const answer = (result: Result) => back?.({ ...result, ...(asyncContext === undefined ? {} : { asyncContext }) })
    work(...args).then(
      (value) => answer({ status: 'succeeded', value }),
      (error: unknown) => answer({ status: 'failed', error: error as Refusal }),
    )
  }
}

function same(value: unknown): unknown {
  return value
}

/** Told to nobody: the page did not ask to hear of it. */
function ignored(): void {
  return undefined
}
