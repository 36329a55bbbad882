import { TableClient } from '@azure/data-tables'
import { expect, test } from 'vitest'
import { recordedService } from '../testing/recorded-service.ts'
import { checkRequest, noScans } from './no-scans.ts'
import { storageAt } from './testing.ts'

const rows = (query: string) => new URL(`http://127.0.0.1/account/members()?${query}`)
const filter = (text: string) => rows(`$filter=${encodeURIComponent(text)}`)
const keys = (count: number) => Array.from({ length: count }, (_, index) => `RowKey ne '${index}'`).join(' and ')

test.each([
  ['a partition', filter("PartitionKey eq 'thamesbrook~mem'")],
  ['a range of one', filter("PartitionKey eq 'thamesbrook~mem' and RowKey ge 'a' and RowKey lt 'b'")],
  ['fifteen comparisons', filter(`PartitionKey eq 'p' and ${keys(14)}`)],
  ['a page of 1,000', rows(`$top=1000&$filter=${encodeURIComponent("PartitionKey eq 'p'")}`)],
  ['one row by its keys', new URL("http://127.0.0.1/account/members(PartitionKey='p',RowKey='r')")],
])('%s may be asked for', (_, url) => {
  expect(() => checkRequest('GET', url)).not.toThrow()
})

test.each([
  ['a whole table', 'GET', rows('')],
  ['rows by their key alone', 'GET', filter("RowKey eq 'm'")],
  ['one partition or another', 'GET', filter("PartitionKey eq 'a' or PartitionKey eq 'b'")],
  ['all partitions but one', 'GET', filter("PartitionKey ne 'a'")],
  ['partitions from one on', 'GET', filter("PartitionKey ge 'a'")],
  ['sixteen comparisons', 'GET', filter(`PartitionKey eq 'p' and ${keys(15)}`)],
  ['a page of 1,001', 'GET', rows(`$top=1001&$filter=${encodeURIComponent("PartitionKey eq 'p'")}`)],
  ['a list of tables', 'GET', new URL('http://127.0.0.1/account/Tables')],
  ['an end to a table, which blocks its name for 40 seconds', 'DELETE', new URL("http://127.0.0.1/account/Tables('members')")],
])('%s may not', (_, method, url) => {
  expect(() => checkRequest(method, url)).toThrow(RangeError)
})

test('it stands in front of the line: what it refuses is never asked', async () => {
  const service = await recordedService(() => ({ status: 200, json: { value: [] } }))
  const client = TableClient.fromConnectionString(storageAt(service.url), 'members', {
    allowInsecureConnection: true,
    additionalPolicies: [{ policy: noScans, position: 'perCall' }],
  })
  const read = async (filtered: string) => client.listEntities({ queryOptions: { filter: filtered } }).next()
  await expect(read("RowKey eq 'm'")).rejects.toThrow('a query names one partition')
  expect(service.asked).toEqual([])
  await read("PartitionKey eq 'p'")
  expect(service.asked).toHaveLength(1)
  await service.close()
})
