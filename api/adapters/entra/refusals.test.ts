import { expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { refusalOf, refusalOrOutage } from './refusals.ts'

test.each([
  [{ errorCode: 'invalid_grant', subError: 'consent_required', errorNo: '65001' }, { kind: 'consent-missing' }],
  [{ errorCode: 'invalid_grant', errorNo: '65001' }, { kind: 'consent-missing' }],
  [{ errorCode: 'access_denied', errorNo: '90094' }, { kind: 'consent-missing' }],
  [
    { errorCode: 'interaction_required', errorNo: '50076', claims: '{"access_token":{}}' },
    { kind: 'interaction-required', claims: '{"access_token":{}}' },
  ],
  [{ errorCode: 'invalid_grant', subError: 'basic_action', errorNo: '50079' }, { kind: 'interaction-required' }],
  [{ errorCode: 'invalid_grant', errorNo: '500133' }, { kind: 'sign-in-again' }],
  [{ errorCode: 'invalid_grant' }, { kind: 'sign-in-again' }],
  [{ errorCode: 'invalid_grant', errorNo: '50057' }, { kind: 'account-disabled' }],
  [
    { errorCode: 'invalid_client', errorNo: '7000222', status: 401 },
    { kind: 'misconfigured', code: '7000222' },
  ],
  [
    { errorCode: 'unauthorized_client', errorNo: '700016' },
    { kind: 'misconfigured', code: '700016' },
  ],
])('Entra saying %o means %o', (failure, refusal) => {
  expect(refusalOf(failure)).toEqual(refusal)
})

test.each([
  { errorCode: '', status: 503 },
  { errorCode: '' }, // the library's own pause after an outage
  { errorCode: 'temporarily_unavailable', status: 429 },
  { errorCode: 'network_error' },
  { errorCode: 'invalid_client', errorNo: '7000215', status: 503 },
])('%o says nothing about the council, only that Entra did not answer', (failure) => {
  expect(refusalOf(failure)).toBeUndefined()
  expect(() => refusalOrOutage(Object.assign(new Error('no'), failure))).toThrow(Unavailable)
})

test('what is no answer of Entra at all is an outage with its cause', () => {
  const cause = new TypeError('fetch failed')
  expect(() => refusalOrOutage(cause)).toThrow(expect.objectContaining({ dependency: 'entra', cause }))
})
