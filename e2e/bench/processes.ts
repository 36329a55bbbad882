import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Spent } from './spent.ts'

export type Running = {
  readonly address: string
  /** Milliseconds from its start until it could be asked. */
  readonly readyAfter: number
  /** Bytes it holds once what it no longer needs is gone, and microseconds of processor time since its start. */
  spent(): Promise<Spent>
  close(): Promise<void>
}

type Start = {
  readonly script: 'product-process.ts' | 'bare-process.ts'
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
}

const startLimit = 60_000

/** A process of its own, as the platform starts one. It says in its log where it listens, and when it is ready. */
export async function startProcess({ script, args = [], env = {} }: Start): Promise<Running> {
  const from = performance.now()
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
    execPath: process.execPath,
    execArgv: ['--expose-gc'],
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const port = await readyPort(child)
  const readyAfter = performance.now() - from
  return {
    address: `http://127.0.0.1:${port}`,
    readyAfter,
    async spent() {
      child.send('spent')
      const [spent] = (await once(child, 'message')) as [Spent]
      return spent
    },
    async close() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await Promise.race([gone, wait(30_000, undefined, { ref: false })])
      if (child.exitCode === null) child.kill('SIGKILL')
    },
  }
}

async function readyPort(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('a process without a voice')
  const lines = createInterface({ input: child.stdout })
  let port = 0
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      const said = JSON.parse(line) as { readonly event?: string; readonly port?: number }
      port = said.port ?? port
      if (said.event === 'service.ready') resolve()
    })
  })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code} before it was ready`)))
  ended.catch(() => undefined) // watched only until it is ready
  const late = wait(startLimit, undefined, { ref: false }).then(() => Promise.reject(new Error('it was not ready within a minute')))
  late.catch(() => undefined)
  await Promise.race([ready, ended, late])
  return port
}
