import { z } from 'zod'
import { instantText, type Problem } from '../../api/contracts/shared.ts'
import { instant } from '../../domain/kernel/time.ts'

/** What does not answer, and since when. `now` is by the same clock, and says whether that was today. */
export type Outage = { readonly of: 'records' | 'quorate'; readonly since: string; readonly now: string }

/** What the API itself says of why it cannot do anything: it answers, and what it keeps everything in does not. */
export function outageTold({ outage }: Problem): Outage | undefined {
  const silent = outage?.unreachable.find(({ dependency }) => dependency === 'storage')
  return outage && silent && { of: 'records', since: silent.since, now: outage.now }
}

/**
 * Since when nothing has been heard of the API. It cannot say so itself, so it is what this device has met, from the first request since
 * the last answer that got none. Told by the council's clock as an answer last gave it, because a device's own may be wrong and a
 * rehearsal's stands elsewhere; by the device's where no answer ever came.
 */
export function createWatch(deviceTime: () => string = () => new Date().toISOString()) {
  let since: string | undefined
  let aheadMs = 0
  const councilTime = () => instant(deviceTime()).add({ milliseconds: aheadMs }).toString()
  return {
    /** `now`: what time it was for the council when it answered. */
    heard: (now?: string) => {
      since = undefined
      if (now !== undefined) aheadMs = Math.round(instant(deviceTime()).until(instant(now)).total('milliseconds'))
    },
    unheard: (): Outage => {
      const now = councilTime()
      since ??= now
      return { of: 'quorate', since, now }
    },
  }
}

export type Watch = ReturnType<typeof createWatch>

const timed = z.object({ now: instantText })

/** The council's time in what was read; few answers are without it. */
export function nowIn(value: unknown): string | undefined {
  const read = timed.safeParse(value)
  return read.success ? read.data.now : undefined
}
