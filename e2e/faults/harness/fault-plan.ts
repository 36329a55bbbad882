import type { Dependency } from '../../../api/ports/unavailable.ts'
import type { Chance } from './chance.ts'

export const faultKinds = [
  /** The process dies: the call has no effect, or it has and nobody hears of it. */
  'crash-before',
  'crash-after',
  /** The process is asked to stop, finishes, and another takes its place. */
  'stop',
  /** The process stands still for so many milliseconds. */
  'pause',
  /** No effect: it cannot be reached, or says so. */
  'fail',
  /** No effect: told to wait so many seconds; 0 is told nothing. */
  'throttle',
  /** It has its effect, and a reset, a 500 or something unreadable comes back. */
  'fail-after',
  /** It has its effect, and no answer ever comes. */
  'lose',
  /** The answer comes so many milliseconds late. */
  'late',
  /** No answer comes, and so many milliseconds later it has its effect after all. */
  'zombie',
  /** Somebody else writes the same rows just before, so many times in a row. */
  'storm',
  /** What was called cannot be reached by anybody for so many milliseconds. */
  'outage',
  /** A hint is lost, comes twice, or so many milliseconds late. */
  'drop',
  'repeat',
  'delay',
  /** Outlook has forgotten where we were. */
  'start-again',
] as const
export type FaultKind = (typeof faultKinds)[number]

export type Fault = { readonly kind: FaultKind; readonly amount: number }

export const ports = [
  'tables.read',
  'tables.commit',
  'tables.list',
  'hints.post',
  'hints.take',
  'text.send',
  'text.find',
  'mail.look',
  'mail.draft',
  'mail.send',
  'mail.find',
  'card.send',
  'card.update',
  'calendar.changes',
  'calendar.read',
  'calendar.look',
  'calendar.cancel',
  'calendar.answer',
  'meetings.read',
  'subscriptions.write',
  'directory.read',
  'register.fetch',
  'anchors.add',
] as const
export type PortName = (typeof ports)[number]

export const dependencies = {
  tables: 'storage',
  hints: 'storage',
  text: 'notify',
  mail: 'graph',
  card: 'teams',
  calendar: 'graph',
  meetings: 'graph',
  subscriptions: 'graph',
  directory: 'graph',
  register: 'modern-gov',
  anchors: 'storage',
} as const satisfies Record<string, Dependency>

const process = ['crash-before', 'crash-after', 'pause', 'late', 'stop'] as const
const reading = [...process, 'fail', 'throttle', 'lose', 'outage'] as const
const writing = [...reading, 'fail-after', 'zombie'] as const

/** What can go wrong where, and how often compared with a reading of storage. */
const menu: Record<PortName, { readonly often: number; readonly kinds: readonly FaultKind[] }> = {
  'tables.read': { often: 1, kinds: [...process, 'pause', 'pause', 'pause', 'fail', 'lose'] },
  'tables.commit': { often: 2, kinds: [...process, 'fail', 'fail-after', 'lose', 'zombie', 'storm', 'storm', 'outage'] },
  // A list's row has no etag: one that storage writes late stands until it next changes (docs/decisions/0013).
  'tables.list': { often: 2, kinds: [...process, 'fail', 'fail-after', 'lose'] },
  'hints.post': { often: 3, kinds: [...process, 'fail', 'fail-after', 'drop', 'drop', 'repeat', 'delay'] },
  'hints.take': { often: 0.1, kinds: [...process, 'fail', 'fail-after', 'lose'] },
  'text.send': { often: 40, kinds: [...writing, 'fail-after', 'zombie', 'crash-before', 'crash-after'] },
  'text.find': { often: 40, kinds: reading },
  'mail.look': { often: 20, kinds: reading },
  'mail.draft': { often: 40, kinds: [...writing, 'crash-after'] },
  'mail.send': { often: 40, kinds: [...writing, 'crash-before', 'crash-after'] },
  'mail.find': { often: 40, kinds: reading },
  'card.send': { often: 40, kinds: [...writing, 'crash-before', 'crash-after'] },
  'card.update': { often: 20, kinds: writing },
  'calendar.changes': { often: 8, kinds: [...reading, 'start-again'] },
  'calendar.read': { often: 20, kinds: reading },
  'calendar.look': { often: 20, kinds: reading },
  'calendar.cancel': { often: 60, kinds: [...writing, 'crash-before', 'crash-after'] },
  'calendar.answer': { often: 40, kinds: [...writing, 'crash-before', 'crash-after'] },
  'meetings.read': { often: 20, kinds: reading },
  'subscriptions.write': { often: 20, kinds: writing },
  'directory.read': { often: 3, kinds: reading },
  'register.fetch': { often: 10, kinds: reading },
  'anchors.add': { often: 10, kinds: writing },
}

