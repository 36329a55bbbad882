import { AxiosError } from 'axios'
import { describe, expect, test } from 'vitest'
import { failedOutcome, foundOutcome, sentOutcome } from './outcomes.ts'

const refusal = (error: string, status = 400) => ({
  status,
  data: { status_code: status, errors: [{ error, message: 'words that change' }] },
})

describe('reliability.md §14, Notify POST', () => {
  test.each([
    ['201', { status: 201, data: { id: 'n1', reference: 'k' } }, { kind: 'sent', providerId: 'n1' }],
    ['201 that cannot be read', { status: 201, data: '{"id":' }, { kind: 'unknown' }],
    ['200 with a page of a proxy', { status: 200, data: '<html>' }, { kind: 'unknown' }],
    ['400 for the number', refusal('ValidationError'), { kind: 'refused', because: 'bad-number' }],
    ['400 for our settings', refusal('BadRequestError'), { kind: 'refused', because: 'misconfigured' }],
    ['401', refusal('AuthError', 401), { kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }],
    ['403, clock or key', refusal('AuthError', 403), { kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }],
    ['429 a minute', refusal('RateLimitError', 429), { kind: 'later', afterSeconds: 60 }],
    ['429 a day', refusal('TooManyRequestsError', 429), { kind: 'stopped', because: 'limit-reached', untilUtcMidnight: true }],
    ['429 without a word', { status: 429, data: '' }, { kind: 'later', afterSeconds: 60 }],
    ['500', { status: 500, data: '' }, { kind: 'unknown' }],
    ['502', { status: 502, data: '<html>' }, { kind: 'unknown' }],
    ['503', { status: 503, data: '' }, { kind: 'unknown' }],
    ['504', { status: 504, data: '' }, { kind: 'unknown' }],
    ['an unlisted status', { status: 418, data: '' }, { kind: 'unknown' }],
  ])('%s', (_, reply, outcome) => {
    expect(sentOutcome(reply)).toMatchObject(outcome)
  })

  test.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['CERT_HAS_EXPIRED', 'later'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'later'],
    ['ECONNRESET', 'unknown'],
    ['ECONNABORTED', 'unknown'],
    ['ERR_CANCELED', 'unknown'],
    ['ERR_BAD_RESPONSE', 'unknown'],
  ])('no reply, %s: %s', (code, kind) => {
    expect(failedOutcome(new AxiosError('no', code))).toMatchObject({ kind })
  })

  test('a mistake of ours is not taken for an outage', () => {
    expect(() => failedOutcome(new RangeError('ours'))).toThrow(RangeError)
  })
})

describe('reliability.md §14, Notify GET by reference', () => {
  const listed = (...references: string[]) => ({
    status: 200,
    data: { notifications: references.map((reference, i) => ({ id: `n${i}`, reference })) },
  })
  test.each([
    ['one', listed('k'), { kind: 'found', providerId: 'n0' }],
    [
      'one, with what it said',
      { status: 200, data: { notifications: [{ id: 'n0', reference: 'k', body: 'Cancelled.' }] } },
      { kind: 'found', providerId: 'n0', body: 'Cancelled.' },
    ],
    ['several: never resent', listed('k', 'k'), { kind: 'found', providerId: 'n0', twice: true }],
    ['none', listed(), { kind: 'not-found' }],
    ['another’s only', listed('another'), { kind: 'not-found' }],
    ['a page', { status: 200, data: '<html>' }, { kind: 'unknown' }],
    ['a 500', { status: 500, data: '' }, { kind: 'unknown' }],
  ])('%s', (_, reply, finding) => {
    expect(foundOutcome(reply, 'k')).toEqual(finding)
  })
})
