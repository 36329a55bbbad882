import { Avatar, CounterBadge } from '@fluentui/react-components'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { Person } from '../control.ts'
import { bareName } from './people.ts'
import { peopleWords } from './words.ts'

export type Listed = { readonly person: Person; readonly note?: string; readonly arrived: number }
export type ListedGroup = { readonly label: string; readonly people: readonly Listed[] }

type Props = { readonly groups: readonly ListedGroup[]; readonly chosen: string; readonly choose: (person: Person) => void }

/** One tab stop; the arrows, Home and End move inside, Enter chooses. */
export function PeopleList({ groups, chosen, choose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const all = groups.flatMap(({ people }) => people)
  useEffect(() => {
    if (list.current) showOption(list.current, chosen)
  }, [chosen])
  const stop = all.some(({ person }) => person.id === chosen) ? chosen : all[0]?.person.id

  function move(event: KeyboardEvent): void {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
    const to = nextPlace(event.key, options.indexOf(document.activeElement as HTMLElement), options.length)
    if (to === undefined) return
    event.preventDefault()
    options[to]?.focus()
  }

  return (
    <div role="listbox" aria-label={peopleWords.list} ref={list} onKeyDown={move} className="people" tabIndex={-1}>
      {groups.map((group) => (
        <PeopleGroup key={group.label} {...group} chosen={chosen} stop={stop} choose={choose} />
      ))}
    </div>
  )
}

/** Scrolls within the list alone: `scrollIntoView` would move the page as well. */
function showOption(list: HTMLElement, person: string): void {
  const option = list.querySelector<HTMLElement>(`[data-person="${CSS.escape(person)}"]`)
  if (!option) return
  const [shown, at] = [list.getBoundingClientRect(), option.getBoundingClientRect()]
  if (at.top < shown.top) list.scrollTop -= shown.top - at.top + 32 // with the heading of its group
  if (at.bottom > shown.bottom) list.scrollTop += at.bottom - shown.bottom
}

function nextPlace(key: string, place: number, length: number): number | undefined {
  const moves: Record<string, number> = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: length - 1 }
  const to = moves[key]
  return to === undefined ? undefined : Math.min(Math.max(to, 0), length - 1)
}

type GroupProps = ListedGroup & { readonly chosen: string; readonly stop?: string; readonly choose: (person: Person) => void }

function PeopleGroup({ label, people, chosen, stop, choose }: GroupProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className="people-label">
        {label}
      </div>
      {people.map((listed) => (
        <PersonOption
          key={listed.person.id}
          {...listed}
          selected={listed.person.id === chosen}
          stop={listed.person.id === stop}
          choose={choose}
        />
      ))}
    </div>
  )
}

type OptionProps = Listed & { readonly selected: boolean; readonly stop: boolean; readonly choose: (person: Person) => void }

function PersonOption({ person, note, arrived, selected, stop, choose }: OptionProps) {
  return (
    <div
      role="option"
      data-person={person.id}
      aria-selected={selected}
      tabIndex={stop ? 0 : -1}
      className="person"
      onClick={() => choose(person)}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && choose(person)}
    >
      <Avatar name={bareName(person.name)} color="colorful" idForColor={person.id} size={32} aria-hidden="true" />
      <span className="person-words">
        <span className="person-name">{person.name}</span>
        {note && <span className="person-note">{note}</span>}
      </span>
      {arrived > 0 && (
        <span className="person-badge">
          <CounterBadge count={arrived} size="small" color="brand" aria-hidden="true" />
          <span className="unseen">, {peopleWords.arrived(arrived)}</span>
        </span>
      )}
    </div>
  )
}
