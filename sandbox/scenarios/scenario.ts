import type { Temporal } from 'temporal-polyfill'
import type { World } from '../world.ts'

/** How a scenario makes its past: through Graph as people would, and by letting time pass. */
export type Stage = {
  /** A request to Graph as a person, who may be named by id. Throws when Graph refuses: a scenario has no refusals. */
  graph(person: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown>
  /** A request to Quorate as a person's tab makes it. Throws when it is refused. */
  tab(person: string, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>
  /** Everything due on the way is done. */
  until(at: Temporal.Instant): Promise<void>
  settle(): Promise<void>
}

export type Scenario = {
  readonly world: () => World
  /** What has happened there before anyone looks. Made anew for each telling, because one part of it remembers the other. */
  readonly story?: () => Story
}

export type Story = {
  /** Before the council had Quorate: only Outlook knows of it. */
  readonly before: (stage: Stage) => Promise<void>
  /** Since then. */
  readonly since: (stage: Stage) => Promise<void>
}
