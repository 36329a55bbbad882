import { z } from 'zod'

/** The three themes of Teams. */
export type Theme = 'default' | 'dark' | 'contrast'

/** `entityId` of the static tab, as the app's manifest has it: a test holds it to that. */
export const tabPageId = 'home'

/** What Teams knows when it shows a tab. */
export type TabFacts = {
  readonly theme: Theme
  readonly person: { readonly objectId: string; readonly email: string; readonly name: string }
  readonly tenantId: string
  /** `entityId` of the static tab, as the app's manifest has it. */
  readonly pageId: string
  readonly subPageId?: string
  readonly sessionId: string
  readonly device: 'desktop' | 'android'
}

const requestShape = z.looseObject({
  id: z.number().optional(),
  uuidAsString: z.string().max(64).optional(),
  func: z.string().min(1).max(100),
  args: z.array(z.unknown()).max(20).optional().default([]),
})
export type HostRequest = z.infer<typeof requestShape>

/** What the page asks of its host; undefined when the message is none of TeamsJS. */
export function readRequest(data: unknown): HostRequest | undefined {
  const parsed = requestShape.safeParse(data)
  return parsed.success ? parsed.data : undefined
}

/** A message counts when it comes from the tab's own window and the tab's own origin: anything else could be anyone's. */
export function isFromTab(
  message: { readonly source: unknown; readonly origin: string },
  tab: { readonly window: unknown; readonly origin: string },
): boolean {
  return tab.window !== null && tab.window !== undefined && message.source === tab.window && message.origin === tab.origin
}

/** What Teams does with a call. `answer` is sent back at once; the others are the desk's to do, and `reply` answers them. */
export type Reaction =
  | { readonly kind: 'answer'; readonly args: readonly unknown[] }
  | { readonly kind: 'token' }
  | { readonly kind: 'listen'; readonly event: string }
  | { readonly kind: 'standing'; readonly standing: 'loaded' | 'ready'; readonly args?: readonly unknown[] }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'go'; readonly subPageId?: string; readonly reply: readonly unknown[] }
  | { readonly kind: 'open'; readonly url: string; readonly reply: readonly unknown[] }
  | { readonly kind: 'share'; readonly subPageId?: string }
  | { readonly kind: 'unknown'; readonly func: string }

const page = z.looseObject({ subPageId: z.string().max(500).optional() })
const failure = z.looseObject({ message: z.string().optional(), reason: z.string().optional() })
const text = z.string().max(500)

/**
 * What Teams would do with one call of TeamsJS 2.58.
 *
 * Trap: `initialize` answers the runtime in the fourth place, where nested app authentication looks for it too; and a call that
 * Teams does not know gets no answer at all.
 */
export function reactionTo({ func, args }: HostRequest, facts: TabFacts): Reaction {
  switch (func) {
    case 'initialize':
      return { kind: 'answer', args: ['content', facts.device === 'android' ? 'android' : 'web', '2.58.0', JSON.stringify(runtime)] }
    case 'getContext':
      return { kind: 'answer', args: [contextOf(facts)] }
    case 'authentication.getAuthToken':
      return { kind: 'token' }
    case 'authentication.getUser':
      return { kind: 'answer', args: [true, { oid: facts.person.objectId, tid: facts.tenantId, upn: facts.person.email }] }
    case 'registerHandler':
      return { kind: 'listen', event: text.catch('').parse(args[0]) }
    case 'appInitialization.appLoaded':
      return { kind: 'standing', standing: 'loaded' }
    case 'appInitialization.success':
      return { kind: 'standing', standing: 'ready', args: [] }
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      return { kind: 'failed', because: said(args) }
    default:
      return movementOf({ func, args })
  }
}

function movementOf({ func, args }: Pick<HostRequest, 'func' | 'args'>): Reaction {
  switch (func) {
    case 'pages.currentApp.navigateTo':
    case 'pages.currentApp.navigateToDefaultPage':
      return { kind: 'go', subPageId: page.catch({}).parse(args[0]).subPageId, reply: [null] }
    case 'pages.navigateToApp':
      return { kind: 'go', subPageId: page.catch({}).parse(args[0]).subPageId, reply: [true] }
    case 'executeDeepLink':
      return { kind: 'open', url: z.string().max(2000).catch('').parse(args[0]), reply: [true] }
    case 'shareDeepLink':
      return { kind: 'share', subPageId: text.optional().catch(undefined).parse(args[0]) }
    default:
      return { kind: 'unknown', func }
  }
}

/** An answer as TeamsJS expects it: both ids copied, because old and new versions match by different ones. */
export function answerTo(request: HostRequest, args: readonly unknown[]): { id?: number; uuidAsString?: string; args: readonly unknown[] } {
  return { id: request.id, uuidAsString: request.uuidAsString, args }
}

/** Something that happened in Teams, told to whoever registered for it. */
export function eventOf(func: 'themeChange' | 'focusEnter' | 'contextChange', ...args: unknown[]): { func: string; args: unknown[] } {
  return { func, args }
}

/** Only what the desk really does is offered: a capability that is named and not kept would hide a fault of the tab. */
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { app: { notifySuccessResponse: {} }, pages: { currentApp: {} } },
}

/** The flat context that TeamsJS turns into `app.getContext()`. Nothing in it is a proof of anything: that is what the token is for. */
export function contextOf({ theme, person, tenantId, pageId, subPageId, sessionId, device }: TabFacts): Record<string, unknown> {
  return {
    theme,
    locale: 'en-gb',
    entityId: pageId,
    subEntityId: subPageId ?? '',
    userObjectId: person.objectId,
    userPrincipalName: person.email,
    userDisplayName: person.name,
    loginHint: person.email,
    tid: tenantId,
    frameContext: 'content',
    hostName: 'Teams',
    hostClientType: device === 'android' ? 'android' : 'web',
    sessionId,
    appSessionId: sessionId,
  }
}

function said(args: readonly unknown[]): string {
  const [first, second] = args
  const whole = failure.safeParse(first)
  if (whole.success) return whole.data.message ?? whole.data.reason ?? ''
  return typeof second === 'string' ? second : typeof first === 'string' ? first : ''
}
