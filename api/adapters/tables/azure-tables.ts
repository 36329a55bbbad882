import { TableClient, type TableServiceClientOptions } from '@azure/data-tables'
import type { TableName, Tables } from '../../ports/tables.ts'
import { callLimit } from '../../deadline.ts'
import { untold, type Note } from '../../ports/outcomes.ts'
import { overLine, type StorageLine } from '../storage-line.ts'
import { commitGuarded, commitLoose, writeLimit } from './committing.ts'
import { faultsAsUnavailable, patience } from './faults.ts'
import { checkKey, checkTransaction, isGuarded } from './limits.ts'
import { noScans } from './no-scans.ts'
import { isOwnAnswer } from './own-answers.ts'
import { getRow, readRange } from './reading.ts'
import { readSurely } from './surely.ts'

/** What gets tokens for the account: a managed identity, in a council's tenant. */
export type StorageCredential = {
  getToken(scopes: string | string[], options?: object): Promise<{ token: string; expiresOnTimestamp: number } | null>
}

export type AzureTablesOptions = {
  /** In front of every table's name, letters and digits: several installations may share an account. */
  readonly prefix: string
  /** Plain http, for storage on this machine. */
  readonly allowInsecure?: boolean
  readonly note?: Note
  readonly clock?: StorageLine['clock']
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

const names = [
  'councils',
  'members',
  'sessions',
  'bulletins',
  'due',
  'jobs',
  'subscriptions',
  'audit',
  'rulebooks',
  'conversations',
  'replies',
] as const satisfies readonly TableName[]

/** Azure Tables through the official client, whose own retries are off: a lost reply needs looking up, not sending again. */
export function createAzureTables(options: AzureTablesOptions): Tables & { ensure(): Promise<void> } {
  const clients = new Map(names.map((name) => [name, clientFor(name, options)]))
  function clientOf(table: TableName): TableClient {
    const client = clients.get(table)
    if (!client) throw new TypeError(`no table is called ${table}`)
    return client
  }

  return {
    async ensure() {
      for (const name of names) await faultsAsUnavailable(() => clientOf(name).createTable({ abortSignal: callLimit(writeLimit) }))
    },
    async get(pk, rk) {
      checkKey(pk.key)
      checkKey(rk)
      return faultsAsUnavailable(() => readSurely(() => getRow(clientOf(pk.table), pk, rk), patience))
    },
    async range(pk, from, to, max = 5_000) {
      const rows = await readRange(clientOf(pk.table), { pk, from, to, max: max + 1 })
      if (rows.length > max) throw new RangeError(`a range of ${pk.table} has more than ${max} rows`)
      return rows
    },
    async first(pk, from, to, max) {
      return readRange(clientOf(pk.table), { pk, from, to, max })
    },
    async commit(pk, ops) {
      checkTransaction(pk, ops)
      return faultsAsUnavailable(() =>
        ops.every(isGuarded) ? commitGuarded(clientOf(pk.table), pk, ops) : commitLoose(clientOf(pk.table), pk, ops),
      )
    },
  }
}

function clientFor(name: TableName, options: AzureTablesOptions): TableClient {
  const table = `${options.prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const settings: TableServiceClientOptions = {
    allowInsecureConnection: options.allowInsecure ?? false,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: [
      { policy: noScans, position: 'perCall' },
      { policy: bounded({ note: options.note ?? untold, isOwn: isOwnAnswer, clock: options.clock }), position: 'perRetry' },
    ],
  }
  if ('connectionString' in options) return TableClient.fromConnectionString(options.connectionString, table, settings)
  return new TableClient(options.endpoint, table, options.credential, settings)
}

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy']

function bounded(line: StorageLine): Policy {
  return {
    name: 'bounded',
    sendRequest: (request, next) => overLine(request, () => next(request), line),
  }
}
