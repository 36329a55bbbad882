import { randomUUID } from 'node:crypto'
import { Refusal, badRequest } from './refusal.ts'

/** How long Graph waits for the token to come back, in real time. */
const limitMilliseconds = 10_000

const failed = (because: string) => new Refusal(400, 'ValidationError', `Subscription validation request failed. ${because}`)

/** Asks an address to give back a token, before anything is promised to it. */
export async function shakeHands(url: string, limit = limitMilliseconds): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`
  const target = addressOf(url)
  // Form style, as Graph writes it: a space is `+`, a colon `%3a`.
  target.search += `${target.search ? '&' : '?'}validationToken=${encodeURIComponent(token).replaceAll('%20', '+').replaceAll('%3A', '%3a')}`
  const answer = await ask(target, limit)
  if (answer.status !== 200) throw failed(`Must respond with 200 OK to this request; HTTP status code is '${answer.status}'.`)
  if (!answer.type.startsWith('text/plain')) throw failed(`The content type must be text/plain, not '${answer.type}'.`)
  if (answer.text !== token) throw failed('The response body must exactly match validationToken query parameter.')
}

/** https only, save for this very machine: the sandbox and the product stand side by side on it. */
function addressOf(url: string): URL {
  if (!URL.canParse(url)) throw badRequest(`'${url}' is not a valid url.`)
  const target = new URL(url)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(target.hostname)
  if (target.protocol !== 'https:' && !(target.protocol === 'http:' && isHere)) throw badRequest('The notification url must be https.')
  return target
}

async function ask(target: URL, limit: number): Promise<{ status: number; type: string; text: string }> {
  try {
    const signal = AbortSignal.timeout(limit)
    const response = await fetch(target, { method: 'POST', body: '', headers: { 'Content-Type': 'text/plain; charset=utf-8' }, signal })
    return { status: response.status, type: response.headers.get('Content-Type') ?? '', text: await response.text() }
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError'
    throw failed(timedOut ? 'Subscription validation request timed out.' : 'The address could not be reached.')
  }
}
