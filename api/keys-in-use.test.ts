import { expect, test } from 'vitest'
import { councilId } from '../domain/kernel/ids.ts'
import { configFrom } from './config.ts'
import { keysInUse } from './keys-in-use.ts'

const environment = {
  QUORATE_PUBLIC_URL: 'https://quorate.example',
  QUORATE_IDENTITY_CLIENT_ID: '00000000-0000-4000-8000-00000000000d',
  QUORATE_STORAGE_ACCOUNT: 'quoraterecords',
  QUORATE_ENTRA_CLIENT_ID: '00000000-0000-4000-8000-00000000000a',
  QUORATE_BOT_CLIENT_ID: '00000000-0000-4000-8000-00000000000b',
  QUORATE_BOT_TENANT_ID: '00000000-0000-4000-8000-00000000000c',
}

function keysOf(given: Readonly<Record<string, string>>) {
  const read = configFrom({ ...environment, ...given })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const keys = keysInUse(read.value, councilId('thamesbrook'))
  return Object.fromEntries(keys.map(({ of, kind, endsOn }) => [of, endsOn ? `${kind} until ${String(endsOn)}` : kind]))
}

test('with managed identities there is nothing that ends, and without a key of Notify’s none', () => {
  expect(keysOf({})).toEqual({
    entra: 'identity',
    teams: 'identity',
    notify: 'none',
    receipts: 'none',
    storage: 'identity',
    anchors: 'identity',
  })
})

test('a secret ends on the day that was written down beside it, and where none was nobody knows', () => {
  const secrets = {
    QUORATE_ENTRA_CLIENT_SECRET: 'one',
    QUORATE_ENTRA_CLIENT_SECRET_ENDS: '2027-03-31',
    QUORATE_BOT_CLIENT_SECRET: 'two',
    QUORATE_NOTIFY_KEYS: '{"thamesbrook":"three"}',
    QUORATE_NOTIFY_RECEIPT_TOKENS: '{"thamesbrook":"four"}',
  }
  expect(keysOf(secrets)).toMatchObject({ entra: 'secret until 2027-03-31', teams: 'secret', notify: 'key', receipts: 'key' })
})

test('a last day that is no day stops the start', () => {
  expect(configFrom({ ...environment, QUORATE_BOT_CLIENT_SECRET_ENDS: 'in spring' })).toMatchObject({
    refusal: [{ variable: 'QUORATE_BOT_CLIENT_SECRET_ENDS', because: 'should be a day such as 2027-03-31' }],
  })
})
