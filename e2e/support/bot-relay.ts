import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Control } from './control.ts'

/** One call that the product made to where this person is reached. */
export type Passed = { readonly method: string; readonly path: string; readonly signed: boolean }

/**
 * Stands between the Agents Playground and the product where Microsoft's connector would: the Playground signs nothing, and our guard lets
 * nothing in that is not signed. What it posts is posted on with a token such as the Bot Framework gives; what the bot sends is let
 * through with the bot's own token and with no other.
 */
export async function startBotRelay() {
  const passed: Passed[] = []
  let between: { readonly control: Control; readonly playground: string } | undefined
  const server = createServer((request, response) => void relay(request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const serviceUrl = `http://${host}/teams/`

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await (request.url === '/activities' ? inward(request) : outward(request))
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    } catch (cause) {
      response.writeHead(502).end(String(cause))
    }
  }

  async function inward(request: IncomingMessage): Promise<Response> {
    const { control } = ends()
    const { token } = await control.call<{ token: string }>('POST', '/sandbox/connector/token', { serviceUrl })
    const { product } = await control.addresses()
    return posted(`${product}/api/messages`, request, { authorization: `Bearer ${token}` })
  }

  async function outward(request: IncomingMessage): Promise<Response> {
    const path = (request.url ?? '').replace('/teams/', '/')
    const signed = isBots(request.headers.authorization)
    passed.push({ method: request.method ?? '', path, signed })
    return signed ? posted(`${ends().playground}/_connector${path}`, request, {}) : new Response('{}', { status: 401 })
  }

  function ends() {
    if (!between) throw new Error('The relay has nothing to stand between yet')
    return between
  }

  return {
    host,
    serviceUrl,
    endpoint: `http://${host}/activities`,
    passed: (): readonly Passed[] => passed,
    stand: (control: Control, playground: string) => void (between = { control, playground }),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

async function posted(address: string, request: IncomingMessage, headers: Record<string, string>): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { method = 'POST' } = request
  return fetch(address, { method, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.concat(chunks) })
}

/** The sandbox's own connector checks the signature of such tokens everywhere else; here only whose it is. */
function isBots(authorization = ''): boolean {
  const [, payload = ''] = authorization.split('.')
  const { aud, appid } = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { aud?: string; appid?: string }
  return aud === 'https://api.botframework.com' && appid === '7e57ab1e-0000-4000-8000-00000000a002'
}
