import { odata, type TableClient } from '@azure/data-tables'
import { callLimit } from '../../deadline.ts'
import type { Pk, Row } from '../../ports/tables.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { fromEntity } from './entity.ts'
import { TooLong } from '../storage-line.ts'
import { codeOf, faultsAsUnavailable, patience } from './faults.ts'
import { checkKey } from './limits.ts'
import { readSurely } from './surely.ts'

/** Milliseconds: the client has no limit of its own, and a peer that never answers would hang for ever. */
const readLimit = 10_000
const pageLimit = 1_000
const rowsInAPage = 1_000

export async function getRow(client: TableClient, pk: Pk, rk: string): Promise<Row | undefined> {
  try {
    return fromEntity(await client.getEntity(pk.key, rk, { abortSignal: callLimit(readLimit) }))
  } catch (fault) {
    if (codeOf(fault) === 'ResourceNotFound') return undefined
    throw fault
  }
}

type Range = { readonly pk: Pk; readonly from: string; readonly to: string; readonly max: number }

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
  const size = Math.min(max, rowsInAPage)
  const page = (token: string | undefined) => fitting(size, (rows) => readPage(client, filter, rows, token))
  return drained(max, (token) => faultsAsUnavailable(() => readSurely(() => page(token), patience)))
}

/** A page of large rows may be more than is ever read at once: it is asked for with fewer, down to one. */
async function fitting<Value>(most: number, read: (rows: number) => Promise<Value>): Promise<Value> {
  for (let rows = most; ; rows = Math.ceil(rows / 10)) {
    try {
      return await read(rows)
    } catch (fault) {
      if (!(fault instanceof TooLong) || rows === 1) throw fault
    }
  }
}

export type Page<Item> = { readonly items: readonly Item[]; readonly token: string | undefined }

/** Goes on until there are no more or there are enough: a page may be short or empty and still not be the last. */
export async function drained<Item>(max: number, read: (token: string | undefined) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = []
  let token: string | undefined
  for (let pages = 0; pages < pageLimit; pages += 1) {
    const page = await read(token)
    items.push(...page.items)
    token = page.token
    if (token === undefined || items.length >= max) return items
  }
  throw new Unavailable('storage', 'a range that does not end')
}

async function readPage(client: TableClient, filter: string, size: number, token: string | undefined): Promise<Page<object>> {
  const pages = client
    .listEntities({ queryOptions: { filter }, abortSignal: callLimit(readLimit) })
    .byPage({ maxPageSize: size, ...(token === undefined ? {} : { continuationToken: token }) })
  const { value, done } = await pages.next()
  if (done || !value) return { items: [], token: undefined }
  return { items: value, token: value.continuationToken === '' ? undefined : value.continuationToken }
}
