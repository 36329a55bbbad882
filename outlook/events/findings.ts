/**
 * What the pane last found of an appointment that is being written, left for the moment of sending in Outlook's own data of that form.
 *
 * Read in classic Outlook's bare engine, which has no room for the contracts' parser: what does not look like it is as if it were not there.
 */
export const findingsKey = 'quorate-findings'

export type Findings = {
  /** Of what it was found: another time or other people, and it is old. */
  readonly of: string
  /** Each a sentence or two; the gravest first. */
  readonly lines: readonly string[]
  /** Those of them with which the council's rules do not let it go out. */
  readonly held: readonly string[]
  /** What the same rules say of what only the moment of sending shows: `nobody`, `noAim`. */
  readonly holds: readonly string[]
}

type Facts = { readonly startsAt: string; readonly endsAt: string; readonly addresses: readonly string[] }

export function markOfFacts({ startsAt, endsAt, addresses }: Facts): string {
  return [startsAt, endsAt, ...addresses.map((address) => address.toLowerCase()).sort()].join(' ')
}

export function findingsText(findings: Findings): string {
  // `hold`: for a script from before, which classic Outlook may have kept.
  return JSON.stringify({ v: 1, ...findings, hold: findings.held.length > 0 })
}

export function findingsIn(text: unknown): Findings | undefined {
  const value = asRecord(text)
  if (!value || value['v'] !== 1 || typeof value['of'] !== 'string') return undefined
  if (!Array.isArray(value['lines'])) return undefined
  return { of: value['of'], lines: textsIn(value['lines']), held: textsIn(value['held']), holds: textsIn(value['holds']) }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter((each): each is string => typeof each === 'string') : []
}

/** Whether an appointment is tagged, and whether its tag says what it is to achieve. Unreadable is not tagged. */
export function aimIn(tag: unknown): 'no-tag' | 'no-aim' | 'aim' {
  const value = asRecord(tag)
  const details = asRecord(value && value['details'])
  if (!value || value['v'] !== 1 || !details) return 'no-tag'
  return typeof details['aims'] === 'string' && details['aims'] !== '' ? 'aim' : 'no-aim'
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  const read = typeof value === 'string' ? fromJson(value) : value
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : undefined
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // somebody else's, or cut short
  }
}
