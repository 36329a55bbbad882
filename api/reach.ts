import { randomBytes, randomUUID } from 'node:crypto'
import type { CouncilId } from '../domain/kernel/ids.ts'
import { connectorCards } from './adapters/connector/cards.ts'
import { certificateFrom } from './adapters/entra/certificate.ts'
import { createHeldAssertions, type HeldAssertions } from './adapters/entra/held-assertions.ts'
import { createManagedIdentity } from './adapters/entra/managed-identity.ts'
import { createTokens, type EntraSettings, type Tokens } from './adapters/entra/tokens.ts'
import { createAccessProbe } from './adapters/graph/access.ts'
import { createCalendar } from './adapters/graph/calendar.ts'
import { createGraphClient } from './adapters/graph/client.ts'
import { createBounces } from './adapters/graph/bounces.ts'
import { appRoles, createDirectory, createPlaces } from './adapters/graph/directory.ts'
import { createMail } from './adapters/graph/mail.ts'
import { createOnlineMeetings } from './adapters/graph/online-meetings.ts'
import { graphSource } from './adapters/graph/source.ts'
import { createSubscriptions } from './adapters/graph/subscriptions.ts'
import { createTexts, type NotifySettings } from './adapters/notify/notify.ts'
import type { Config } from './config.ts'
import type { EntraCredential } from './credentials.ts'
import type { Log } from './log.ts'
import { createLists } from './observe/lists.ts'
import { createRooms } from './observe/rooms.ts'
import { createTender, type TendDeps, type Tender } from './observe/tend-mailbox.ts'
import type { AccessProbe } from './ports/access.ts'
import type { Calendar, Directory } from './ports/calendar.ts'
import type { Bounces } from './ports/bounces.ts'
import type { Clock } from './ports/clock.ts'
import type { Senders } from './ports/compose.ts'
import type { OnlineMeetings } from './ports/online-meetings.ts'
import type { Note, Outcomes } from './ports/outcomes.ts'
import type { Conversations } from './ports/conversations.ts'
import type { Council } from './ports/council.ts'
import type { TextSender } from './ports/senders.ts'

/** Everything outside, for one council: its tenant, its Notify account, its bot's conversations. */
export type CouncilReach = TendDeps & {
  readonly calendar: Calendar
  readonly directory: Directory
  readonly onlineMeetings: OnlineMeetings
  readonly bounces: Bounces
  readonly access: AccessProbe
}

export type Reach = {
  of(council: Council): CouncilReach
  readonly tender: Tender
  senders(council: Council): Senders
  /** The bot's own token for the connector, from its home tenant. */
  botToken(options: { readonly fresh: boolean }): ReturnType<Tokens['appToken']>
  /** Sign-ins at hand in this process, with which an answer is given as the Member it is from. */
  readonly held: HeldAssertions
}

type Around = {
  readonly clock: Clock
  readonly log: Log
  readonly outcomes: Outcomes
  readonly conversationsOf: (council: CouncilId) => Conversations
}

/** The clients of outside services, made once for each council and kept, because they hold caches and pace. */
export function createReach(config: Config, { clock, log, outcomes, conversationsOf }: Around): Reach {
  const wallSeconds = () => Date.now() / 1000
  const held = createHeldAssertions(wallSeconds)
  const mono = () => clock.mono()
  const tokens = createTokens(
    {
      ...config.entra,
      note: outcomes.of('entra'),
      credential: credentialFor(config.entra.credential),
      resource: 'https://graph.microsoft.com',
    },
    mono,
  )
  const { bot } = config
  const graph = createGraphClient({ url: config.graph.url, newId: randomUUID, wallMilliseconds: Date.now, note: outcomes.of('graph') })
  const botToken = botTokensFrom(config, { mono, note: outcomes.of('entra') })

  function reachOf({ profile }: Council): CouncilReach & { readonly senders: Senders } {
    const source = graphSource({ graph, tenant: profile.tenantId, tokens, held, clock })
    const calendar = createCalendar(source, config.outlook)
    const directory = createDirectory(source, { clientId: config.entra.clientId, ownDomain: profile.domain, roles: appRoles })
    const subscriptions = createSubscriptions(source, {
      notificationUrl: `${config.publicUrl}/graph/notifications`,
      lifecycleUrl: `${config.publicUrl}/graph/lifecycle`,
    })
    const card = connectorCards({
      tenantId: profile.tenantId,
      botClientId: bot.clientId,
      serviceUrl: bot.serviceUrl.replaceAll('{tid}', profile.tenantId),
      serviceHosts: bot.serviceHosts,
      token: botToken,
      conversations: conversationsOf(profile.id),
      clock,
      note: outcomes.of('teams'),
    })
    const text = textsOf(config, profile.id, { templateId: profile.notify.textTemplateId, note: outcomes.of('notify') })
    const mail = createMail(source, { address: profile.sendingMailbox, directory })
    const newSecret = () => randomBytes(32).toString('base64url')
    return {
      calendar,
      directory,
      bounces: createBounces(source, { address: profile.sendingMailbox, directory }),
      access: createAccessProbe(source, { directory, clientId: config.entra.clientId }),
      onlineMeetings: createOnlineMeetings(source),
      subscriptions,
      lists: createLists(directory, () => clock.now()),
      rooms: createRooms(createPlaces(source), () => clock.now()),
      newSecret,
      log,
      senders: { text, mail, card, calendar },
    }
  }

  const kept = new Map<CouncilId, ReturnType<typeof reachOf>>()
  function of(council: Council): ReturnType<typeof reachOf> {
    const known = kept.get(council.profile.id) ?? reachOf(council)
    kept.set(council.profile.id, known)
    return known
  }
  return { of, tender: createTender(of), senders: (council) => of(council).senders, botToken, held }
}

function credentialFor(credential: EntraCredential): EntraSettings['credential'] {
  if (credential.kind === 'secret') return { clientSecret: credential.secret.reveal() }
  if (credential.kind === 'certificate') return { clientCertificate: certificateFrom(credential.pem.reveal()) }
  const identity = createManagedIdentity({ clientId: credential.clientId })
  return { clientAssertion: () => identity.assertion() }
}

/** As a managed identity where the bot is one, else with the bot's own secret, from its home tenant. */
function botTokensFrom({ entra, bot }: Config, { mono, note }: { readonly mono: () => number; readonly note: Note }): Reach['botToken'] {
  const resource = 'https://api.botframework.com'
  if (!bot.clientSecret) {
    const identity = createManagedIdentity({ clientId: bot.clientId, note })
    return (options) => identity.token(resource, options)
  }
  const tokens = createTokens(
    {
      clientId: bot.clientId,
      authority: entra.authority,
      ...(bot.tokenEndpoint ? { tokenEndpoint: bot.tokenEndpoint, jwksUri: entra.jwksUri ?? bot.tokenEndpoint } : {}),
      credential: { clientSecret: bot.clientSecret.reveal() },
      resource,
      note,
    },
    mono,
  )
  return (options) => tokens.appToken(bot.tenantId, options)
}

/** A council without a key sends no texts; each ends failed and is shown, never silently dropped. */
function textsOf({ notify }: Config, council: CouncilId, settings: Pick<NotifySettings, 'templateId' | 'note'>): TextSender {
  const key = notify.keys.get(council)
  if (key) return createTexts({ url: notify.url, apiKey: key.reveal(), ...settings })
  return {
    send: async () => ({ kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }),
    find: async () => ({ kind: 'not-found' }),
  }
}
