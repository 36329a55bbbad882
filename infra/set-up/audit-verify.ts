import { parseArgs } from 'node:util'
import { TableServiceClient } from '@azure/data-tables'
import { auditWords } from '../../api/account/words.ts'
import { verifyChain, type MonthRange } from '../../api/account/verify.ts'
import { createAppendBlobs } from '../../api/adapters/anchors/append-blobs.ts'
import { openAccount } from '../../api/adapters/storage-account.ts'
import { createAzureTables } from '../../api/adapters/tables/azure-tables.ts'
import { storageConfigFrom, type StorageConfig } from '../../api/config.ts'
import { createChainReader } from '../../api/stores/audit-chain.ts'
import { councilsPk } from '../../api/stores/keys.ts'
import { councilId } from '../../domain/kernel/ids.ts'

/*
 * `npm run audit:verify -- COUNCIL [--from 2026-05] [--to 2027-04]`: walks a council's audit chain in the storage that the environment
 * names, or with `--keep DIR` in what `npm start -- --keep DIR` left there, and ends with 1 at the first row that is not as it was written,
 * and where there was no row to look at.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, to: { type: 'string' }, keep: { type: 'string' } },
})
const [named] = positionals
const month = /^\d{4}-(0[1-9]|1[0-2])$/
const isUsable =
  named !== undefined && /^[a-z][a-z0-9-]{2,23}$/.test(named) && [values.from, values.to].every((each) => month.test(each ?? '2026-01'))
if (!isUsable) stop(auditWords.usage, 2)

// What is installed for a council has no sandbox in it.
const azurite =
  values.keep === undefined ? undefined : await (await import('../../sandbox/azurite.ts')).startAzurite({ keepDir: values.keep })
try {
  process.exitCode = await verify(councilId(named), await storages(azurite?.connectionString))
} finally {
  await azurite?.close()
}

async function verify(council: ReturnType<typeof councilId>, storages: readonly StorageConfig[]): Promise<number> {
  let found = 0
  let unproven = 0
  for (const { account, tablePrefix, anchors } of storages) {
    const tables = createAzureTables({ ...openAccount(account)('table'), prefix: tablePrefix })
    if (!(await tables.get(councilsPk, council))) continue
    found += 1
    const chain = createChainReader({ council, tables })
    const anchored = await createAppendBlobs({ ...openAccount(anchors.account)('blob'), container: anchors.container })
      .all(council)
      .catch((fault: unknown) => (fault instanceof TypeError ? undefined : Promise.reject(fault)))
    if (!anchored) console.error(auditWords.anchorsUnreadable(council))
    const verdict = await verifyChain({ chain, council, anchors: anchored ?? [], range: rangeOf(values) })
    if (verdict.kind === 'sound') console.log(auditWords.sound(council, verdict))
    else console.error(verdict.kind === 'broken' ? auditWords.broken(council, verdict.fault) : auditWords.nothingToVerify(council, verdict))
    if (verdict.kind !== 'sound' || !anchored) unproven += 1
  }
  if (found === 0) console.error(auditWords.noCouncil(council))
  return found === 0 || unproven > 0 ? 1 : 0
}

/** Each start of the sandbox lays a council beside those it finds: all of them are looked at. */
async function storages(kept: string | undefined): Promise<readonly StorageConfig[]> {
  if (kept === undefined) return [storageFrom(process.env)]
  const service = TableServiceClient.fromConnectionString(kept, { allowInsecureConnection: true })
  const prefixes: string[] = []
  for await (const { name = '' } of service.listTables()) if (name.endsWith('Audit')) prefixes.push(name.slice(0, -'Audit'.length))
  return prefixes.map((prefix) => storageFrom({ QUORATE_STORAGE_CONNECTION: kept, QUORATE_TABLE_PREFIX: prefix }))
}

function storageFrom(env: Readonly<Record<string, string | undefined>>): StorageConfig {
  const read = storageConfigFrom(env)
  if (!read.ok) stop(read.refusal.map(({ variable, because }) => `${variable} ${because}`).join('\n'), 2)
  return read.value
}

function rangeOf({ from, to }: { readonly from?: string; readonly to?: string }): MonthRange {
  const plain = (text: string): string => text.replace('-', '')
  return { ...(from === undefined ? {} : { from: plain(from) }), ...(to === undefined ? {} : { to: plain(to) }) }
}

function stop(words: string, code: number): never {
  console.error(words)
  process.exit(code)
}
