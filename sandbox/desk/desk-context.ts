import { createContext, useContext } from 'react'
import type { Person } from './control.ts'
import type { Outlook } from './outlook/graph.ts'
import type { Place } from './place.ts'
import type { StoryView } from './steps/use-story.ts'
import type { Sandbox } from './use-sandbox.ts'

/** What everything on the desk needs: the council, who one is, where one is, and how to go elsewhere. */
export type Desk = {
  readonly sandbox: Sandbox
  readonly person: Person
  readonly place: Place
  readonly go: (to: Partial<Place>) => void
  readonly story: StoryView
  /** Outlook as any person of the council. */
  readonly outlookOf: (person: Person) => Outlook
  /** Says something to a screen reader, politely. */
  readonly announce: (words: string) => void
  /** After an act in Outlook or Teams: waits until the council has settled, then looks again. */
  readonly settle: () => Promise<void>
  /** For what moves the clock: what changes meanwhile is read once, at the end. */
  readonly hold: (work: () => Promise<unknown>) => Promise<void>
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk is for what stands on the desk')
  return desk
}
