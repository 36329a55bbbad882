import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { listDayWords, timeWords, wallTime } from '../dates.ts'
import { firstOfficer } from '../people/people.ts'
import type { Loaded } from '../use-loaded.ts'
import { EventPage } from './EventPage.tsx'
import type { OutlookEvent } from './graph.ts'
import { ListRow, ListSkeleton } from './ListRow.tsx'
import { NewEvent } from './NewEvent.tsx'
import { OutlookFailure } from './OutlookFailure.tsx'
import { Pages } from './Pages.tsx'
import { outlookWords } from './words.ts'

type Props = { readonly calendar: Loaded<OutlookEvent[]>; readonly tryAgain: () => void }
type Shown = { readonly kind: 'new' } | { readonly kind: 'event'; readonly iCalUId: string } | { readonly kind: 'first' }

/** What is coming, and one event or the form for a new one beside it. */
export function CalendarPage({ calendar, tryAgain }: Props) {
  const { sandbox, person, story } = useDesk()
  const begins = person.id === firstOfficer(sandbox.groups)?.id && story.step === 'send'
  const [shown, setShown] = useState<Shown>(begins ? { kind: 'new' } : { kind: 'first' })
  const events = calendar.value ?? []
  const event =
    shown.kind === 'event' ? events.find(({ iCalUId }) => iCalUId === shown.iCalUId) : shown.kind === 'first' ? events[0] : undefined
  const list = (
    <>
      <div className="pages-new">
        <Button icon={<Add20Regular />} appearance="subtle" onClick={() => setShown({ kind: 'new' })}>
          {outlookWords.newEvent}
        </Button>
      </div>
      {calendar.failure && !calendar.value && <OutlookFailure because={calendar.failure} tryAgain={tryAgain} />}
      {calendar.loading && !calendar.value && <ListSkeleton label={outlookWords.loading} />}
      {calendar.value && events.length === 0 && <p className="pages-none">{outlookWords.noEvents}</p>}
      <ul aria-label={outlookWords.list}>
        {events.map((each) => (
          <EventRow
            key={each.id}
            event={each}
            chosen={each.id === event?.id && shown.kind !== 'new'}
            choose={() => setShown({ kind: 'event', iCalUId: each.iCalUId })}
          />
        ))}
      </ul>
    </>
  )

  return (
    <Pages open={shown.kind !== 'first'} close={() => setShown({ kind: 'first' })} list={list}>
      {calendar.failure && calendar.value && <OutlookFailure because={calendar.failure} tryAgain={tryAgain} />}
      {shown.kind === 'new' ? (
        <NewEvent
          first={begins}
          sent={(sent) => setShown({ kind: 'event', iCalUId: sent.iCalUId })}
          discard={() => setShown({ kind: 'first' })}
        />
      ) : event ? (
        <EventPage key={event.iCalUId} event={event} />
      ) : (
        <p className="pages-none">{shown.kind === 'event' && !calendar.loading ? outlookWords.eventGone : outlookWords.choose}</p>
      )}
    </Pages>
  )
}

function EventRow({ event, chosen, choose }: { readonly event: OutlookEvent; readonly chosen: boolean; readonly choose: () => void }) {
  const { sandbox } = useDesk()
  const start = wallTime(event.start.dateTime)
  return (
    <ListRow
      chosen={chosen}
      title={listDayWords(start, sandbox.now)}
      under={event.isCancelled ? `${outlookWords.cancelled}: ${event.subject.replace(/^Cancell?ed: /, '')}` : event.subject}
      stamp={timeWords(start)}
      struck={event.isCancelled}
      strong
      choose={choose}
    />
  )
}