/** What goes wrong at each point at which a process calls the world. */
export type FaultPlan = {
  at(point: number, port: PortName): Fault | undefined
  /** Everything that went wrong, as a plan that makes the very same go wrong again. */
  fired(): string
  /** Nothing went wrong so far but that clocks differ. */
  isCalm(): boolean
  /** Whether the clocks of processes differ. */
  readonly skewed: boolean
  /** Whether what others tell us gets lost on the way, or comes twice. */
  readonly lossy: boolean
}

const moods = ['skewed', 'lossy'] as const

/** `none`, or the faults of an earlier run: `skewed,crash-before@812,pause@90:300000`. Throws `TypeError` for what is neither. */
export function plannedFaults(text: string): FaultPlan {
  const parts = text === 'none' ? [] : text.split(',')
  const faults = new Map<number, Fault>()
  for (const part of parts) {
    if (moods.some((mood) => mood === part)) continue
    const read = /^([a-z-]+)@(\d+)(?::(\d+))?$/.exec(part)
    const kind = faultKinds.find((each) => each === read?.[1])
    if (!read || !kind) throw new TypeError(`no fault reads "${part}"`)
    faults.set(Number(read[2]), { kind, amount: Number(read[3] ?? 0) })
  }
  const isCalm = () => faults.size === 0 && !parts.includes('lossy')
  return { at: (point) => faults.get(point), fired: () => text, isCalm, skewed: parts.includes('skewed'), lossy: parts.includes('lossy') }
}

/** Chance by the seed, as often as the weather has it, while it lasts. */
export function randomFaults(chance: Chance, order: { readonly isRough: () => boolean }): FaultPlan {
  const weather = chance.pick([0, 0, 0.0004, 0.001, 0.001, 0.003, 0.003])
  const skewed = chance.happens(0.5)
  const lossy = chance.happens(0.4)
  const fired: string[] = [...(skewed ? ['skewed'] : []), ...(lossy ? ['lossy'] : [])]
  return {
    skewed,
    lossy,
    at(point, port) {
      const { often, kinds } = menu[port]
      if (!order.isRough() || !chance.happens(Math.min(0.3, weather * often))) return undefined
      const kind = kinds[chance.between(0, kinds.length - 1)]
      if (!kind) return undefined
      const fault = { kind, amount: amountOf(kind, chance) }
      fired.push(`${kind}@${point}${fault.amount ? `:${fault.amount}` : ''}`)
      return fault
    },
    isCalm: () => fired.every((each) => each === 'skewed'),
    fired: () => (fired.length > 0 ? fired.join(',') : 'none'),
  }
}

/** The latest, in milliseconds, at which a provider still accepts a call: within the settle time, less what clocks may differ. */
export const latestAcceptance = 50_000

function amountOf(kind: FaultKind, chance: Chance): number {
  switch (kind) {
    case 'pause':
      return chance.pick([chance.between(1_000, 60_000), chance.between(60_000, 180_000), chance.between(180_000, 600_000)])
    case 'late':
      return chance.between(500, 15_000)
    case 'zombie':
      return chance.between(1_000, latestAcceptance)
    case 'delay':
      return chance.between(5_000, 600_000)
    case 'throttle':
      return chance.pick([0, 0, 5, 60, 300])
    case 'storm':
      return chance.between(1, 4)
    case 'outage':
      return chance.between(20_000, 900_000)
    default:
      return 0
  }
}
