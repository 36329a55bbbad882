import { expect } from 'vitest'

type Json = Record<string, unknown>
export type Text = { to: string; body: string; at: string; status: string; reference: string }
export type Mail = { from: string; to: string; subject: string; html: string; text: string; at: string }
export type Card = { id: string; at: string; activity: { attachments?: { content: Json }[]; text?: string; summary?: string } }
type Addresses = {
  desk: string
  graph: string
  entra: string
  connector: string
  notify: string
  modernGov: string
  product: string
  tab: string
}

/** The sandbox's control API and its Graph, as a test or a script uses them. Every answer that is no success fails the test with its words. */
export function controlOf(desk: string) {
  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${desk}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    expect(response.ok, `${method} ${path}: ${response.status} ${text.slice(0, 500)}`).toBe(true)
    return (text ? JSON.parse(text) : undefined) as Answer
  }

  let known: Promise<Addresses> | undefined
  /** They stay as long as the sandbox runs, whatever council it holds. */
  const addresses = () => (known ??= call<Addresses>('GET', '/sandbox/addresses'))
  const token = async (user: string, audience: 'api' | 'graph' = 'api') =>
    (await call<{ token: string }>('POST', '/sandbox/token', { user, audience })).token

  /** A request to Graph as a person, as Outlook would make it. */
  async function graph<Answer = Json>(
    user: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Answer }> {
    const { graph: address } = await addresses()
    const response = await fetch(`${address}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token(user, 'graph')}`,
        'content-type': 'application/json',
        prefer: 'outlook.timezone="Europe/London"',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer }
  }

  /** A request to the product's API as a person, as the tab would make it. */
  async function api<Answer = Json>(user: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> {
    const { product } = await addresses()
    const response = await fetch(`${product}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${await token(user)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer }
  }

  return {
    /** Any other call of the control API. */
    call,
    addresses,
    token,
    graph,
    api,
    now: async () => (await call<{ now: string }>('GET', '/sandbox/clock')).now,
    setClock: (now: string) => call<{ now: string }>('PUT', '/sandbox/clock', { now }),
    advance: (by: string) => call<{ now: string }>('POST', '/sandbox/clock/advance', { by }),
    settle: () => call('POST', '/sandbox/settle', {}),
    texts: () => call<Text[]>('GET', '/sandbox/texts'),
    mail: (user: string) => call<Mail[]>('GET', `/sandbox/mail?user=${encodeURIComponent(user)}`),
    cards: (user: string) => call<Card[]>('GET', `/sandbox/cards?user=${encodeURIComponent(user)}`),
    press: (activityId: string, user: string, verb: string, data: Json = {}) =>
      call<Json>('POST', `/sandbox/cards/${encodeURIComponent(activityId)}/action`, { user, verb, data }),
    people: () => call<{ id: string; name: string; email: string; mobile?: string; roles: string[] }[]>('GET', '/sandbox/people'),
    faults: (faults: Json[]) => call('POST', '/sandbox/faults', faults),
    clearFaults: () => call('DELETE', '/sandbox/faults'),
    world: (world: unknown) => call('PUT', '/sandbox/world', world),
    reset: (scenario: 'empty' | 'demo') => call('POST', '/sandbox/reset', { scenario }),
  }
}

export type Control = ReturnType<typeof controlOf>
