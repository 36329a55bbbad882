import type { PersonId } from '../../../../domain/kernel/ids.ts'
import type { RegisterEntry } from '../../../../api/ports/register-source.ts'
import type { Anchors } from '../../../../api/ports/audit.ts'
import type { Hint } from '../../../../api/ports/queue.ts'
import { createAnchorsDouble } from '../../../../api/testing/anchors.ts'
import { createHintsDouble } from '../../../../api/testing/queue.ts'
import { entryOf, memberNumbers } from './council-world.ts'
import { createMeetings, type Meetings } from './meetings.ts'
import { createOutlook, type Outlook } from './outlook.ts'
import { createProviders, type Providers, type Text } from './providers.ts'
import { createStorage, type Storage } from './storage.ts'

/** Everything outside the product: what it talks to, and what checkers read. */
export type World = {
  readonly storage: Storage
  readonly hints: ReturnType<typeof createHintsDouble>
  readonly outlook: Outlook
  readonly meetings: Meetings
  readonly providers: Providers
  /** The register as published now. */
  readonly register: Map<number, RegisterEntry>
  readonly fetched: number[]
  /** Where the last row of the audit chain is written down each night. */
  readonly anchors: Anchors
  /** The true time, in milliseconds since 1970. */
  now(): number
}

export type Hearing = { readonly text: (text: Text) => void; readonly calendar: (mailbox: PersonId) => void }

export function createWorld(clock: { readonly beginsAt: number; readonly elapsed: () => number }, hearing: Hearing): World {
  const now = () => clock.beginsAt + clock.elapsed()
  return {
    now,
    storage: createStorage(),
    hints: createHintsDouble(clock.elapsed),
    outlook: createOutlook(now, hearing.calendar),
    meetings: createMeetings(now),
    providers: createProviders(now, hearing.text),
    register: new Map(memberNumbers.map((number) => [number, entryOf(number)])),
    fetched: [],
    anchors: createAnchorsDouble(),
  }
}

export function hintText(hint: Hint): string {
  return Object.values(hint).join('~')
}
