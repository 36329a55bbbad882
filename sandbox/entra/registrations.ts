/** What an administrator would have registered. Made up, and plainly so: every id begins `7e57`, and no secret here opens anything outside. */

/** The tenant in which the software's own registrations live, which is not the council's. */
export const homeTenantId = '7e57ab1e-0000-4000-8000-000000000000'

/** The tab's API, and the service when it acts as itself. Consented in the home tenant and in the council's. */
export const api = {
  clientId: '7e57ab1e-0000-4000-8000-00000000a001',
  clientSecret: 'sandbox-api-secret-that-opens-nothing-else',
  scope: 'access_as_user',
  /**
   * Application permissions on Graph. Those on mailboxes are absent on purpose: a council grants them in Exchange, mailbox by mailbox,
   * and a token never shows them.
   */
  graphRoles: [
    'User.Read.All',
    'GroupMember.Read.All',
    'Place.Read.All',
    'Application.Read.All',
    'OnlineMeetings.Read.All',
    'OnlineMeetingArtifact.Read.All',
  ],
  /** Delegated permissions on Graph that an administrator has agreed to. */
  graphScopes: ['Calendars.ReadWrite'],
  roles: {
    officer: { id: '7e57ab1e-0000-4000-8000-00000000b001', value: 'Quorate.Officer' },
    administrator: { id: '7e57ab1e-0000-4000-8000-00000000b002', value: 'Quorate.Administrator' },
  },
} as const

/** The bot, apart from the API so that a Member's sign-in can never be passed off as the connector's. Known in the home tenant only. */
export const bot = {
  clientId: '7e57ab1e-0000-4000-8000-00000000a002',
  clientSecret: 'sandbox-bot-secret-that-opens-nothing-else',
  tenantId: homeTenantId,
} as const

/** The Outlook add-in, which is part of the app's package and is named by its id in what it writes into appointments. */
export const addIn = { id: '7e57ab1e-0000-4000-8000-00000000c001' } as const

/** Microsoft's own clients, by their real ids. */
export const microsoftClients = {
  teamsWeb: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  outlook: 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
} as const

export const resources = {
  graph: 'https://graph.microsoft.com',
  botFramework: 'https://api.botframework.com',
} as const

export type Client = {
  readonly clientId: string
  readonly clientSecret: string
  /** The tenants in which it has a service principal. */
  readonly tenants: (councilTenantId: string) => readonly string[]
}

export const clients: readonly Client[] = [
  { ...api, tenants: (council) => [homeTenantId, council] },
  { ...bot, tenants: () => [homeTenantId] },
]
