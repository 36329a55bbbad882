import { Button, Input, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import type { CardSent } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { inLondon, momentOf, shortDayWords, timeWords, type Moment } from '../dates.ts'
import { QuorateMark } from '../QuorateMark.tsx'
import { isAbout } from '../steps/steps.ts'
import { useLoaded, wordsOf } from '../use-loaded.ts'
import { cardIn, wordsIn } from './activity.ts'
import { CancelCoach } from './CancelCoach.tsx'
import { CardView, type Pressed } from './CardView.tsx'
import { useOpenLink } from './use-open-link.ts'
import { teamsWords } from './words.ts'

/** The chat with Quorate's bot: its cards, whose buttons work, and a box to write to it. */
export function Chat() {
  const { sandbox, person, story } = useDesk()
  const { control, version, now } = sandbox
  const read = useCallback(() => control.cards(person.id), [control, person.id])
  const { value: sent, failure } = useLoaded(read, version)
  const followed = sent?.findLast(({ activity }) => isAbout(activity, story.story.followed?.subject ?? ''))
  const end = useRef<HTMLDivElement>(null)
  const count = sent?.length ?? 0
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' })
  }, [count])

  return (
    <div className="chat">
      <div className="chat-thread" role="log" aria-label={teamsWords.thread} tabIndex={0}>
        {failure && (
          <MessageBar intent="error">
            <MessageBarBody>{failure}</MessageBarBody>
          </MessageBar>
        )}
        {sent?.length === 0 && <p className="chat-empty">{teamsWords.emptyChat}</p>}
        {sent?.map((each) => (
          <BotMessage key={each.id} sent={each} now={now} coached={each === followed} />
        ))}
        <div ref={end} />
      </div>
      <WriteBox />
    </div>
  )
}

function BotMessage({ sent, now, coached }: { readonly sent: CardSent; readonly now: Moment; readonly coached: boolean }) {
  const { sandbox, person, settle, announce } = useDesk()
  const [state, setState] = useState<{ busy: boolean; refused?: string }>({ busy: false })
  const openLink = useOpenLink()
  const card = cardIn(sent.activity)

  async function press({ verb, data }: Pressed): Promise<void> {
    setState({ busy: true })
    try {
      await sandbox.control.press(sent.id, person.id, verb, data)
      await settle()
      announce(teamsWords.pressed)
      setState({ busy: false })
    } catch (failure) {
      setState({ busy: false, refused: wordsOf(failure) })
    }
  }

  return (
    <article className="said" aria-busy={state.busy}>
      <QuorateMark size={32} />
      <div className="said-inside">
        <div className="said-stamp">{teamsWords.sent(stampOf(sent.at, now))}</div>
        {card ? (
          <CardView card={card} press={(pressed) => void press(pressed)} open={openLink} />
        ) : (
          <p className="said-text">{wordsIn(sent.activity)}</p>
        )}
        {state.busy && <Spinner size="tiny" label={teamsWords.working} />}
        {state.refused && (
          <MessageBar intent="error">
            <MessageBarBody>{state.refused}</MessageBarBody>
          </MessageBar>
        )}
        {coached && <CancelCoach />}
      </div>
    </article>
  )
}

function stampOf(at: string, now: Moment): string {
  const then = inLondon(momentOf(at))
  const isToday = then.toPlainDate().equals(inLondon(now).toPlainDate())
  return isToday ? teamsWords.today(timeWords(then)) : `${shortDayWords(then)}, ${timeWords(then)}`
}

function WriteBox() {
  const { sandbox, person, settle } = useDesk()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<string>()

  async function say(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (text.trim() === '') return
    try {
      setText('')
      await sandbox.control.say(person.id, text.trim())
      setRefused(undefined)
      await settle()
    } catch (failure) {
      setRefused(`${teamsWords.noReply}: ${wordsOf(failure)}`)
    }
  }

  return (
    <form className="chat-box" onSubmit={(event) => void say(event)}>
      {refused && (
        <MessageBar intent="warning">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      )}
      <Input
        size="large"
        aria-label={teamsWords.boxLabel}
        placeholder={teamsWords.box}
        value={text}
        maxLength={2000}
        onChange={(_, { value }) => setText(value)}
        contentAfter={<Button type="submit" appearance="transparent" icon={<Send20Regular />} aria-label={teamsWords.send} />}
      />
    </form>
  )
}
