import { createHash } from 'node:crypto'
import type { Chance } from './chance.ts'
import { dependencies, type Fault, type FaultKind, type FaultPlan, type PortName } from './fault-plan.ts'
import type { Process, Scheduler } from './scheduler.ts'

/** One call of a process to the world. */
export type Call<Value> = {
  readonly process: Process
  readonly port: PortName
  /** What it is about, for the trace. */
  readonly about: string
  effect(): Promise<Value>
  /** What the port says when nothing was done: an answer, or the outage that it throws. */
  refused(told: { readonly afterSeconds: number | undefined }): Value
  /** What the port says when nobody knows whether it was done. */
  unknown(): Value
  /** Milliseconds after which the port gives up waiting, if it does that itself. */
  readonly limit?: number
  /** Faults that only this port has, as what then happens instead of its effect. */
  readonly special?: Partial<Record<FaultKind, (amount: number) => Promise<Value>>>
}

export type Points = {
  call<Value>(call: Call<Value>): Promise<Value>
  count(): number
  /** When a process died or stood still, or storage failed it, in milliseconds from the beginning. */
  troubles(): readonly number[]
  /** Of everything that happened, in order: two runs that are alike have one trace. */
  trace(): string
}

export type OnProcess = { crash(process: Process): void; stop(process: Process): void }

const usualLimit = 20_000
/** Ids that a process drew by chance of its own: nothing that it does hangs on them. */
const drawn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g

/**
 * The numbered points at which a process meets the world. Each call takes a while to arrive and a while to be answered, by chance, and
 * at each the plan may have something go wrong.
 */
export function createPoints(deps: {
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly plan: FaultPlan
  readonly on: OnProcess
}): Points {
  const { scheduler, chance, plan, on } = deps
  const hash = createHash('sha256')
  const downUntil = new Map<string, number>()
  const troubles: number[] = []
  let count = 0

  function note(text: string): void {
    hash.update(`${scheduler.now()} ${text.replaceAll(drawn, '*')}\n`)
  }

  function faultOf(number: number, { port }: { readonly port: PortName }): Fault | undefined {
    const dependency = dependencyOf(port)
    const fault = plan.at(number, port)
    if (fault?.kind === 'outage') downUntil.set(dependency, scheduler.now() + fault.amount)
    const isDown = scheduler.now() < (downUntil.get(dependency) ?? 0)
    return isDown && !fault?.kind.startsWith('crash') ? { kind: 'fail', amount: 0 } : fault
  }

  return {
    count: () => count,
    troubles: () => troubles,
    trace: () => hash.copy().digest('hex').slice(0, 24),
    call(call) {
      const number = count
      count += 1
      const fault = faultOf(number, call)
      if (fault && (befallsProcess(fault) || dependencyOf(call.port) === 'storage')) troubles.push(scheduler.now())
      note(`${number} ${call.process.name} ${call.port} ${call.about} ${fault?.kind ?? ''}`)
      return new Promise((resolve, reject) => {
        const reply = (milliseconds: number, answer: () => unknown): void => {
          scheduler.after(
            milliseconds,
            () => {
              try {
                resolve(answer() as never)
              } catch (thrown) {
                reject(thrown)
              }
            },
            { owner: call.process },
          )
        }
        act({ call, fault, number, reply })
      })
    },
  }

  type Acting<Value> = {
    readonly call: Call<Value>
    readonly fault: Fault | undefined
    readonly number: number
    readonly reply: (milliseconds: number, answer: () => unknown) => void
  }

  function act<Value>({ call, fault, number, reply }: Acting<Value>): void {
    const { process, limit = usualLimit } = call
    const [there, back] = pace(call.port, chance)
    const answered = (milliseconds: number) => (answer: () => unknown) => reply(milliseconds, answer)
    if (fault?.kind === 'crash-before') return on.crash(process)
    if (fault?.kind === 'fail') return reply(there + back, () => call.refused({ afterSeconds: undefined }))
    if (fault?.kind === 'throttle') return reply(there + back, () => call.refused({ afterSeconds: fault.amount || undefined }))
    if (fault?.kind === 'zombie') reply(limit, () => call.unknown())
    if (fault?.kind === 'stop') on.stop(process)
    const special = fault && call.special?.[fault.kind]
    scheduler.after(fault?.kind === 'zombie' ? fault.amount : there, () => {
      void happen(special ? () => special(fault.amount) : () => call.effect(), `${number} happens`).then((outcome) => {
        if (fault?.kind === 'crash-after') return on.crash(process)
        if (fault?.kind === 'pause') process.pausedUntil = scheduler.now() + fault.amount
        if (fault?.kind === 'zombie') return undefined
        if (fault?.kind === 'fail-after') return answered(back)(() => call.unknown())
        if (fault?.kind === 'lose') return answered(limit)(() => call.unknown())
        return answered(fault?.kind === 'late' ? fault.amount : back)(outcome)
      })
    })
  }

  async function happen<Value>(effect: () => Promise<Value>, text: string): Promise<() => Value> {
    try {
      const value = await effect()
      note(text)
      return () => value
    } catch (thrown) {
      note(`${text} not`)
      return () => {
        throw thrown
      }
    }
  }
}

function befallsProcess({ kind }: Fault): boolean {
  return kind === 'crash-before' || kind === 'crash-after' || kind === 'stop' || kind === 'pause'
}

function dependencyOf(port: PortName): string {
  const [service = ''] = port.split('.')
  return Object.entries(dependencies).find(([name]) => name === service)?.[1] ?? service
}

/** Milliseconds there and back: storage is near, services are far, and now and then anything is slow. */
function pace(port: PortName, chance: Chance): readonly [number, number] {
  const near = port.startsWith('tables') || port.startsWith('hints')
  const most = chance.happens(0.02) ? (near ? 800 : 4_000) : near ? 12 : 250
  return [chance.between(1, most), chance.between(1, most)]
}
