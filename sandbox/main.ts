import { parseArgs } from 'node:util'
import { startEmbedded } from './embedded.ts'

const ports = { sandbox: Number(process.env['SANDBOX_PORT'] ?? 4000), product: Number(process.env['PORT'] ?? 3978) }

/** `npm start`: the demo council on this machine, until Ctrl-C. */
export async function startFromCommandLine(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { keep: { type: 'string' }, empty: { type: 'boolean' }, log: { type: 'boolean' } },
  })
  console.log('Setting up the council of Thamesbrook. This takes half a minute or so.')
  const embedded = await startEmbedded({
    sandboxPort: ports.sandbox,
    productPort: ports.product,
    scenario: values.empty ? 'empty' : 'demo',
    ...(values.keep === undefined ? {} : { keepDir: values.keep }),
    ...(values.log ? { log: (line: string) => console.log(line) } : {}),
  })
  console.log(`\nReady. The desk: ${embedded.addresses().desk}\nCtrl-C stops it.`)

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      console.log('\nStopping.')
      void embedded.close().then(() => process.exit(0))
    })
  }
}
