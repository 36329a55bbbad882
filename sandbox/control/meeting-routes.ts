import type { Router } from 'express'
import { z } from 'zod'
import type { Running } from '../running.ts'
import { londonTime } from '../world-mistakes.ts'
import { answering, asked } from './asked.ts'
import { Problem } from './problem.ts'

const time = z.string().refine((text) => londonTime(text) !== undefined, 'Not a time such as "2026-10-21T18:30"')
const meeting = z.strictObject({
  start: time,
  end: time.optional(),
  place: z.string().optional(),
  status: z.enum(['Confirmed', 'Provisional', 'Cancelled']).optional(),
})
/** The number of a meeting is its place in the list: `gone` keeps the place of one that was taken off. */
const meetingsBody = z.strictObject({ committee: z.string(), meetings: z.array(z.union([meeting, z.literal('gone')])).max(200) })

/** What clerks do in the council's calendar of meetings. */
export function addMeetingRoutes(router: Router, { services }: Running): void {
  router.get(
    '/meetings',
    answering(() => services().modernGov.committees()),
  )
  router.put(
    '/meetings',
    answering(({ body }) => {
      const { committee, meetings } = asked(meetingsBody, body)
      if (services().modernGov.arrange(committee, meetings)) return {}
      throw new Problem({ status: 404, title: 'There is no such committee', detail: `The council has no committee "${committee}"` })
    }),
  )
}
