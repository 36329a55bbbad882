import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { odata, RestError, TableClient, type TransactionAction } from '@azure/data-tables'
import type { Op, Pk, Row, TableName, Tables } from '../../ports/tables.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { fromEntity, opOf, toEntity } from './entity.ts'
import { checkKey, checkTransaction, isGuarded, rowKeyOf } from './limits.ts'
import { commitSurely, readSurely, type Attempted, type Patience } from './surely.ts'

/** What gets tokens for the account: a managed identity, in a council's tenant. */
export type StorageCredential = {
  getToken(scopes: string | string[], options?: object): Promise<{ token: string; expiresOnTimestamp: number } | null>
}

export type AzureTablesOptions = {
  /** In front of every table's name, letters and digits: several installations may share an account. */
  readonly prefix: string
  /** Plain http, for storage on this machine. */
  readonly allowInsecure?: boolean
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

const names = [
  'councils',
  'members',
  'sessions',
  'due',
  'jobs',
  'subscriptions',
  'audit',
  'rulebooks',
  'conversations',
  'replies',
] as const satisfies readonly TableName[]

/** Milliseconds: the client has no limit of its own, and a peer that never answers would hang for ever. */
const readLimit = 10_000
const writeLimit = 20_000
const pageLimit = 1_000

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
      for (const name of names)
        await faultsAsUnavailable(() => clientOf(name).createTable({ abortSignal: AbortSignal.timeout(writeLimit) }))
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
  const settings = { allowInsecureConnection: options.allowInsecure ?? false, retryOptions: { maxRetries: 0 } }
  if ('connectionString' in options) return TableClient.fromConnectionString(options.connectionString, table, settings)
  return new TableClient(options.endpoint, table, options.credential, settings)
}

async function getRow(client: TableClient, pk: Pk, rk: string): Promise<Row | undefined> {
  try {
    return fromEntity(await client.getEntity(pk.key, rk, { abortSignal: AbortSignal.timeout(readLimit) }))
  } catch (fault) {
    if (codeOf(fault) === 'ResourceNotFound') return undefined
    throw fault
  }
}

type Range = { readonly pk: Pk; readonly from: string; readonly to: string; readonly max: number }

/** Pages until there are no more: a page may be short or empty and still not be the last. */
async function readRange(client: TableClient, { pk, from, to, max }: Range): Promise<readonly Row[]> {
  const rows = await readEntities(client, {
    pk,
    filter: odata`PartitionKey eq ${pk.key} and RowKey ge ${from} and RowKey lt ${to}`,
    from,
    to,
    max,
  })
  return rows.slice(0, max).map(fromEntity)
}

async function readEntities(
  client: TableClient,
  { pk, filter, from, to, max }: Range & { readonly filter: string },
): Promise<readonly object[]> {
  checkKey(pk.key)
  checkKey(from, { beEmpty: true })
  checkKey(to)
  const entities: object[] = []
  let token: string | undefined
  for (let page = 0; page < pageLimit && entities.length < max; page += 1) {
    const read = await faultsAsUnavailable(() => readSurely(() => readPage(client, filter, Math.min(max, 1_000), token), patience))
    entities.push(...read.entities)
    token = read.token
    if (token === undefined) return entities
  }
  return entities
}

async function readPage(client: TableClient, filter: string, size: number, token: string | undefined) {
  const pages = client
    .listEntities({ queryOptions: { filter }, abortSignal: AbortSignal.timeout(readLimit) })
    .byPage({ maxPageSize: size, ...(token === undefined ? {} : { continuationToken: token }) })
  const { value, done } = await pages.next()
  if (done || !value) return { entities: [], token: undefined }
  return { entities: value, token: value.continuationToken === '' ? undefined : value.continuationToken }
}

async function commitGuarded(client: TableClient, pk: Pk, ops: readonly Op[]): Promise<Attempted> {
  const op = randomUUID()
  const actions = ops.map((each) => actionOf(pk, each, op))
  return commitSurely({ submit: () => submit(client, actions), landed: () => hasMark(client, pk, ops, op) }, patience)
}

