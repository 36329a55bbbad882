import { Button } from '@fluentui/react-components'
import { Clock20Regular, Location20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CommitteeMeeting } from '../control.ts'
import { dayWords, spanWords, timeWords, wallTime } from '../dates.ts'
import { Fact } from '../outlook/EventPage.tsx'
import { OutlookFailure } from '../outlook/OutlookFailure.tsx'
import { cancelled, draftOf, movedTo, uncancelled, withChanged, type Held } from './calendar.ts'
import { useKeptFocus } from '../use-kept-focus.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { useArrange } from './use-arrange.ts'
import { councilWords } from './words.ts'

type Props = { readonly held: Held; readonly mayChange: boolean }

/** One committee meeting; to an officer with what a clerk can do about it. */
export function MeetingPage({ held, mayChange }: Props) {
  const { committee, meeting } = held
  return (
    <article className="event" aria-label={committee}>
      <h3 className="event-title">{committee}</h3>
      <div className="event-box">
        <Fact icon={<Clock20Regular />}>{whenWords(held)}</Fact>
        {meeting.place && <Fact icon={<Location20Regular />}>{meeting.place}</Fact>}
        {meeting.status === 'Provisional' && <p>{councilWords.provisional}</p>}
        {meeting.status === 'Cancelled' && <p>{councilWords.isOff}</p>}
        {mayChange && <ClerksActs held={held} />}
      </div>
    </article>
  )
}

function whenWords({ meeting, start }: Held): string {
  if (meeting.end) return spanWords(start, wallTime(meeting.end))
  return `${dayWords(start)}, ${councilWords.endsUnknown(timeWords(start))}`
}

function ClerksActs({ held }: Pick<Props, 'held'>) {
  const { committee, number, meeting } = held
  const [moving, setMoving] = useState(false)
  const keptFocus = useKeptFocus<HTMLDivElement>()
  const { busy, refused, arrange } = useArrange()

  async function change(how: (meeting: CommitteeMeeting) => CommitteeMeeting, done: (committee: string) => string): Promise<void> {
    if (await arrange(committee, (known) => withChanged(known, number, how), done(committee))) setMoving(false)
  }

  return (
    <div className="act" {...keptFocus}>
      {moving ? (
        <MeetingForm
          begins={draftOf(meeting)}
          label={councilWords.move}
          doIt={councilWords.moveDo}
          busy={busy}
          send={(draft) => void change(movedTo(draft), councilWords.moved)}
          close={() => setMoving(false)}
        />
      ) : (
        <div className="answers">
          <Button onClick={() => setMoving(true)}>{councilWords.move}</Button>
          {meeting.status === 'Cancelled' ? (
            <Button disabledFocusable={busy} onClick={() => void change(uncancelled, councilWords.heldNow)}>
              {councilWords.hold}
            </Button>
          ) : (
            <Button disabledFocusable={busy} onClick={() => void change(cancelled, councilWords.cancelledNow)}>
              {councilWords.cancel}
            </Button>
          )}
        </div>
      )}
      {refused && <OutlookFailure title={councilWords.refused} because={refused} />}
    </div>
  )
}
