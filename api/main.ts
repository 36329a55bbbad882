import { createServer } from 'node:http'
import { systemClock } from './adapters/system-clock.ts'
import { configFrom } from './config.ts'
import { consoleLog } from './log.ts'
import { listen } from './listen.ts'
import { wire } from './wire.ts'

const read = configFrom(process.env)
if (!read.ok) {
  for (const { variable, because } of read.refusal) console.error(`${variable} ${because}`)
  process.exit(1)
}
const config = read.value
const log = consoleLog()
const { app, worker } = await wire(config, { clock: systemClock, log })
const server = await listen(createServer(app), config.port)
if (config.worker) await worker.start()
log.info('service.started', { port: config.port, worker: config.worker })

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info('service.stopping', { signal })
    // Nothing new is taken; what runs may finish. A claim left behind costs two minutes, never a second message.
    void Promise.all([worker.stop(), server.close()]).then(() => process.exit(0))
  })
}
