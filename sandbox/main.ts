import { parseArgs } from 'node:util'
import { startEmbedded, type Embedded } from './embedded.ts'
import { CannotBeTakenUp } from './keeping.ts'
import { portInUse, portsFrom } from './ports.ts'

const usage = `npm start -- [options]

  --empty      begin with a council in which nothing has been arranged, instead of Thamesbrook
  --keep DIR   keep the council in a folder: stopped with Ctrl-C, the next start goes on where it stood, at the same
               ports. A sandbox that was not stopped so begins a new council
  --log        print the product's log
  --help       this

SANDBOX_PORT (4000) is where the desk is, PORT (3978) where the product is.`

const options = {
  keep: { type: 'string' },
  empty: { type: 'boolean' },
  log: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** `npm start`: a council on this machine, until Ctrl-C. `before` is done once the options are known to be in order. */
export async function startFromCommandLine(args: readonly string[], before: () => Promise<void>): Promise<void> {
  const values = readOptions(args)
  if (!values || values.help) {
    console.log(usage)
    process.exitCode = values ? 0 : 2
    return
  }
  const ports = portsFrom(process.env)
  if (typeof ports === 'string') {
    console.error(ports)
    process.exitCode = 2
    return
  }
  await before()
  console.log('Setting up the council. This takes half a minute or so.')
  const embedded = await startEmbedded({
    sandboxPort: ports.sandbox,
    productPort: ports.product,
    scenario: values.empty ? 'empty' : 'demo',
    ...(values.keep === undefined ? {} : { keepDir: values.keep }),
    ...(values.log ? { log: (line: string) => console.log(line) } : {}),
  }).catch(explained)
  if (!embedded) return
  console.log(`${beginnings[embedded.council]}\nReady. The desk: ${embedded.addresses().desk}\nCtrl-C stops it.`)
  stopOnSignal(embedded)
}

const beginnings: Readonly<Record<Embedded['council'], string>> = {
  new: '',
  'taken-up': '\nThe council goes on where it stood when it was stopped.',
  'not-stopped-cleanly': '\nThe sandbox was not stopped with Ctrl-C the last time, so nothing whole was kept: this is a new council.',
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    console.error(`${cause.message}\n`)
    return undefined
  }
}

/** What a person can put right is said without a trace of where it was found. */
function explained(cause: unknown): undefined {
  const words = portInUse(cause) ?? (cause instanceof CannotBeTakenUp ? cause.message : undefined)
  if (words === undefined) throw cause
  console.error(words)
  process.exitCode = 1
}

/** The terminal sends it to everyone and npm passes it on: one Ctrl-C arrives twice. */
const oneCtrlCMilliseconds = 1000

function stopOnSignal(embedded: Embedded): void {
  let askedAt: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const now = performance.now()
      // Asked a second time: whatever holds it up is not worth waiting for.
      if (askedAt !== undefined && now - askedAt > oneCtrlCMilliseconds) process.exit(1)
      if (askedAt !== undefined) return
      askedAt = now
      console.log('\nStopping.')
      void stop(embedded)
    })
  }
}

async function stop(embedded: Embedded): Promise<void> {
  try {
    await embedded.close()
    process.exit(0)
  } catch (cause) {
    console.error(`It did not stop cleanly, so the council was not kept: ${cause instanceof Error ? cause.message : String(cause)}`)
    process.exit(1)
  }
}
