import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Spent } from './spent.ts'

export type Running = {
  readonly address: string
  /** What it said when it was ready. */
  readonly said: Readonly<Record<string, unknown>>
  /** Milliseconds from its start until it could be asked. */
  readonly readyAfter: number
  /** Bytes that it holds, for `memory` once what it no longer needs is gone, and microseconds of processor time since its start. */
  spent(what: 'memory' | 'time'): Promise<Spent>
  close(): Promise<void>
}

type Start = {
  readonly script: 'product-process.ts' | 'bare-process.ts' | 'tables-process.ts' | 'load-process.ts'
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
  const said = await saidWhenReady(child)
  const readyAfter = performance.now() - from
  return {
    address: `http://127.0.0.1:${Number(said['port'])}`,
    said,
    readyAfter,
    async spent(what) {
      child.send(what)
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

/** The port is in a line before, when the process listens before it is ready. */
async function saidWhenReady(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  if (!child.stdout) throw new Error('a process without a voice')
  const lines = createInterface({ input: child.stdout })
  let port: unknown
  const ready = new Promise<Readonly<Record<string, unknown>>>((resolve) => {
    lines.on('line', (line) => {
      const said = JSON.parse(line) as Readonly<Record<string, unknown>>
      port = said['port'] ?? port
      if (said['event'] === 'service.ready') resolve({ ...said, port })
    })
  })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code} before it was ready`)))
  ended.catch(() => undefined) // watched only until it is ready
  const late = wait(startLimit, undefined, { ref: false }).then(() => Promise.reject(new Error('it was not ready within a minute')))
  late.catch(() => undefined)
  return Promise.race([ready, ended, late])
}
