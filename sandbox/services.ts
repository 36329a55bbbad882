import { createConnector, type Connector } from './connector/connector.ts'
import { createContext, type OwnedContext } from './context.ts'
import { createEntra, type Entra } from './entra/entra.ts'
import { createSigningKeys, type SigningKeys } from './entra/signing-keys.ts'
import { createGraph, type Graph } from './graph/graph.ts'
import { createModernGov, type ModernGov } from './modern-gov/modern-gov.ts'
import { createNotify, type Notify } from './notify/notify.ts'
import type { Service } from './service.ts'
import type { World } from './world.ts'

/** Keys outlive a reset: making them takes long, and they hold nothing of a council. */
export type Keys = { readonly entra: SigningKeys; readonly connector: SigningKeys }

export async function createKeys(): Promise<Keys> {
  const [entra, connector] = await Promise.all([createSigningKeys(), createSigningKeys()])
  return { entra, connector }
}

/** One world and every service in it. */
export type Services = {
  readonly context: OwnedContext
  readonly entra: Entra
  readonly graph: Graph
  readonly notify: Notify
  readonly connector: Connector
  readonly modernGov: ModernGov
  /** By the prefix under which each is reached. */
  readonly mounted: Readonly<Record<string, Service>>
}

export function createServices(world: World, keys: Keys, around: Parameters<typeof createContext>[1]): Services {
  const context = createContext(world, around)
  const entra = createEntra(context, keys.entra)
  const graph = createGraph(context, { verify: entra.verify })
  const notify = createNotify(context)
  const connector = createConnector(context, { keys: keys.connector, verify: entra.verify })
  const modernGov = createModernGov(context)
  const mounted = { entra, graph, connector, notify, 'modern-gov': modernGov }
  return { context, entra, graph, notify, connector, modernGov, mounted }
}
