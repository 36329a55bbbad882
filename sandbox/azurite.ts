import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Azurite's own well-known account: no secret, and worth nothing anywhere else. */
const account = {
  name: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
}
const startLimit = 20_000
const stopLimit = 10_000

export type Azurite = { readonly connectionString: string; close(): Promise<void> }

/**
 * Starts Azurite's tables, queues and blobs on free ports, in a child process that ends with this one.
 *
 * In memory, unless `keepDir` says where to keep them between runs. Azurite saves every 5 s and on a clean stop: what is kept is
 * a convenience, never a council's record.
 */
export async function startAzurite({ keepDir }: { readonly keepDir?: string } = {}): Promise<Azurite> {
  const script = fileURLToPath(new URL('azurite-process.mjs', import.meta.url))
  const child = fork(script, keepDir === undefined ? [] : [keepDir], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const addresses = await addressesOf(child)
  return { connectionString: connectionStringOf(addresses), close: async () => stop(child) }
}

type Addresses = { readonly tables: string; readonly queues: string; readonly blobs: string }

async function addressesOf(child: ChildProcess): Promise<Addresses> {
  const limit = AbortSignal.timeout(startLimit)
  const exited = once(child, 'exit', { signal: limit }).then(([code]) => {
    throw new Error(`Azurite ended before it was ready (${code})`)
  })
  const [message] = await Promise.race([once(child, 'message', { signal: limit }), exited])
  exited.catch(() => undefined) // it is watched only until it is ready
  if (!isAddresses(message)) throw new Error('Azurite did not say where it listens')
  return message
}

function isAddresses(message: unknown): message is Addresses {
  return typeof message === 'object' && message !== null && 'tables' in message && 'queues' in message && 'blobs' in message
}

function connectionStringOf({ tables, queues, blobs }: Addresses): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account.name}`,
    `AccountKey=${account.key}`,
    `TableEndpoint=${tables}/${account.name}`,
    `QueueEndpoint=${queues}/${account.name}`,
    `BlobEndpoint=${blobs}/${account.name}`,
  ].join(';')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const stuck = setTimeout(() => child.kill('SIGKILL'), stopLimit)
  await gone
  clearTimeout(stuck)
}
