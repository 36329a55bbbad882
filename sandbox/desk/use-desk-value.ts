import { useAnnounce } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Desk } from './desk-context.ts'
import { useOutlookOf } from './outlook/use-outlook.ts'
import { firstOfficer } from './people/people.ts'
import { useStory } from './steps/use-story.ts'
import { usePlace } from './use-place.ts'
import type { Sandbox } from './use-sandbox.ts'
import { deskWords } from './words.ts'

/** Who one is, where one is, and what one can do there. Undefined in a council of nobody. */
export function useDeskValue(sandbox: Sandbox, refresh: () => Promise<void>, hold: Desk['hold']): Desk | undefined {
  const { control, addresses, people, groups } = sandbox
  const { place, go } = usePlace()
  const outlookOf = useOutlookOf(control, addresses.graph)
  const story = useStory(sandbox, outlookOf)
  const { announce } = useAnnounce()
  const person = people.find(({ id }) => id === place.person) ?? firstOfficer(groups) ?? people[0]

  const council = sandbox.world.council.name
  const name = person?.name
  const was = useRef(name)
  useEffect(() => {
    if (name === undefined) return
    document.title = deskWords.title(council, name)
    if (name !== was.current) announce(deskWords.nowYou(name))
    was.current = name
  }, [name, council, announce])

  const settle = useCallback(async () => {
    try {
      await control.settle()
    } finally {
      await refresh()
    }
  }, [control, refresh])

  return useMemo(
    () => person && { sandbox, person, place, go, story, outlookOf, announce: (words: string) => announce(words), settle, hold },
    [sandbox, person, place, go, story, outlookOf, announce, settle, hold],
  )
}
