import { describe, expect, test } from 'vitest'
import { readVerdict, writeVerdict } from './errors.ts'
import { retryAfterSeconds } from '../retry-after.ts'
import { bodyOf, noReply, type Exchange } from './exchange.ts'

function reply(status: number, code = '', retryAfter?: number, text?: string): Exchange {
  const body = bodyOf(text ?? (status < 300 ? '{}' : JSON.stringify({ error: { code, message: 'words that change' } })))
  return { kind: 'reply', status, body, ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }) }
}
function failed(code: string): Exchange {
  return noReply(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) }))
}

describe('reliability.md §14, Graph GET', () => {
  test.each([
    ['200', reply(200), { kind: 'read', value: {} }],
    ['401', reply(401, 'InvalidAuthenticationToken'), { kind: 'new-token' }],
    ['403', reply(403, 'ErrorAccessDenied'), { kind: 'closed-to-us', because: 'not-allowed' }],
    ['404', reply(404, 'ErrorItemNotFound'), { kind: 'gone' }],
    ['404 for want of a mailbox', reply(404, 'MailboxNotEnabledForRESTAPI'), { kind: 'closed-to-us', because: 'no-mailbox' }],
    ['404 for want of a person', reply(404, 'Request_ResourceNotFound'), { kind: 'closed-to-us', because: 'no-mailbox' }],
    ['410', reply(410), { kind: 'start-again' }],
    ['syncStateNotFound under another status', reply(400, 'SyncStateNotFound'), { kind: 'start-again' }],
    ['423 with Retry-After', reply(423, '', 7), { kind: 'later', afterSeconds: 7 }],
    ['429 with Retry-After', reply(429, 'TooManyRequests', 2), { kind: 'later', afterSeconds: 2, throttled: true }],
    ['429 without', reply(429, 'ApplicationThrottled'), { kind: 'later', afterSeconds: 10, throttled: true }],
    ['503', reply(503, '', 3), { kind: 'later', afterSeconds: 3 }],
    ['509', reply(509, '', 3), { kind: 'later', afterSeconds: 3 }],
    ['500', reply(500, 'ErrorInternalServerError'), { kind: 'later', because: 'status 500' }],
    ['502', reply(502), { kind: 'later', because: 'status 502' }],
    ['504', reply(504), { kind: 'later' }],
    ['reset', failed('ECONNRESET'), { kind: 'later', because: 'no reply' }],
    ['truncated JSON', reply(200, '', undefined, '{"value":['), { kind: 'later', because: 'truncated' }],
    ['200 with a page', reply(200, '', undefined, '<!DOCTYPE html><p>Please sign in'), { kind: 'later', because: 'html instead of JSON' }],
    ['400', reply(400, 'ErrorInvalidRequest'), { kind: 'wrong', code: 'errorinvalidrequest' }],
    ['an unlisted status', reply(418), { kind: 'later', because: 'status 418' }],
  ])('%s', (_, exchange, verdict) => {
    expect(readVerdict(exchange)).toMatchObject(verdict)
  })
})

describe('reliability.md §14, Graph writes', () => {
  test.each([
    ['202 with nothing', reply(202, '', undefined, ''), { kind: 'done', value: undefined }],
    ['201 with what was made', reply(201, '', undefined, '{"id":"a"}'), { kind: 'done', value: { id: 'a' } }],
    ['201 with half of it', reply(201, '', undefined, '{"id":'), { kind: 'unknown' }],
    ['200 with a page', reply(200, '', undefined, '<html>'), { kind: 'unknown' }],
    ['400', reply(400, 'ErrorInvalidRequest'), { kind: 'refused', because: 'refused' }],
    ['401', reply(401), { kind: 'new-token' }],
    ['403', reply(403, 'ErrorAccessDenied'), { kind: 'refused', because: 'not-allowed' }],
    ['404', reply(404, 'ErrorItemNotFound'), { kind: 'gone' }],
    ['404 for want of a mailbox', reply(404, 'ErrorNonExistentMailbox'), { kind: 'refused', because: 'no-mailbox' }],
    ['409', reply(409), { kind: 'exists' }],
    ['429', reply(429, '', 4), { kind: 'later', afterSeconds: 4 }],
    ['500', reply(500), { kind: 'unknown', note: 'status 500' }],
    ['502', reply(502), { kind: 'unknown' }],
    ['503, even with Retry-After', reply(503, '', 1), { kind: 'unknown' }],
    ['504', reply(504), { kind: 'unknown' }],
    ['an unlisted status', reply(418), { kind: 'unknown' }],
    ['reset', failed('ECONNRESET'), { kind: 'unknown', note: 'no reply' }],
    ['a time limit', noReply(new DOMException('late', 'TimeoutError')), { kind: 'unknown' }],
    ['connection refused', failed('ECONNREFUSED'), { kind: 'later' }],
    ['no such host', failed('ENOTFOUND'), { kind: 'later' }],
    ['a certificate that is not trusted', failed('DEPTH_ZERO_SELF_SIGNED_CERT'), { kind: 'later' }],
  ])('%s', (_, exchange, verdict) => {
    expect(writeVerdict(exchange)).toMatchObject(verdict)
  })

  test('both addresses of a host refusing means that nothing was sent', () => {
    const errors = ['::1', '127.0.0.1'].map(() => Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))
    expect(noReply(new TypeError('fetch failed', { cause: new AggregateError(errors) }))).toMatchObject({ reached: 'nothing-sent' })
  })
})

test.each([
  ['1.75', 2],
  ['0', 0],
  ['86401', 86_400],
  ['Thu, 01 Jan 1970 00:00:30 GMT', 20],
  ['Thu, 01 Jan 1970 00:00:05 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %s ten seconds after midnight is %s s', (header, seconds) => {
  expect(retryAfterSeconds(header, 10_000)).toBe(seconds)
})
