import type { Response } from '../../../domain/sessions/response.ts'
import type { Rules } from './outside/rules.ts'
import type { HeldName } from './sessions-held.ts'
import type { Stage } from './stage.ts'

/** How a deed is done: what its council holds, when, and what comes before and after. */
export type DeedSpec = {
  readonly name: string
  readonly session: HeldName
  readonly answers: readonly Response[]
  readonly beginsAt: string
  readonly from: string
  readonly minutes: number
  readonly rules?: Rules
  /** Done an hour and a quarter before, so that it is settled by then. */
  readonly beforehand?: (stage: Stage) => void | Promise<void>
  /** Done when it begins; nothing, where time alone does it. */
  readonly act?: (stage: Stage) => void | Promise<void>
  /** Done later, so that what came of it can be told. */
  readonly afterwards?: (stage: Stage) => void | Promise<void>
}
