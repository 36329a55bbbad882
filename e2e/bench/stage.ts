import { TableServiceClient } from '@azure/data-tables'
import { startAzurite } from '../../sandbox/azurite.ts'
import * as registrations from '../../sandbox/entra/registrations.ts'
import { environmentFor } from '../../sandbox/environment.ts'
import type { World } from '../../sandbox/world.ts'
import { startProcess, type Running } from './processes.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

export type Stage = Rig & {
  /** The product as a process of its own on the same storage, told to work or only to answer. */
  startProduct(worker: 'on' | 'off'): Promise<Running>
  /** The least that a route with the same check of tokens costs, in a process of its own. */
  startBare(libraries?: 'with-libraries'): Promise<Running>
}

/** A council for measuring: its time is now, because a process of its own goes by the machine's clock. */
export function benchWorld(members: number): World {
  return aWorld({
    members,
    change(world) {
      world.now = new Date().toISOString()
      for (const [index, person] of world.people.filter(({ id }) => id.startsWith('m')).entries()) {
        person.mobile = `07700 91${String(index + 1).padStart(4, '0')}`
        person.name = `Member ${index + 1}`
      }
    },
  })
}

/** Two o'clock so many days from today: `{ start, end }` as Outlook writes them. */
export function onDay(daysAhead: number): { readonly start: object; readonly end: object } {
  const day = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10)
  const at = (time: string) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/London' })
  return { start: at('14:00'), end: at('16:00') }
}

export async function startStage(world: World): Promise<Stage> {
  const storage = await startAzurite()
  const rig = await startRig(world, { storage })
  const prefix = await prefixIn(storage.connectionString)
  const addresses = await rig.addresses()
  const jwksUri = `${addresses.entra}/{tid}/discovery/v2.0/keys`
  return {
    ...rig,
    startProduct: (worker) =>
      startProcess({
        script: 'product-process.ts',
        env: {
          ...environmentFor(world, { addresses: () => addresses, storageConnection: storage.connectionString, port: 0, prefix }),
          QUORATE_PUBLIC_URL: addresses.product,
          QUORATE_WORKER: worker,
        },
      }),
    startBare: (libraries) =>
      startProcess({ script: 'bare-process.ts', args: [registrations.api.clientId, jwksUri, ...(libraries ? [libraries] : [])] }),
  }
}

/** Each world has tables of its own; the sandbox tells nobody how they are called. */
async function prefixIn(connectionString: string): Promise<string> {
  const service = TableServiceClient.fromConnectionString(connectionString, { allowInsecureConnection: true })
  const names: string[] = []
  for await (const { name } of service.listTables()) if (name?.endsWith('Councils')) names.push(name)
  const newest = names.toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1)).at(-1)
  if (!newest) throw new Error('there are no tables yet')
  return newest.slice(0, -'Councils'.length)
}
