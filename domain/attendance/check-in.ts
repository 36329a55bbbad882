import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import { notHeld } from './register.ts'

/** Seconds for which one code is shown. The one before is still taken, for whoever was typing. */
export const codeSeconds = 60
/** Codes back for which it is said that the code has changed, rather than that it is wrong. */
const remembered = 15

/** Before the start. */
export const checkInMinutesBefore = 15

type Coded = Pick<Session, 'id' | 'startsAt'>

export type CodeNow = { readonly code: string; readonly secondsLeft: number }

/** The code to show now. Bound to the session and the hour at which it stands: once it is moved, its codes are others. */
export function codeNow(secret: string, session: Coded, now: Instant): CodeNow {
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  return { code: codeOf(secret, session, windowOf(now)), secondsLeft: codeSeconds - (seconds % codeSeconds) }
}

function windowOf(now: Instant): number {
  return Math.floor(now.epochMilliseconds / 1000 / codeSeconds)
}

/** Six digits of an HMAC-SHA-256, taken as one-time passwords take them (RFC 4226, 5.3). */
function codeOf(secret: string, { id, startsAt }: Coded, window: number): string {
  const bytes = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${id} ${String(startsAt)} ${window}`))
  const offset = (bytes.at(-1) ?? 0) & 15
  const number = bytes.slice(offset, offset + 4).reduce((sum, byte) => sum * 256 + byte, 0) % 2 ** 31
  return String(number % 1_000_000).padStart(6, '0')
}

export type CodeOutcome = 'right' | 'old' | 'wrong'

export function judgeCode(secret: string, session: Coded, given: string, now: Instant): CodeOutcome {
  const digits = given.replaceAll(/[\s-]/g, '')
  const window = windowOf(now)
  if (digits === codeOf(secret, session, window) || digits === codeOf(secret, session, window - 1)) return 'right'
  const back = Array.from({ length: remembered }, (_, at) => window - 2 - at)
  return back.some((each) => digits === codeOf(secret, session, each)) ? 'old' : 'wrong'
}

export type CheckInState =
  | { readonly kind: 'open' }
  | { readonly kind: 'off' }
  | { readonly kind: 'too-early'; readonly opensAt: Instant }
  | { readonly kind: 'over' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'postponed' }
  | { readonly kind: 'untagged' }

/** Members check in from shortly before the start to the end, and at no other time. */
export function checkInState(
  session: Pick<Session, 'startsAt' | 'endsAt' | 'standing' | 'decision' | 'delivery'>,
  rule: Rulebook['attendance'],
  now: Instant,
): CheckInState {
  const kind = notHeld(session)
  if (kind) return { kind }
  // Nobody reads a code off the screen in a room that there is none of.
  if (!rule.recordedBy.includes('check-in') || session.delivery === 'online') return { kind: 'off' }
  const opens = session.startsAt.subtract({ minutes: checkInMinutesBefore })
  if (isBefore(now, opens)) return { kind: 'too-early', opensAt: opens }
  return isBefore(now, session.endsAt) ? { kind: 'open' } : { kind: 'over' }
}
