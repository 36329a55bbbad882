import { createServer } from 'node:http'
import appManifest from '../appPackage/manifest.json' with { type: 'json' }
import { configFrom } from '../api/config.ts'
import { listen, type Listening } from '../api/listen.ts'
import { logTo } from '../api/log.ts'
import { rulebookFor, setUpCouncil, type SetUpRefusal } from '../api/use-cases/set-up-council.ts'
import type { Clock } from '../api/ports/clock.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import { systemClock } from '../api/adapters/system-clock.ts'
import { wire, type Wired } from '../api/wire.ts'
import { nextUp } from '../api/use-cases/next-up.ts'
import { changeMyTexts } from '../api/use-cases/my-texts.ts'
import { councilId, personId } from '../domain/kernel/ids.ts'
import { presets } from '../domain/rulebook/presets.ts'
import { startAzurite, type Azurite } from './azurite.ts'
import * as registrations from './entra/registrations.ts'
import { environmentFor, type Environment } from './environment.ts'
import { notifyAccount } from './notify/account.ts'
import { objectIdOf } from './object-id.ts'
import { ProductDidNotStart, type ProductDriver } from './product-driver.ts'
import type { ScenarioName } from './scenarios/scenarios.ts'
import { startSandbox, type Sandbox } from './server.ts'
import type { Addresses, SandboxClock } from './service.ts'
import type { Mistake } from './world-mistakes.ts'
import type { World } from './world.ts'

export type EmbeddedOptions = {
  /** 0: any that is free. */
  readonly sandboxPort: number
  readonly productPort: number
  readonly scenario: ScenarioName
  /** Where the council is kept from one run to the next, with Azurite's files; in memory without it. */
  readonly keepDir?: string
  /** Storage in place of an Azurite of its own: one that can be cut off. */
  readonly storage?: Azurite
  /** Where the product's log lines go; nowhere without it. */
  readonly log?: (line: string) => void
  /** What an administrator sets otherwise than is usual here. */
  readonly settings?: (usual: Environment) => Environment
}

export type Embedded = {
  addresses(): Addresses
  readonly council: Sandbox['council']
  /** Stops every instance of the product and starts one anew on the same storage, as a new version does. */
  restart(): Promise<void>
  /** Starts one more instance on the same storage, at work beside those there are. */
  startAnother(): Promise<void>
  close(): Promise<void>
}

const tabAddress = appManifest.staticTabs[0]?.contentUrl ?? ''

type Product = Omit<Wired, 'prepare'> & { prepare(): Promise<void>; stop(): Promise<void> }

