import { createServer } from 'node:http'
import { agreedClock } from './adapters/agreed-clock.ts'
import { systemClock } from './adapters/system-clock.ts'
import { configFrom } from './config.ts'
import { consoleLog } from './log.ts'
import { listen } from './listen.ts'
import { wire } from './wire.ts'

/** Milliseconds. Whoever sends requests here looks every few seconds whether it should; and after 25 s the platform ends us itself. */
const noticeFor = 3_000

const read = configFrom(process.env)
if (!read.ok) {
  for (const { variable, because } of read.refusal) console.error(`${variable} ${because}`)
  process.exit(1)
}
const config = read.value
const log = consoleLog()
const wired = await wire(config, { clock: agreedClock(systemClock, log), log })
const server = await listen(createServer(wired.app), config.port)

const leaving = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info('service.stopping', { signal })
    leaving.abort()
    void stop().then(() => process.exit(0))
  })
}
// Whoever reads this may tell it to end at once.
log.info('service.started', { port: server.port, worker: config.worker })

// Storage may be away just now: until it is back everything is answered, and nothing can be done.
const begun = performance.now()
await wired.prepare(leaving.signal)
if (!leaving.signal.aborted) {
  log.info('service.ready', { durationMs: Math.round(performance.now() - begun) })
  if (config.worker) wired.worker.start()
}

/**
 * Says that it is not ready, takes nothing new, and lets what runs finish: 20 s at most. A claim left behind costs two minutes, never a
 * second message.
 */
async function stop(): Promise<void> {
  wired.leave()
  const noticed = systemClock.sleep(noticeFor).then(() => server.close())
  await Promise.all([wired.worker.stop(), noticed])
  wired.tellOutcomes()
}
