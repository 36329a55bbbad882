import { z } from 'zod'
import { unreachable, instantText } from './shared.ts'

/** GET /api/me: who is signed in, what they may open, whom to ring. */
export const me = z.object({
  name: z.string(),
  /** Set when this person is in the register of Members. */
  member: z.object({ id: z.string(), kind: z.enum(['mayor', 'councillor', 'co-optee']), shortName: z.string() }).optional(),
  roles: z.array(z.enum(['officer', 'administrator'])),
  council: z.object({
    name: z.string(),
    /** For links into the tab from outside Teams. */
    teamsAppId: z.string(),
    help: z.object({ name: z.string(), role: z.string(), telephone: z.string() }),
  }),
  /** The council's time now: a rehearsal may have moved it. */
  now: instantText,
  /** Officers only: how many rows Needs attention has. */
  attention: z.int().optional(),
  unreachable: z.array(unreachable),
})
export type Me = z.infer<typeof me>
