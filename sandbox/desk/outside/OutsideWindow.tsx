import { FluentProvider } from '@fluentui/react-components'
import { Clock20Regular, Location20Regular, Mail20Regular } from '@fluentui/react-icons'
import { useCallback, useState } from 'react'
import type { AskedTo } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { inLondon, momentOf, spanWords } from '../dates.ts'
import { AnswerRow } from '../outlook/AnswerButtons.tsx'
import { Fact } from '../outlook/EventPage.tsx'
import { answered, type Answer } from '../outlook/graph.ts'
import { mailOf, type Letter } from '../outlook/letters.ts'
import { Letters } from '../outlook/Letters.tsx'
import '../outlook/outlook.css'
import { OutlookFailure } from '../outlook/OutlookFailure.tsx'
import { TeamsMeeting } from '../outlook/TeamsMeeting.tsx'
import { useAct } from '../outlook/use-act.ts'
import { outlookTheme } from '../theme.ts'
import { useLoaded } from '../use-loaded.ts'
import type { Sandbox } from '../use-sandbox.ts'
import { outsideWords } from './words.ts'

const none: readonly never[] = []

/** What somebody from outside has of the council: the mail it sent them, and answering an invitation by mail. */
export function OutsideWindow() {
  const { sandbox, person } = useDesk()
  const { control, version } = sandbox
  const [retries, setRetries] = useState(0)
  const read = useCallback(() => control.mail(person.id), [control, person.id])
  const mail = useLoaded(read, version + retries)
  const letters = mailOf(none, mail.value ?? [], none).map((letter) => ({ ...letter, from: nameOf(letter.from, sandbox) }))

  return (
    <FluentProvider theme={outlookTheme} className="themed">
      <section className="window" aria-label={outsideWords.window(person.name)}>
        <div className="window-head">
          <Mail20Regular aria-hidden="true" className="outlook-mark" />
          <h2 className="window-title">{outsideWords.window(person.name)}</h2>
          <span className="window-hint">{outsideWords.hint}</span>
        </div>
        <Letters
          letters={letters}
          loaded={mail}
          tryAgain={() => setRetries((before) => before + 1)}
          none={outsideWords.noMail}
          asks={askedIn}
        />
      </section>
    </FluentProvider>
  )
}

function askedIn({ askedTo }: Letter) {
  return askedTo && <Asked askedTo={askedTo} />
}

/** As a mail program shows a sender whose name the letter gives. */
function nameOf(address: string, { people, world }: Pick<Sandbox, 'people' | 'world'>): string {
  return [...people, ...world.mailboxes].find(({ email }) => email === address.toLowerCase())?.name ?? address
}

function Asked({ askedTo }: { readonly askedTo: AskedTo | 'no-longer' }) {
  if (askedTo === 'no-longer') return <p className="event-box">{outsideWords.noLonger}</p>
  const [startsAt, endsAt] = [momentOf(askedTo.start), momentOf(askedTo.end)]
  return (
    <>
      <div className="event-box">
        <Fact icon={<Clock20Regular />}>{spanWords(inLondon(startsAt), inLondon(endsAt))}</Fact>
        {askedTo.place && <Fact icon={<Location20Regular />}>{askedTo.place}</Fact>}
        <OutsideAnswer askedTo={askedTo} />
      </div>
      {askedTo.joinUrl && <TeamsMeeting joinUrl={askedTo.joinUrl} startsAt={startsAt} endsAt={endsAt} />}
    </>
  )
}

const sent = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const

function OutsideAnswer({ askedTo }: { readonly askedTo: AskedTo }) {
  const { sandbox, person } = useDesk()
  const { busy, refused, act } = useAct()
  const give = (answer: Answer) =>
    act(() => sandbox.control.answerFromOutside(askedTo.iCalUId, person.email, sent[answer]), outsideWords.answered[answer])
  return (
    <>
      <AnswerRow now={answered(askedTo.answer)} busy={busy} give={(answer) => void give(answer)} />
      {refused && <OutlookFailure because={refused} />}
    </>
  )
}
