import { Button, Link, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import {
  ArrowForward20Regular,
  CalendarCancel20Regular,
  CalendarLtr20Regular,
  PeopleTeam20Regular,
  Dismiss20Regular,
  Person20Regular,
  Send20Regular,
} from '@fluentui/react-icons'
import { useMemo, type ReactElement } from 'react'
import type { Moved } from '../clock/use-clock.ts'
import { useDesk } from '../desk-context.ts'
import { inLondon, lapseWords, momentOf, rangeWords, shortDayWords, timeWords } from '../dates.ts'
import './happened.css'
import { linesOf, messagesIn, placeOf, type Line } from './happened.ts'
import { happenedWords, linkWords } from './words.ts'

const icons: Readonly<Record<string, ReactElement>> = {
  text: <Send20Regular />,
  mail: <Send20Regular />,
  card: <Send20Regular />,
  chat: <Send20Regular />,
  cancellation: <CalendarCancel20Regular />,
  invitation: <CalendarLtr20Regular />,
  change: <CalendarLtr20Regular />,
  answer: <Person20Regular />,
  meeting: <PeopleTeam20Regular />,
}

/** Everything that happened in one move of the clock, in order; each line opens what was sent. */
export function HappenedWindow({ moved, close }: { readonly moved: Moved; readonly close: () => void }) {
  const { sandbox } = useDesk()
  const lines = useMemo(() => linesOf(moved.happenings, sandbox.people), [moved, sandbox.people])
  const { texts, mails, cards } = messagesIn(lines)
  return (
    <section className="window happened" aria-labelledby="happened-head">
      <div className="window-head">
        <ArrowForward20Regular aria-hidden="true" />
        <h2 id="happened-head" className="window-title">
          {happenedWords.head}
        </h2>
        <span className="window-hint">{happenedWords.range(rangeWords(moved.from, moved.to))}</span>
        <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} aria-label={happenedWords.close} onClick={close} />
      </div>
      <div className="happened-inside" tabIndex={0} role="region" aria-label={happenedWords.table}>
        <h3>
          {moved.seconds === undefined ? happenedWords.visitTitle : happenedWords.title(lapseWords(moved.from, moved.to), moved.seconds)}
        </h3>
        <p>{lines.length === 0 ? happenedWords.nothing : happenedWords.messages(texts, mails, cards)}</p>
        {lines.length > 0 && (
          <table>
            <caption className="unseen">{happenedWords.table}</caption>
            <thead className="unseen">
              <tr>
                <th scope="col">{happenedWords.when}</th>
                <th scope="col">{happenedWords.what}</th>
                <th scope="col">{happenedWords.open}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, place) => (
                <HappenedRow key={`${line.at} ${line.kind} ${place}`} line={line} />
              ))}
            </tbody>
          </table>
        )}
        <Button onClick={close}>{happenedWords.close}</Button>
      </div>
    </section>
  )
}

function HappenedRow({ line }: { readonly line: Line }) {
  const at = inLondon(momentOf(line.at))
  const [day = '', date = ''] = shortDayWords(at).split(' ')
  return (
    <tr>
      <td className="happened-when">
        <strong>
          {day} {date}
        </strong>
        <span>{timeWords(at)}</span>
      </td>
      <td className="happened-what">
        <div>
          <span aria-hidden="true">{icons[line.kind]}</span>
          {line.summary}
        </div>
      </td>
      <td className="happened-open">
        <OpenLine line={line} />
      </td>
    </tr>
  )
}

/** To the one it came to; when it came to several, their names to choose from. */
function OpenLine({ line }: { readonly line: Line }) {
  const { sandbox, go } = useDesk()
  const people = line.who.flatMap((id) => sandbox.people.filter((person) => person.id === id))
  const label = linkWords(line.kind, line.count)
  const [only] = people
  if (!only) return null
  if (people.length === 1) {
    return (
      <Link as="button" aria-label={`${label}. ${happenedWords.see(line.summary)}`} onClick={() => go(placeOf(line.kind, only.id))}>
        {label}
      </Link>
    )
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Link as="button" aria-label={`${label}. ${happenedWords.see(line.summary)}`}>
          {label}
        </Link>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={happenedWords.whose} className="happened-names">
          {people.map((person) => (
            <MenuItem key={person.id} onClick={() => go(placeOf(line.kind, person.id))}>
              {person.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
