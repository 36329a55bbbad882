import { Button, SearchBox } from '@fluentui/react-components'
import { useState } from 'react'
import type { Person } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import type { Sandbox } from '../use-sandbox.ts'
import { isMeant, type Groups } from './people.ts'
import { PeopleList } from './PeopleList.tsx'
import { useArrivals } from './use-arrivals.ts'
import { peopleWords } from './words.ts'

/** As many Members as the picture of a council needs; the others are one press away. */
const first = 5

/** Everyone one can be: search, the officers, the first Members, then all. */
export function PeoplePane({ choose }: { readonly choose: (person: Person) => void }) {
  const { sandbox, person: me } = useDesk()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const { members } = sandbox.groups
  const shown = typed.trim() === '' ? standing(sandbox.groups, all, me.id) : found(sandbox.groups, typed.trim())
  const arrived = useArrivals(shown.flatMap(({ people }) => people))
  const groups = shown.map(({ label, people }) => ({
    label,
    people: people.map((person) => ({ person, note: person.note ?? noteFrom(person, sandbox.world), arrived: arrived(person) })),
  }))

  return (
    <>
      <SearchBox
        className="people-search"
        aria-label={peopleWords.search}
        placeholder={peopleWords.searchHint(sandbox.people.length)}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      {groups.length > 0 ? (
        <PeopleList groups={groups} chosen={me.id} choose={choose} />
      ) : (
        <p className="people-none">{peopleWords.nobody(typed)}</p>
      )}
      {typed === '' && members.length > first && (
        <Button appearance="transparent" className="people-all" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? peopleWords.fewerMembers : peopleWords.allMembers(members.length)}
        </Button>
      )}
    </>
  )
}

function noteFrom(person: Person, world: Sandbox['world']): string | undefined {
  const kind = world.register.members.find((member) => member.person === person.id)?.kind
  if (kind === 'mayor') return peopleWords.mayor
  return kind && !person.mobile ? peopleWords.noMobile : undefined
}

type Shown = { readonly label: string; readonly people: readonly Person[] }

function standing({ services, members, others, outside }: Groups, all: boolean, me: string): Shown[] {
  return labelled({
    services,
    members: all ? members : members.filter(({ id }, place) => place < first || id === me),
    others: others.filter(({ id }) => all || id === me),
    outside,
    count: members.length,
  })
}

function found({ services, members, others, outside }: Groups, typed: string): Shown[] {
  const meant = (people: readonly Person[]) => people.filter((person) => isMeant(person, typed))
  return labelled({
    services: meant(services),
    members: meant(members),
    others: meant(others),
    outside: meant(outside),
    count: members.length,
  })
}

function labelled({ services, members, others, outside, count }: Groups & { readonly count: number }): Shown[] {
  const groups = [
    { label: peopleWords.services, people: services },
    { label: peopleWords.members(count), people: members },
    { label: peopleWords.others, people: others },
    { label: peopleWords.outside(outside.length), people: outside },
  ]
  return groups.filter(({ people }) => people.length > 0)
}
