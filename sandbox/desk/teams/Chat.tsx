import { Button, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { Fragment, useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { useDesk } from '../desk-context.ts'
import { isAbout } from '../steps/steps.ts'
import { useLoaded, wordsOf } from '../use-loaded.ts'
import { BotMessage } from './BotMessage.tsx'
import type { Theme } from './teams-host.ts'
import { teamsWords } from './words.ts'

/** The chat with Quorate's bot: its cards, whose buttons work, and a box to write to it. */
export function Chat({ theme }: { readonly theme: Theme }) {
  const { sandbox, person, story } = useDesk()
  const { control, version } = sandbox
  const read = useCallback(() => control.cards(person.id), [control, person.id])
  const { value: sent, failure } = useLoaded(read, version)
  const followed = sent?.findLast(({ activity }) => isAbout(activity, story.story.followed?.subject ?? ''))
  const thread = useRef<HTMLDivElement>(null)
  const count = sent?.length ?? 0
  const [said, setSaid] = useState<readonly Said[]>([])
  useEffect(() => {
    // Within the thread alone: `scrollIntoView` would move the page as well.
    if (count > 0 && thread.current) thread.current.scrollTop = thread.current.scrollHeight
  }, [count])

  return (
    <div className="chat">
      <div className="chat-thread" ref={thread} role="log" aria-label={teamsWords.thread} tabIndex={0}>
        {failure && (
          <MessageBar intent="error">
            <MessageBarBody>{failure}</MessageBarBody>
          </MessageBar>
        )}
        {sent?.length === 0 && <p className="chat-empty">{teamsWords.emptyChat}</p>}
        {sent?.map((each, place) => (
          <Fragment key={each.id}>
            <OwnMessages said={said} after={place} />
            <BotMessage sent={each} theme={theme} coached={each === followed} />
          </Fragment>
        ))}
        <OwnMessages said={said} after={count} />
      </div>
      <WriteBox said={(text) => setSaid((before) => [...before, { text, after: count }])} />
    </div>
  )
}

/** What the visitor wrote, and after how many of the bot's messages: the sandbox keeps what the bot said, not what it was told. */
type Said = { readonly text: string; readonly after: number }

function OwnMessages({ said, after }: { readonly said: readonly Said[]; readonly after: number }) {
  return said
    .filter((each) => each.after === after)
    .map(({ text }, place) => (
      <p key={`${place} ${text}`} className="said-own">
        <span className="unseen">{teamsWords.you}: </span>
        {text}
      </p>
    ))
}

function WriteBox({ said }: { readonly said: (text: string) => void }) {
  const { sandbox, person, settle } = useDesk()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<string>()

  async function say(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (text.trim() === '') return
    try {
      setText('')
      said(text.trim())
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
