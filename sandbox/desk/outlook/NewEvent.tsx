import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { useState, type FormEvent } from 'react'
import { useDesk } from '../desk-context.ts'
import { Coach } from '../steps/Coach.tsx'
import { stepsWords } from '../steps/words.ts'
import { wordsOf } from '../use-loaded.ts'
import { blank, eventOf, filledIn, mistakesIn, type Draft } from './draft.ts'
import { CategoryRow, TimeRow, WhereRow, WhoRow } from './DraftRows.tsx'
import type { OutlookEvent } from './graph.ts'
import { OutlookFailure } from './OutlookFailure.tsx'
import { outlookWords } from './words.ts'

type Props = {
  /** The visitor's first: it is filled in, so that one press sends it. */
  readonly first: boolean
  readonly sent: (event: OutlookEvent) => void
  readonly discard: () => void
}

/** Outlook's form for a new event. What it posts is what Outlook posts. */
export function NewEvent({ first, sent, discard }: Props) {
  const { sandbox, story } = useDesk()
  const [draft, setDraft] = useState<Draft>(() => (first ? filledIn(sandbox.world, sandbox.now) : blank(sandbox.now)))
  const { state, tried, send } = useSending(draft, sent)
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }))
  const wrong = tried ? mistakesIn(draft) : []
  const ringed = story.step === 'send' && !story.story.alone

  function submit(event: FormEvent): void {
    event.preventDefault()
    void send()
  }

  return (
    <form className="draft" onSubmit={submit} noValidate aria-label={outlookWords.newEvent}>
      <div className="draft-head">
        <h3>{outlookWords.newEvent}</h3>
        {first && <span className="draft-hint">{outlookWords.filledIn}</span>}
      </div>
      <Field validationMessage={wrong.includes('subject') ? outlookWords.subjectMissing : undefined}>
        <Input
          size="large"
          aria-label={outlookWords.subject}
          placeholder={outlookWords.subjectMissing}
          value={draft.subject}
          maxLength={255}
          onChange={(_, { value: subject }) => change({ subject })}
        />
      </Field>
      <WhoRow draft={draft} change={change} wrong={wrong.includes('invited')} />
      <TimeRow draft={draft} change={change} wrong={wrong.includes('time')} />
      <WhereRow draft={draft} change={change} />
      <CategoryRow draft={draft} change={change} />
      <Textarea
        aria-label={outlookWords.body}
        className="draft-body"
        resize="vertical"
        value={draft.body}
        maxLength={8000}
        onChange={(_, { value: body }) => change({ body })}
      />
      {state.refused && <OutlookFailure because={state.refused} />}
      <div className="draft-acts">
        <span className="coach-anchor">
          <Button
            type="submit"
            appearance="primary"
            size="large"
            icon={<Send20Regular />}
            disabledFocusable={state.sending}
            className={ringed ? 'ringed' : undefined}
          >
            {state.sending ? outlookWords.sending : outlookWords.send}
          </Button>
          <Coach step="send" side="right" act={{ label: stepsWords.steps.send.show, do: send }} />
        </span>
        {!first && (
          <Button appearance="subtle" onClick={discard}>
            {outlookWords.discard}
          </Button>
        )}
      </div>
    </form>
  )
}

function useSending(draft: Draft, sent: (event: OutlookEvent) => void) {
  const { sandbox, person, outlookOf, announce, settle } = useDesk()
  const [state, setState] = useState<{ sending: boolean; refused?: string }>({ sending: false })
  const [tried, setTried] = useState(false)

  async function send(): Promise<void> {
    setTried(true)
    if (state.sending || mistakesIn(draft).length > 0) return
    setState({ sending: true })
    try {
      const event = await outlookOf(person).send(eventOf(draft, sandbox.world))
      announce(outlookWords.sent(event.subject))
      await settle()
      sent(event)
    } catch (failure) {
      setState({ sending: false, refused: wordsOf(failure) })
    }
  }
  return { state, tried, send }
}