async function submit(client: TableClient, actions: TransactionAction[]): Promise<Attempted> {
  try {
    const [first] = actions
    if (first && actions.length === 1) await submitOne(client, first)
    else await client.submitTransaction(actions, { abortSignal: AbortSignal.timeout(writeLimit) })
    return 'saved'
  } catch (fault) {
    const code = codeOf(fault)
    if (code === 'EntityAlreadyExists') return 'exists'
    if (code === 'UpdateConditionNotSatisfied' || code === 'ResourceNotFound') return 'stale'
    throw fault
  }
}

/** One operation needs no transaction, which costs both ends several times as much to write and read. */
async function submitOne(client: TableClient, action: TransactionAction): Promise<void> {
  const limit = { abortSignal: AbortSignal.timeout(writeLimit) }
  switch (action[0]) {
    case 'create':
      await client.createEntity(action[1], limit)
      return
    case 'update':
      await client.updateEntity(action[1], action[2], { ...limit, ...action[3] })
      return
    case 'upsert':
      await client.upsertEntity(action[1], action[2], limit)
      return
    case 'delete':
      await client.deleteEntity(action[1].partitionKey, action[1].rowKey, limit)
  }
}

/** Any row of the transaction tells, since it was written whole or not at all; rows that live on may carry a later mark by now. */
async function hasMark(client: TableClient, pk: Pk, ops: readonly Op[], op: string): Promise<boolean> {
  const keys = ops
    .filter((each) => !('remove' in each))
    .map(rowKeyOf)
    .sort()
  const [from, to] = [keys.at(0), keys.at(-1)]
  if (from === undefined || to === undefined) return false
  const filter = odata`PartitionKey eq ${pk.key} and RowKey ge ${from} and RowKey le ${to}`
  const entities = await readEntities(client, { pk, filter, from, to, max: 10_000 })
  return entities.some((entity) => opOf(entity) === op)
}

/** Pointers and caches: repeatable, so they are simply sent again. A row that is gone already need not be dropped. */
async function commitLoose(client: TableClient, pk: Pk, ops: readonly Op[]): Promise<'saved'> {
  const actions = ops.map((each) => actionOf(pk, each, randomUUID()))
  const outcome = await readSurely(() => submit(client, actions), patience)
  if (outcome === 'saved' || actions.length === 1) return 'saved'
  for (const action of actions) await commitAlone(client, action)
  return 'saved'
}

async function commitAlone(client: TableClient, action: TransactionAction): Promise<void> {
  const outcome = await readSurely(() => submit(client, [action]), patience)
  if (outcome !== 'saved' && action[0] !== 'delete') throw new Unavailable('storage', `a pointer could not be put: ${outcome}`)
}

function actionOf(pk: Pk, op: Op, mark: string): TransactionAction {
  const entity = (rk: string, data: unknown) => toEntity({ pk: pk.key, rk, op: mark, data })
  if ('insert' in op) return ['create', entity(op.insert, op.data)]
  if ('replace' in op) return ['update', entity(op.replace, op.data), 'Replace', { etag: op.etag }]
  if ('put' in op) return ['upsert', entity(op.put, op.data), 'Replace']
  return ['delete', { partitionKey: pk.key, rowKey: 'remove' in op ? op.remove : op.drop }]
}

const patience: Patience = {
  tries: 3,
  pause: async (milliseconds) => pause(milliseconds),
  random: () => Math.random(),
  mayPass: (fault) => {
    if (fault instanceof RangeError || fault instanceof TypeError) return false
    const status = fault instanceof RestError ? fault.statusCode : undefined
    return status === undefined || status === 408 || status === 429 || status >= 500
  },
}

async function faultsAsUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unavailable || fault instanceof RangeError || fault instanceof TypeError) throw fault
    throw new Unavailable('storage', codeOf(fault) ?? 'no answer', { cause: fault })
  }
}

function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof RestError)) return undefined
  const details = fault.details as { odataError?: { code?: string } } | undefined
  return details?.odataError?.code ?? fault.code ?? (fault.statusCode === undefined ? undefined : String(fault.statusCode))
}
