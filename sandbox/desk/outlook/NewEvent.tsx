import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { useRef, useState, type FormEvent } from 'react'
import { useDesk } from '../desk-context.ts'
import { AddInButton } from '../office/AddInButton.tsx'
import { AddInFrame } from '../office/AddInFrame.tsx'
import { draftItem, fromItem, noAddInData } from '../office/draft-item.ts'
import { Pane } from '../office/Pane.tsx'
import type { Item } from '../office/protocol.ts'
import { SmartAlert } from '../office/SmartAlert.tsx'
import { useOfficeHost, type SendOptions } from '../office/use-office-host.ts'
import { officeWords } from '../office/words.ts'
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
  const { sandbox, story, person } = useDesk()
  const [draft, setDraft] = useState<Draft>(() => (first ? filledIn(sandbox.world, sandbox.now) : blank(sandbox.now)))
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }))
  const [kept, setKept] = useState(noAddInData)
  const [isPaneOpen, setPaneOpen] = useState(false)
  const item = draftItem(draft, person, kept, sandbox.world.rooms)
  const written = (to: Item) => {
    setKept({ properties: to.properties, session: to.session })
    const changed = fromItem(item, to)
    if (changed) change(changed)
  }
  const events = useRef<HTMLIFrameElement>(null)
  const { run } = useOfficeHost(events, item, written)
  const { state, tried, send, sendAnyway, lookFirst } = useSending({ draft, properties: kept.properties, run }, sent)
  const wrong = tried ? mistakesIn(draft) : []
  const ringed = story.step === 'send' && !story.story.alone

  function submit(event: FormEvent): void {
    event.preventDefault()
    void send()
  }

  return (
    <div className={isPaneOpen ? 'with-addin' : undefined}>
      <form className="draft" onSubmit={submit} noValidate aria-label={outlookWords.newEvent}>
        <div className="draft-head">
          <h3>{outlookWords.newEvent}</h3>
          {first && <span className="draft-hint">{outlookWords.filledIn}</span>}
          <AddInButton isOpen={isPaneOpen} toggle={() => setPaneOpen(!isPaneOpen)} />
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
            {!isPaneOpen && <Coach step="send" side="right" act={{ label: stepsWords.steps.send.show, do: send }} />}
          </span>
          {!first && (
            <Button appearance="subtle" onClick={discard}>
              {outlookWords.discard}
            </Button>
          )}
        </div>
      </form>
      {isPaneOpen && <Pane item={item} change={written} close={() => setPaneOpen(false)} />}
      <AddInFrame frame={events} page="events" title={officeWords.events} className="addin-events" />
      {state.alert && (
        <SmartAlert
          alert={state.alert}
          look={() => {
            lookFirst()
            setPaneOpen(true)
          }}
          sendAnyway={() => void sendAnyway()}
        />
      )}
    </div>
  )
}

type Sending = {
  readonly draft: Draft
  readonly properties: Readonly<Record<string, unknown>>
  readonly run: (action: string) => Promise<SendOptions | undefined>
}

/** Outlook asks the add-in first; where it has nothing to say, or does not answer, the invitation goes. */
function useSending({ draft, properties, run }: Sending, sent: (event: OutlookEvent) => void) {
  const { sandbox, person, outlookOf, announce, settle } = useDesk()
  const [state, setState] = useState<{ sending: boolean; refused?: string; alert?: SendOptions }>({ sending: false })
  const [tried, setTried] = useState(false)

  async function send(): Promise<void> {
    setTried(true)
    if (state.sending || mistakesIn(draft).length > 0) return
    setState({ sending: true })
    const said = await run('onAppointmentSend')
    if (said && !said.allowEvent) setState({ sending: false, alert: said })
    else await post()
  }

  async function post(): Promise<void> {
    setState({ sending: true })
    try {
      const event = await outlookOf(person).send({ ...eventOf(draft, sandbox.world), properties })
      announce(outlookWords.sent(event.subject))
      await settle()
      sent(event)
    } catch (failure) {
      setState({ sending: false, refused: wordsOf(failure) })
    }
  }
  return { state, tried, send, sendAnyway: post, lookFirst: () => setState({ sending: false }) }
}