/**
 * The whole of Quorate on this machine: the sandbox, Azurite, and the product, which reaches both as it would reach the real ones.
 *
 * This is the one file that knows the two sides. The product is told addresses, credentials and the sandbox's clock, and nothing else.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const azurite = options.storage ?? (await startAzurite(options.keepDir === undefined ? {} : { keepDir: options.keepDir }))
  /** The first answers requests; all of them work. */
  let instances: readonly Product[] = []
  let newInstance: (() => Promise<Product>) | undefined
  let worlds = 0
  let worldId = ''
  let prefix = ''

  // One server for every product that comes and goes with the worlds, so that its address stays.
  const server = createServer((request, response) => {
    const [product] = instances
    if (product) product.app(request, response)
    else response.writeHead(503, { 'retry-after': '1' }).end()
  })
  const listening = await listen(server, options.productPort, '127.0.0.1').catch(async (inUse: unknown) => {
    await azurite.close() // or the process would live on for it
    throw inUse
  })
  const address = `http://localhost:${listening.port}`

  const driver: ProductDriver = {
    address: () => address,
    // Where the app package says, as Teams would; only the host is this machine's.
    tab: () => tabAddress.replace('https://${{APP_DOMAIN}}', address),
    settle: async () => void (await Promise.all(instances.map(({ worker }) => unlessStorageIsAway(() => worker.settle())))),
    nextAt: async () => unlessStorageIsAway(async () => instances[0]?.worker.nextAt()),
    async nextUp() {
      const council = await instances[0]?.councils.open(councilId(worldId))
      return council && nextUp(council)
    },
    check: async (world) => checkRules(world),
    leave: () => stopAll(),
    storage: () => prefix,
    async resume(world, around, storage) {
      const { product } = await instanceOn(storage, world, around)
      instances = [product]
    },
    async restart(world, around) {
      worlds += 1
      const { product, built } = await instanceOn(`w${worlds}${Date.now().toString(36)}`, world, around)
      await setUp(world, built, product)
      instances = [product]
      // Only now, when it can be reached: Graph asks back before it agrees to notify.
      await product.begin(councilId(world.council.id))
      await product.worker.settle()
      await choose(world, product)
    },
    begin: async () => instances.forEach(({ worker }) => worker.start()),
  }

  async function instanceOn(storage: string, world: World, around: Pick<Around, 'clock' | 'addresses'>) {
    prefix = storage
    worldId = world.council.id
    const built = { ...around, azurite, listening, prefix, write: options.log, settings: options.settings ?? ((usual) => usual) }
    newInstance = () => wireProduct(world, built)
    const product = await newInstance()
    await product.prepare()
    return { product, built }
  }

  async function stopAll(): Promise<void> {
    const stopping = instances
    instances = []
    await Promise.all(stopping.map((product) => product.stop()))
  }

  async function startAnother(): Promise<void> {
    const product = await newInstance?.()
    if (!product) throw new Error('There is no council yet for an instance to work for')
    instances = [...instances, product]
    // As a version does that finds storage away: it answers requests, and works as soon as it can.
    void product.prepare().then(() => product.worker.start())
  }

  try {
    const { sandboxPort: port, scenario, keepDir } = options
    const sandbox = await startSandbox({ port, scenario, product: driver, deskDir: 'dist/desk', ...(keepDir !== undefined && { keepDir }) })
    return {
      addresses: () => sandbox.addresses(),
      council: sandbox.council,
      restart: () => stopAll().then(startAnother),
      startAnother,
      close: () => closeAll(sandbox, stopAll, listening, azurite),
    }
  } catch (thrown) {
    await closeAll(undefined, stopAll, listening, azurite)
    throw thrown
  }
}

async function closeAll(
  sandbox: Sandbox | undefined,
  stopProduct: () => Promise<void>,
  listening: Listening,
  azurite: Azurite,
): Promise<void> {
  try {
    await sandbox?.keep()
  } finally {
    await stopProduct()
    await sandbox?.close()
    await listening.close()
    await azurite.close()
  }
}

type Around = {
  readonly clock: Pick<SandboxClock, 'now'>
  readonly addresses: () => Addresses
  readonly azurite: Azurite
  readonly listening: Listening
  /** In front of every table's name: each world begins with tables of its own. */
  readonly prefix: string
  readonly write: ((line: string) => void) | undefined
  readonly settings: (usual: Environment) => Environment
}

function clockOf({ clock }: Around): Clock {
  return { ...systemClock, now: () => clock.now() }
}

async function wireProduct(world: World, around: Around): Promise<Product> {
  const log = logTo(around.write ?? (() => undefined))
  const clock = clockOf(around)
  const usual = environmentFor(world, { ...around, storageConnection: around.azurite.connectionString, port: around.listening.port })
  const read = configFrom(around.settings(usual))
  if (!read.ok) throw new Error(read.refusal.map(({ variable, because }) => `${variable} ${because}`).join('\n'))
  const wired = await wire(read.value, { clock, log })
  const leaving = new AbortController()
  log.info('service.started', { port: around.listening.port, worker: true })
  return {
    ...wired,
    prepare: () => wired.prepare(leaving.signal),
    async stop() {
      wired.leave()
      leaving.abort()
      await wired.worker.stop()
      wired.tellOutcomes()
    },
  }
}

