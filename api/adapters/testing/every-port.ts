import { councilId } from '../../../domain/kernel/ids.ts'
import { ok } from '../../../domain/kernel/result.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { KeySet } from '../../http/key-set.ts'
import type { Outcomes } from '../../ports/outcomes.ts'
import { partitionForTests } from '../../stores/keys.ts'
import { createTestClock } from '../../testing/clock.ts'
import { createAppendBlobs } from '../anchors/append-blobs.ts'
import { connectorCards } from '../connector/cards.ts'
import { createTokens } from '../entra/tokens.ts'
import { createCalendar } from '../graph/calendar.ts'
import { createGraphClient } from '../graph/client.ts'
import { createDirectory } from '../graph/directory.ts'
import { createMail } from '../graph/mail.ts'
import { createSubscriptions } from '../graph/subscriptions.ts'
import { createModernGov } from '../modern-gov/modern-gov.ts'
import { createTexts } from '../notify/notify.ts'
import { createAzureQueue } from '../queue/azure-queue.ts'
import { createAzureTables } from '../tables/azure-tables.ts'
import { storageAt } from '../tables/testing.ts'

export const somebody = aPersonId(901)
export const someRow = { council: councilId('thamesbrook'), pk: partitionForTests('every-port') }

/** Every adapter of ours, through its real client, with all services at one address. */
export function everyPortAt(url: string, outcomes: Outcomes) {
  const clock = { ...createTestClock(instant('2026-10-15T08:00:00Z')), mono: () => performance.now(), sleep: async () => undefined }
  const graph = createGraphClient({ url: `${url}/v1.0`, newId: () => 'id', wallMilliseconds: () => 0, note: outcomes.of('graph') })
  const token = async () => ok('token')
  const source = { graph, clock, service: token, asPerson: () => token }
  const directory = createDirectory(source, { clientId: crypto.randomUUID(), ownDomain: 'council.example', roles: {} })
  const conversation = { personId: somebody, conversationId: 'a:1', serviceUrl: url, state: 'installed' } as const
  const storage = { connectionString: storageAt(url), note: outcomes.of('storage') }
  const authority = 'https://login.microsoftonline.com'
  return {
    url,
    directory,
    calendar: createCalendar(source),
    mail: createMail(source, { address: 'training@council.example', directory }),
    subscriptions: createSubscriptions(source, { notificationUrl: 'https://a.example/n', lifecycleUrl: 'https://a.example/l' }),
    text: createTexts({
      url,
      apiKey: `a-name-${crypto.randomUUID()}-${crypto.randomUUID()}`,
      templateId: crypto.randomUUID(),
      note: outcomes.of('notify'),
    }),
    card: connectorCards({
      tenantId: crypto.randomUUID(),
      botClientId: crypto.randomUUID(),
      serviceUrl: url,
      serviceHosts: [new URL(url).host],
      token,
      conversations: { find: async () => conversation, keep: async () => undefined },
      clock,
      note: outcomes.of('teams'),
    }),
    tokens: createTokens(
      {
        clientId: crypto.randomUUID(),
        authority,
        tokenEndpoint: `${url}/{tid}/token`,
        jwksUri: `${url}/{tid}/keys`,
        credential: { clientSecret: 'unused' },
        resource: 'https://graph.microsoft.com',
        note: outcomes.of('entra'),
      },
      () => performance.now(),
      400,
    ),
    keys: new KeySet({
      address: async () => `${url}/keys`,
      dependency: 'teams',
      mono: () => performance.now(),
      note: outcomes.of('teams'),
    }),
    register: createModernGov({ note: outcomes.of('modern-gov') }),
    tables: createAzureTables({ ...storage, prefix: 'o', allowInsecure: true }),
    hints: createAzureQueue({ ...storage, name: 'hints' }),
    anchors: createAppendBlobs({ ...storage, container: 'anchors' }),
  }
}

export type EveryPort = ReturnType<typeof everyPortAt>
