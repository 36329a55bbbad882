import { Avatar } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { mailStampWords, momentOf } from '../dates.ts'
import { bareName } from '../people/people.ts'
import type { Loaded } from '../use-loaded.ts'
import { useLoaded } from '../use-loaded.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { EventBox } from './EventPage.tsx'
import { ForwardAct } from './ForwardAct.tsx'
import type { Message, OutlookEvent } from './graph.ts'
import { ListRow, ListSkeleton } from './ListRow.tsx'
import { mailOf, type Letter } from './letters.ts'
import { MessageBody } from './MessageBody.tsx'
import { OutlookFailure } from './OutlookFailure.tsx'
import { Pages } from './Pages.tsx'
import { outlookWords } from './words.ts'

type Props = { readonly mail: Loaded<Message[]>; readonly calendar: Loaded<OutlookEvent[]>; readonly tryAgain: () => void }

/** The inbox, and one mail beside it; an invitation comes with its buttons. */
export function MailPage({ mail, calendar, tryAgain }: Props) {
  const { sandbox, person } = useDesk()
  const [chosen, setChosen] = useState<string>()
  const { control, version } = sandbox
  const readOther = useCallback(() => control.mail(person.id), [control, person.id])
  const other = useLoaded(readOther, version)
  const letters = mailOf(mail.value ?? [], other.value ?? [], calendar.value ?? [])
  const shown = letters.find(({ id }) => id === chosen) ?? letters[0]

  const list = (
    <>
      {mail.failure && !mail.value && <OutlookFailure because={mail.failure} tryAgain={tryAgain} />}
      {mail.loading && !mail.value && <ListSkeleton label={outlookWords.loading} />}
      {mail.value && letters.length === 0 && <p className="pages-none">{outlookWords.noMail}</p>}
      <ul aria-label={outlookWords.inbox}>
        {letters.map((letter) => (
          <ListRow
            key={letter.id}
            chosen={letter.id === shown?.id}
            title={letter.from}
            under={letter.subject}
            stamp={mailStampWords(momentOf(letter.at), sandbox.now)}
            strong={letter.id === shown?.id}
            choose={() => setChosen(letter.id)}
          />
        ))}
      </ul>
    </>
  )

  return (
    <Pages open={chosen !== undefined} close={() => setChosen(undefined)} list={list}>
      {mail.failure && mail.value && <OutlookFailure because={mail.failure} tryAgain={tryAgain} />}
      {shown ? <LetterPage key={shown.id} letter={shown} /> : <p className="pages-none">{outlookWords.chooseMail}</p>}
    </Pages>
  )
}

function LetterPage({ letter }: { readonly letter: Letter }) {
  const { event } = letter
  return (
    <article className="event" aria-label={letter.subject}>
      <h3 className="event-title">{letter.subject}</h3>
      <div className="event-from">
        <Avatar name={bareName(letter.from)} color="colorful" size={32} aria-hidden="true" />
        <div>
          <div className="event-sender">{letter.from}</div>
          <div className="event-small">{outlookWords.to(letter.to)}</div>
        </div>
      </div>
      {event && (
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
      )}
      {letter.isInvitation && !event && <p>{outlookWords.eventGone}</p>}
      <MessageBody body={letter.body} preview={letter.preview} />
    </article>
  )
}