/** What an administrator does when a council is set up, and what its Members have chosen since. */
async function setUp(world: World, around: Around, { councils }: Product): Promise<void> {
  const { council, people, rulebook, mailboxes = [] } = world
  const firstOfficer = people.find((person) => person.roles?.includes('officer'))
  const done = await setUpCouncil(
    { councils, clock: clockOf(around) },
    {
      profile: {
        id: councilId(council.id),
        name: council.name,
        tenantId: council.tenantId ?? objectIdOf('tenant', council.id),
        domain: council.domain,
        help: council.help ?? { name: firstOfficer?.name ?? 'Democratic Services', role: 'Member support', telephone: '020 7946 0142' },
        registerUrl: `${around.addresses().modernGov}/mgWebService.asmx/GetCouncillorsByWard`,
        notify: { textTemplateId: notifyAccount.textTemplateId },
        sendingMailbox: mailboxes[0]?.email ?? firstOfficer?.email ?? '',
        teamsAppId: registrations.api.clientId,
        ...(council.outsideMailbox ? { outsideMailbox: council.outsideMailbox } : {}),
      },
      preset: rulebook.preset,
      settings: rulebook.settings,
      by: 'the sandbox',
    },
  )
  if (!done.ok) throw new Error(`The council could not be set up: ${JSON.stringify(done.refusal)}`)
}

/** While its storage is away the product can do nothing, and time passes all the same. */
async function unlessStorageIsAway<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unavailable && fault.dependency === 'storage') return undefined
    throw fault
  }
}

/** What the product would refuse of a world, said before anything of the one there is has been stopped. */
function checkRules({ rulebook, preferences = [], ...world }: World): void {
  const read = rulebookFor(rulebook)
  if (!read.ok) throw refusedWorld(rulesMistaken(rulebook.preset, read.refusal))
  const { members, texts, reminders } = read.value
  for (const [index, { person, ...chosen }] of preferences.entries()) {
    const email = world.people.find(({ id }) => id === person)?.email ?? ''
    const isMember = members.alsoMembers.includes(email) || world.register.members.some((entry) => entry.person === person)
    if (!isMember) throw refusedWorld([{ path: `preferences[${index}].person`, message: `"${person}" is no Member` }])
    const optsOut = chosen.texts === false && !texts.optOutAllowed
    const combines = chosen.combine === true && !reminders.combineAllowed
    if (optsOut || combines) throw refusedWorld([{ path: `preferences[${index}]`, message: 'The rulebook leaves Members no such choice' }])
  }
}

function refusedWorld(mistakes: readonly Mistake[]): ProductDidNotStart {
  return new ProductDidNotStart('The product would not start with this world', { mistakes })
}

function rulesMistaken(preset: string, refusal: SetUpRefusal): readonly Mistake[] {
  if (refusal.kind === 'rulebook-refused') {
    return refusal.errors.map(({ path, message }) => ({ path: `rulebook.settings.${path}`, message }))
  }
  return [{ path: 'rulebook.preset', message: `There is no preset "${preset}". There is: ${Object.keys(presets).join(', ')}` }]
}

/** What Members have chosen about texts, by the very use-case that their own page goes through. */
async function choose({ council, preferences = [] }: World, { councils }: Product): Promise<void> {
  const open = preferences.length > 0 ? await councils.open(councilId(council.id)) : undefined
  for (const { person, texts, combine } of preferences) {
    const seen = await open?.members.byPerson(personId(objectIdOf('person', person)))
    if (!open || !seen) throw new Error(`preferences: ${person} is not in the register`)
    const order = { ...(texts === undefined ? {} : { reminders: texts }), ...(combine === undefined ? {} : { combine }) }
    const changed = await changeMyTexts(open, seen, { ...order, etag: seen.etag })
    if (!changed.ok) throw new Error(`preferences: what ${person} chose was refused (${changed.refusal.kind})`)
  }
}
