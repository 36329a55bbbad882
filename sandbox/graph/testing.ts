import { Client, HTTPMessageHandler, type Context, type Middleware } from '@microsoft/microsoft-graph-client'
import type { Event } from '@microsoft/microsoft-graph-types'
import { microsoftClients } from '../entra/registrations.ts'
import type { FaultAction, Person, TokenClaims, Verify } from '../service.ts'
import { hostOf, type Host } from '../testing/host.ts'
import { aWorld } from '../testing/worlds.ts'
import type { World } from '../world.ts'
import { createGraph, type Graph, type GraphOptions } from './graph.ts'

export const immutable = 'IdType="ImmutableId"'

/** An event as Graph shows it. */
export type Shown = Event & { readonly id: string; readonly iCalUId: string }

export type GraphHost = Host & {
  readonly graph: Graph
  /** The service as itself. */
  readonly service: Client
  /** A person in their Outlook, by the world's id. */
  as(person: string): Client
  /** By the world's id. */
  objectId(person: string): string
  person(id: string): Person
  /** Olive invites people, by address. */
  invite(to: readonly string[], more?: object): Promise<Shown>
  /** Somebody's own copy of an event, found as the product finds it. */
  copyOf(person: string, iCalUId: string): Promise<Shown | undefined>
  /** Gives an answer in somebody's own copy, and waits until it has been processed. */
  answer(person: string, iCalUId: string, answer: 'accept' | 'tentativelyAccept' | 'decline', body?: object): Promise<void>
  /** The organiser's copy as it now is. */
  organised(id: string): Promise<Shown>
  /** Waits until everything that was set going has arrived. */
  settle(): Promise<void>
  fault(action: FaultAction, where?: { path?: string; method?: string; times?: number; service?: 'graph' | 'notifications' }): void
}

const tenantId = '7e57ab1e-0000-4000-8000-000000000001'
const rights = ['User.Read.All', 'GroupMember.Read.All', 'Place.Read.All', 'Application.Read.All']

/** A token here is what it claims, unsigned: Entra's own tests see to the rest. */
const verify: Verify = async (authorization) => {
  const text = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (!text) return { ok: false, because: 'missing' }
  return { ok: true, claims: JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as TokenClaims }
}

export function tokenOf(claims: Partial<TokenClaims>): string {
  const usual = {
    kind: 'app',
    audience: 'https://graph.microsoft.com',
    tenantId,
    appId: 'the-service',
    objectId: 'x',
    scopes: [],
    roles: rights,
  }
  return Buffer.from(JSON.stringify({ ...usual, ...claims })).toString('base64url')
}

export async function aGraph(world: World = aWorld(), options: Omit<GraphOptions, 'verify'> = {}): Promise<GraphHost> {
  let graph: Graph | undefined
  const host = await hostOf({ graph: (context) => (graph = createGraph(context, { verify, ...options })) }, world)
  if (!graph) throw new Error('The host made no Graph')
  const person = (id: string) => {
    const found = host.context.people.find((each) => each.id === id)
    if (!found) throw new Error(`Nobody is called ${id}`)
    return found
  }
  const asPerson = (id: string) => ({
    kind: 'person' as const,
    appId: microsoftClients.outlook,
    objectId: person(id).objectId,
    scopes: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared', 'Mail.ReadWrite', 'Mail.Send', 'MailboxSettings.ReadWrite'],
  })
  const as = (id: string) => clientOf(host.base, tokenOf(asPerson(id)))
  const copyOf = async (id: string, uid: string): Promise<Shown | undefined> =>
    (await as(id).api('/me/events').filter(`iCalUId eq '${uid}'`).get()).value[0]
  const settle = async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await host.context.work.idle()
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  return {
    ...host,
    graph,
    service: clientOf(host.base, tokenOf({})),
    as,
    person,
    settle,
    copyOf,
    objectId: (id) => person(id).objectId,
    async invite(to, more) {
      const made = await as('olive').api('/me/events').post(anInvitation(to, more))
      await settle()
      return made
    },
    async answer(id, uid, answer, body = {}) {
      const copy = await copyOf(id, uid)
      await as(id).api(`/me/events/${copy?.id}/${answer}`).post(body)
      await settle()
    },
    organised: (id) => as('olive').api(`/me/events/${id}`).get(),
    fault: (action, { path, method, times = 1, service = 'graph' } = {}) =>
      host.context.faults.add([{ service, action, times, ...(path && { path }), ...(method && { method }) }]),
  }
}

/** Does what was asked, then answers so: the caller cannot know. */
export function afterTheDeed(then: 'reset' | 'hang' | number): FaultAction {
  return { kind: 'after', then } // oxlint-disable-line unicorn/no-thenable -- the fault's own word for what follows
}

/** The real client over plain http: the stock sign-in sends no token there, so the chain has one of its own. */
export function clientOf(base: string, token: string): Client {
  const http = new HTTPMessageHandler()
  const bearer: Middleware = {
    async execute(context: Context) {
      const headers = new Headers(context.options?.headers)
      headers.set('Authorization', `Bearer ${token}`)
      context.options = { ...context.options, headers }
      await http.execute(context)
    },
  }
  return Client.initWithMiddleware({ middleware: bearer, baseUrl: `${base}/graph/`, defaultVersion: 'v1.0' })
}

/** An absolute link as the client takes it: below the version. */
export function below(link: string): string {
  return link.slice(link.indexOf('/v1.0/') + '/v1.0'.length)
}

/** A session on 22 October 2026 from 18:00 to 20:00 in London. */
export function anInvitation(to: readonly string[], more: object = {}): object {
  return {
    subject: 'Planning for Members',
    body: { contentType: 'html', content: '<p>An introduction</p>' },
    start: { dateTime: '2026-10-22T18:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-22T20:00:00', timeZone: 'Europe/London' },
    location: { displayName: 'Committee Room 1' },
    attendees: to.map((address) => ({ type: 'required', emailAddress: { address } })),
    ...more,
  }
}
