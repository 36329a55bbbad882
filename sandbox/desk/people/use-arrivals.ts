import { useCallback, useEffect, useMemo } from 'react'
import type { Person } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { inLondon, momentOf } from '../dates.ts'
import { useLoaded } from '../use-loaded.ts'
import { arrivalsOf, newFor } from './arrivals.ts'

/** How many new things each of the listed people has. Whoever one is sees what comes, so it is never new to them. */
export function useArrivals(listed: readonly Person[]): (person: Person) => number {
  const { sandbox, person: me, story } = useDesk()
  const { control, journal, version } = sandbox
  const { update } = story
  const { openedAt, looked } = story.story
  const wanted = [...new Set([me, ...listed].map(({ id }) => id))].join(' ')

  const read = useCallback(async () => {
    const ids = wanted.split(' ')
    const mail = await Promise.all(ids.map((id) => control.mail(id)))
    return new Map(ids.map((id, place) => [id, (mail[place] ?? []).map(({ at }) => at)]))
  }, [control, wanted])
  const { value: mail } = useLoaded(read, version)
  const arrivals = useMemo(() => mail && arrivalsOf(journal, mail), [journal, mail])

  const mine = arrivals?.get(me.id)?.length
  useEffect(() => {
    if (mine === undefined) return
    update((before) => (before.looked[me.id] === mine ? before : { ...before, looked: { ...before.looked, [me.id]: mine } }))
  }, [me.id, mine, update])

  const since = inLondon(momentOf(openedAt)).startOfDay().toInstant().toString()
  return (person) => (!arrivals || person.id === me.id ? 0 : newFor(person.id, arrivals, looked, since))
}
