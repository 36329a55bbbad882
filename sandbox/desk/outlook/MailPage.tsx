import { useCallback } from 'react'
import { useDesk } from '../desk-context.ts'
import { useLoaded, type Loaded } from '../use-loaded.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { EventBox } from './EventPage.tsx'
import { ForwardAct } from './ForwardAct.tsx'
import type { Message, OutlookEvent } from './graph.ts'
import { Letters } from './Letters.tsx'
import { mailOf, type Letter } from './letters.ts'
import { outlookWords } from './words.ts'

type Props = { readonly mail: Loaded<Message[]>; readonly calendar: Loaded<OutlookEvent[]>; readonly tryAgain: () => void }

/** The inbox, and one mail beside it; an invitation comes with its buttons. */
export function MailPage({ mail, calendar, tryAgain }: Props) {
  const { sandbox, person } = useDesk()
  const { control, version } = sandbox
  const readOther = useCallback(() => control.mail(person.id), [control, person.id])
  const other = useLoaded(readOther, version)
  const letters = mailOf(mail.value ?? [], other.value ?? [], calendar.value ?? [])
  const asks = (letter: Letter) => <Invited letter={letter} />
  return <Letters letters={letters} loaded={mail} tryAgain={tryAgain} none={outlookWords.noMail} asks={asks} />
}

/** The meeting that a letter asks to, as it stands in the calendar. */
function Invited({ letter: { event, isInvitation } }: { readonly letter: Letter }) {
  if (!event) return isInvitation ? <p>{outlookWords.eventGone}</p> : null
  return (
    <EventBox event={event}>
      {event.isCancelled ? (
        <p>{outlookWords.wasCancelled}</p>
      ) : event.isOrganizer ? null : (
        <>
          <AnswerButtons event={event} />
          <ForwardAct event={event} />
        </>
      )}
    </EventBox>
  )
}
