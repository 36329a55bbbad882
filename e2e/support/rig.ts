import type { Azurite } from '../../sandbox/azurite.ts'
import { startEmbedded, type EmbeddedOptions } from '../../sandbox/embedded.ts'
import type { World } from '../../sandbox/world.ts'
import { controlOf, type Control } from './control.ts'

export type Rig = Control & {
  close(): Promise<void>
  /** The product stops and starts anew on the same storage. */
  restart(): Promise<void>
  /** One more instance of the product works beside it, on the same storage. */
  startAnother(): Promise<void>
}

export type RigOptions = {
  readonly log?: (line: string) => void
  /** In place of an Azurite of its own; closed with the rig. */
  readonly storage?: Azurite
  /** What the product is set to otherwise than is usual. */
  readonly settings?: EmbeddedOptions['settings']
}

/** The whole product on a sandbox of its own, on free ports, with the council of the world. */
export async function startRig(world: World, { log, storage, settings }: RigOptions = {}): Promise<Rig> {
  const embedded = await startEmbedded({
    sandboxPort: 0,
    productPort: 0,
    scenario: 'empty',
    ...(storage ? { storage } : {}),
    ...(settings ? { settings } : {}),
    log(line) {
      log?.(line)
      if (process.env['RIG_LOG']) process.stderr.write(`${line}\n`)
    },
  })
  const control = controlOf(embedded.addresses().desk)
  await control.world(world)
  return {
    ...control,
    close: () => embedded.close(),
    restart: () => embedded.restart(),
    startAnother: () => embedded.startAnother(),
  }
}
