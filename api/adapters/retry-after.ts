/** A day: nobody means more, and nothing is left alone for longer because of one header. */
const longest = 86_400

/** Seconds, possibly with a fraction, or a date; rounded up, at most a day. Undefined when it says neither. `wallMilliseconds`: real time. */
export function retryAfterSeconds(header: string | null | undefined, wallMilliseconds: number): number | undefined {
  if (!header) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : (Date.parse(header) - wallMilliseconds) / 1000
  return Number.isFinite(seconds) ? Math.min(longest, Math.max(0, Math.ceil(seconds))) : undefined
}
