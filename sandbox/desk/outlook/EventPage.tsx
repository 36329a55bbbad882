import { Avatar } from '@fluentui/react-components'
import { Clock20Regular, Location20Regular, People20Regular, Tag20Regular } from '@fluentui/react-icons'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useDesk } from '../desk-context.ts'
import { spanWords, wallTime } from '../dates.ts'
import { AddInButton } from '../office/AddInButton.tsx'
import { EventPane } from '../office/EventPane.tsx'
import { bareName } from '../people/people.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { acceptedIn, tallyOf, type OutlookEvent } from './graph.ts'
import { MessageBody } from './MessageBody.tsx'
import { OrganiserActs } from './OrganiserActs.tsx'
import { TeamsMeeting } from './TeamsMeeting.tsx'
import { ForwardAct } from './ForwardAct.tsx'
import { outlookWords } from './words.ts'

/** One event as Outlook shows it: to its organiser with the answers, to anyone else with the three buttons. */
export function EventPage({ event }: { readonly event: OutlookEvent }) {
  const organiser = event.organizer?.emailAddress
  const [isPaneOpen, setPaneOpen] = useState(false)
  return (
    <div className={isPaneOpen ? 'with-addin' : undefined}>
      <article className="event" aria-label={event.subject}>
        <div className="draft-head">
          <h3 className="event-title">{event.subject}</h3>
          {!event.isCancelled && <AddInButton isOpen={isPaneOpen} toggle={() => setPaneOpen(!isPaneOpen)} />}
        </div>
        {organiser && (
          <div className="event-from">
            <Avatar name={bareName(organiser.name ?? '')} color="colorful" size={32} aria-hidden="true" />
            <div>
              <div className="event-sender">{organiser.name ?? organiser.address}</div>
              <div className="event-small">{outlookWords.organiser}</div>
            </div>
          </div>
        )}
        <EventBox event={event}>
          {event.isCancelled ? (
            <p>{outlookWords.wasCancelled}</p>
          ) : event.isOrganizer ? (
            <OrganiserActs event={event} />
          ) : (
            <>
              <AnswerButtons event={event} />
              <ForwardAct event={event} />
            </>
          )}
        </EventBox>
        <TeamsOf event={event} />
        <MessageBody body={event.body} preview={event.bodyPreview} />
      </article>
      {isPaneOpen && <EventPane event={event} close={() => setPaneOpen(false)} />}
    </div>
  )
}

/** Nothing for an event that is no Teams meeting, or is off. */
function TeamsOf({ event }: { readonly event: OutlookEvent }) {
  const lists = useLists()
  const joinUrl = event.onlineMeeting?.joinUrl
  if (!joinUrl || event.isCancelled) return null
  const times = { startsAt: wallTime(event.start.dateTime).toInstant(), endsAt: wallTime(event.end.dateTime).toInstant() }
  return <TeamsMeeting joinUrl={joinUrl} {...times} {...(event.isOrganizer && { organises: { accepted: acceptedIn(event, lists) } })} />
}

/** The addresses of the council's lists, which stand among the attendees and are nobody. */
function useLists(): string[] {
  return useDesk().sandbox.world.groups.map(({ email }) => email)
}

/** When, where, who and how they answered, with whatever can be done about it. */
export function EventBox({ event, children }: { readonly event: OutlookEvent; readonly children: ReactNode }) {
  const place = event.location?.displayName
  return (
    <div className="event-box">
      <Fact icon={<Clock20Regular />}>{spanWords(wallTime(event.start.dateTime), wallTime(event.end.dateTime))}</Fact>
      {place && <Fact icon={<Location20Regular />}>{place}</Fact>}
      {event.isOnlineMeeting && !place && <Fact icon={<Location20Regular />}>{outlookWords.onlineOnly}</Fact>}
      {event.isOrganizer && event.attendees.length > 0 && <Tally event={event} />}
      {event.categories.length > 0 && <Fact icon={<Tag20Regular />}>{event.categories.join(', ')}</Fact>}
      {children}
    </div>
  )
}

export function Fact({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }) {
  return (
    <div className="event-fact">
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </div>
  )
}

function Tally({ event }: { readonly event: OutlookEvent }) {
  const lists = useLists()
  const { accepted, tentative, none, declined } = tallyOf(event, lists)
  const invited = event.attendees.filter(({ emailAddress }) => lists.includes(emailAddress.address))
  return (
    <Fact icon={<People20Regular />}>
      {invited.length > 0
        ? outlookWords.tallyOfList(accepted, tentative, declined)
        : outlookWords.tally(accepted, tentative, none, declined)}
      {invited.map(({ emailAddress }) => (
        <span key={emailAddress.address} className="event-small event-list">
          {outlookWords.listStands(emailAddress.name ?? emailAddress.address)}
        </span>
      ))}
    </Fact>
  )
}
