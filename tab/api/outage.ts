import type { Problem } from '../../api/contracts/shared.ts'

/** What does not answer, and since when. `now` is by the same clock, and says whether that was today. */
export type Outage = { readonly of: 'records' | 'quorate'; readonly since: string; readonly now: string }

/** What the API itself says of why it cannot do anything: it answers, and what it keeps everything in does not. */
export function outageTold({ outage }: Problem): Outage | undefined {
  const silent = outage?.unreachable.find(({ dependency }) => dependency === 'storage')
  return outage && silent && { of: 'records', since: silent.since, now: outage.now }
}

/**
 * Since when nothing has been heard of the API. It cannot say so itself, so it is what this device has met, by this device's clock,
 * from the first request since the last answer that got none.
 */
export function createWatch(deviceTime: () => string = () => new Date().toISOString()) {
  let since: string | undefined
  return {
    heard: () => {
      since = undefined
    },
    unheard: (): Outage => {
      const now = deviceTime()
      since ??= now
      return { of: 'quorate', since, now }
    },
  }
}

export type Watch = ReturnType<typeof createWatch>
