import { odata, type TableClient } from '@azure/data-tables'
import type { Pk, Row } from '../../ports/tables.ts'
import { fromEntity } from './entity.ts'
import { codeOf, faultsAsUnavailable, patience } from './faults.ts'
import { checkKey } from './limits.ts'
import { readSurely } from './surely.ts'

/** Milliseconds: the client has no limit of its own, and a peer that never answers would hang for ever. */
const readLimit = 10_000
const pageLimit = 1_000

export async function getRow(client: TableClient, pk: Pk, rk: string): Promise<Row | undefined> {
  try {
    return fromEntity(await client.getEntity(pk.key, rk, { abortSignal: AbortSignal.timeout(readLimit) }))
  } catch (fault) {
    if (codeOf(fault) === 'ResourceNotFound') return undefined
    throw fault
  }
}

type Range = { readonly pk: Pk; readonly from: string; readonly to: string; readonly max: number }

/** Pages until there are no more: a page may be short or empty and still not be the last. */
export async function readRange(client: TableClient, { pk, from, to, max }: Range): Promise<readonly Row[]> {
  const rows = await readEntities(client, {
    pk,
    filter: odata`PartitionKey eq ${pk.key} and RowKey ge ${from} and RowKey lt ${to}`,
    from,
    to,
    max,
  })
  return rows.slice(0, max).map(fromEntity)
}

export async function readEntities(
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
