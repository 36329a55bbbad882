import { createHash } from 'node:crypto'
import { events } from './events.ts'
import type { EventName, FieldsOf } from './events.ts'

/** `info` is news, `warn` is degraded but handled, `error` means a person must look. */
export type Log = {
  readonly [level in 'info' | 'warn' | 'error']: <Name extends EventName>(event: Name, fields: FieldsOf<Name>) => void
}

/**
 * One JSON line for each thing that happened. Fields not listed for the event are left out, and a value that does not look
 * like an id, a word or a number is withheld, so that a name or a number passed by mistake still does not reach the log.
 */
export function logTo(write: (line: string) => void, wallClock: () => Date = () => new Date()): Log {
  const at = (level: string) => (event: EventName, fields: Readonly<Record<string, unknown>>) => {
    const allowed: readonly string[] = events[event]
    const kept = allowed.flatMap((field) => (fields[field] === undefined ? [] : [[field, safe(fields[field])] as const]))
    write(JSON.stringify({ at: wallClock().toISOString(), level, event, ...Object.fromEntries(kept) }))
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** To standard output, where App Service and containers collect it. */
export function consoleLog(): Log {
  return logTo((line) => console.log(line))
}

/**
 * The same person has the same mark throughout one council's log. It cannot be read back, but whoever knows the ids of the tenant's
 * accounts can make the mark of each and compare: docs/data-protection.md says so.
 */
export function personMark(council: string, personId: string): string {
  return createHash('sha256').update(`${council} ${personId}`).digest('hex').slice(0, 16)
}

/** What of an error may be logged: its kind and where it happened. Its message may quote what a person wrote. */
export function errorFields(error: unknown): { readonly error: string; readonly frames?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const places = frames.slice(0, 5).flatMap((frame) => /([\w.-]+\.[cm]?[jt]s:\d+):\d+/.exec(frame)?.[1] ?? [])
  return { error: error.name, frames: places.join('|') }
}

const word = /^[\w./:|{}-]{1,300}$/
const telephone = /^\+?[\d\s()-]{7,}$/
const token = /eyJ[\w-]{10,}/

function safe(value: unknown): string | number | boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : '[withheld]'
  const text = String(value)
  return word.test(text) && !telephone.test(text) && !token.test(text) ? text : '[withheld]'
}
