import { randomUUID } from 'node:crypto'
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables'
import { callLimit } from '../../deadline.ts'
import type { Op, Pk } from '../../ports/tables.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { opOf, toEntity } from './entity.ts'
import { codeOf, patience } from './faults.ts'
import { rowKeyOf } from './limits.ts'
import { readEntities } from './reading.ts'
import { commitSurely, readSurely, type Attempted } from './surely.ts'

/** Milliseconds. */
export const writeLimit = 20_000

/** A transaction that is known again by its mark, should its reply be lost. */
export async function commitGuarded(client: TableClient, pk: Pk, ops: readonly Op[]): Promise<Attempted> {
  const op = randomUUID()
  const actions = ops.map((each) => actionOf(pk, each, op))
  return commitSurely({ submit: () => submit(client, actions), landed: () => hasMark(client, pk, ops, op) }, patience)
}

async function submit(client: TableClient, actions: TransactionAction[]): Promise<Attempted> {
  try {
    const [first] = actions
    if (first && actions.length === 1) await submitOne(client, first)
    else await client.submitTransaction(actions, { abortSignal: callLimit(writeLimit) })
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
  const limit = { abortSignal: callLimit(writeLimit) }
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
export async function commitLoose(client: TableClient, pk: Pk, ops: readonly Op[]): Promise<'saved'> {
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
