import { Avatar, Button } from '@fluentui/react-components'
import { Battery1020Regular, Phone32Regular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { Person, PhoneText } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { momentOf, phoneClock, textStampWords, type Moment } from '../dates.ts'
import { isOutside, isTheirNumber, shortName } from '../people/people.ts'
import { Coach } from '../steps/Coach.tsx'
import { lastCancellationAt } from '../steps/use-story.ts'
import { placeOfStep } from '../steps/place-of-step.ts'
import { stepsWords } from '../steps/words.ts'
import './phone.css'
import { phoneWords } from './words.ts'

export const phoneId = 'phone'

/** The phone on the desk: the chosen person's, or one that was picked up. */
export function Phone() {
  const { sandbox, person, place, go, story } = useDesk()
  const owner = sandbox.people.find(({ id }) => id === place.phone) ?? person
  const texts = sandbox.texts.filter(({ to }) => isTheirNumber(owner, to))
  useRead(owner, texts.length)
  const noneFresh = !sandbox.texts.some(({ at }) => at >= (lastCancellationAt(sandbox, story.story) ?? ''))

  return (
    <aside className="phone-side" id={phoneId} aria-label={phoneWords.title(shortName(owner.name))}>
      <div className="phone">
        <div className="phone-screen">
          <div className="phone-bar" aria-hidden="true">
            <span>{phoneClock(sandbox.now)}</span>
            <span className="phone-pill" />
            <Battery1020Regular />
          </div>
          <div className="phone-head">
            <Avatar
              name={sandbox.world.council.name}
              initials={sandbox.world.council.name.slice(0, 1)}
              size={32}
              className="phone-sender"
              aria-hidden="true"
            />
            <h2>{sandbox.world.council.name}</h2>
            <p>{owner.mobile ? phoneWords.owner(shortName(owner.name), owner.mobile) : phoneWords.title(shortName(owner.name))}</p>
          </div>
          <Texts key={owner.id} owner={owner} texts={texts} now={sandbox.now} />
          <div className="phone-home" aria-hidden="true" />
        </div>
      </div>
      {owner.id !== person.id && (
        <Button appearance="transparent" size="small" onClick={() => go({ phone: undefined })}>
          {phoneWords.putBack(shortName(person.name))}
        </Button>
      )}
      <Coach
        step="read"
        side="inline"
        means={noneFresh ? stepsWords.noTexts : undefined}
        act={
          noneFresh ? undefined : { label: stepsWords.steps.read.show, do: () => go(placeOfStep('read', story.story, sandbox, person.id)) }
        }
      />
    </aside>
  )
}

/** Whoever's phone lies there with a text on it has been read. Only Members' count: the steps are about them. */
function useRead(owner: Person, texts: number): void {
  const { sandbox, story } = useDesk()
  const { update } = story
  const isMember = sandbox.groups.members.some(({ id }) => id === owner.id)
  useEffect(() => {
    if (!isMember || texts === 0) return
    update((before) =>
      before.phonesRead[owner.id] === texts ? before : { ...before, phonesRead: { ...before.phonesRead, [owner.id]: texts } },
    )
  }, [isMember, owner.id, texts, update])
}

type TextsProps = { readonly owner: Person; readonly texts: readonly PhoneText[]; readonly now: Moment }

function Texts({ owner, texts, now }: TextsProps) {
  const list = useRef<HTMLDivElement>(null)
  const count = texts.length
  useEffect(() => {
    if (count > 0 && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [count])

  if (texts.length === 0) {
    return (
      <div className="phone-none">
        <Phone32Regular aria-hidden="true" />
        <p>{owner.mobile ? phoneWords.none : isOutside(owner) ? phoneWords.outside : phoneWords.noMobile(owner.name)}</p>
      </div>
    )
  }
  return (
    <div className="phone-texts" role="log" aria-label={phoneWords.texts} tabIndex={0} ref={list}>
      {texts.map((text, place) => (
        <TextBubble key={`${text.at} ${place}`} text={text} now={now} />
      ))}
    </div>
  )
}

/** The words under a text are the desk's, not the phone's: no phone says of a text that it came. */
function TextBubble({ text, now }: { readonly text: PhoneText; readonly now: Moment }) {
  return (
    <div className="text">
      <p className="text-stamp">{textStampWords(momentOf(text.at), now)}</p>
      <p className="text-bubble">{text.body}</p>
      <p className="text-state">{phoneWords.states[text.status] ?? text.status}</p>
    </div>
  )
}
