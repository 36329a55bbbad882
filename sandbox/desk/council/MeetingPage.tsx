import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { Clock20Regular, Location20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Committee, CommitteeMeeting } from '../control.ts'
import { dayWords, spanWords, timeWords, wallTime } from '../dates.ts'
import { Fact } from '../outlook/EventPage.tsx'
import { draftOf, meetingOf, withChanged, type Held } from './calendar.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { useArrange } from './use-arrange.ts'
import { councilWords } from './words.ts'

type Props = { readonly held: Held; readonly committees: readonly Committee[]; readonly mayChange: boolean }

/** One committee meeting; to an officer with what a clerk can do about it. */
export function MeetingPage({ held, committees, mayChange }: Props) {
  const { committee, meeting } = held
  return (
    <article className="event" aria-label={committee}>
      <h3 className="event-title">{committee}</h3>
      <div className="event-box">
        <Fact icon={<Clock20Regular />}>{whenWords(held)}</Fact>
        {meeting.place && <Fact icon={<Location20Regular />}>{meeting.place}</Fact>}
        {meeting.status === 'Provisional' && <p>{councilWords.provisional}</p>}
        {meeting.status === 'Cancelled' && <p>{councilWords.isOff}</p>}
        {mayChange && <ClerksActs held={held} committees={committees} />}
      </div>
    </article>
  )
}

function whenWords({ meeting, start }: Held): string {
  if (meeting.end) return spanWords(start, wallTime(meeting.end))
  return `${dayWords(start)}, ${councilWords.endsUnknown(timeWords(start))}`
}

function ClerksActs({ held, committees }: Omit<Props, 'mayChange'>) {
  const { committee, number, meeting } = held
  const [moving, setMoving] = useState(false)
  const { busy, refused, arrange } = useArrange()
  const { status, ...rest } = meeting
  const isOff = status === 'Cancelled'

  async function change(changed: CommitteeMeeting, done: (committee: string) => string): Promise<void> {
    const known = committees.find(({ name }) => name === committee)
    if (known && (await arrange(committee, withChanged(known, number, changed), done(committee)))) setMoving(false)
  }

  return (
    <>
      {moving ? (
        <MeetingForm
          begins={draftOf(meeting)}
          label={councilWords.move}
          doIt={councilWords.moveDo}
          busy={busy}
          send={(draft) => void change({ ...meetingOf(draft), ...(status && { status }) }, councilWords.moved)}
          close={() => setMoving(false)}
        />
      ) : (
        <div className="answers">
          <Button onClick={() => setMoving(true)}>{councilWords.move}</Button>
          {isOff ? (
            <Button disabledFocusable={busy} onClick={() => void change(rest, councilWords.heldNow)}>
              {councilWords.hold}
            </Button>
          ) : (
            <Button disabledFocusable={busy} onClick={() => void change({ ...rest, status: 'Cancelled' }, councilWords.cancelledNow)}>
              {councilWords.cancel}
            </Button>
          )}
        </div>
      )}
      {refused && <Trouble title={councilWords.refused} because={refused} />}
    </>
  )
}

type TroubleProps = { readonly title: string; readonly because: string; readonly tryAgain?: () => void }

export function Trouble({ title, because, tryAgain }: TroubleProps) {
  return (
    <MessageBar intent="error" layout="multiline" className="outlook-failure">
      <MessageBarBody>
        <MessageBarTitle>{title}:</MessageBarTitle> {because}
      </MessageBarBody>
      {tryAgain && (
        <MessageBarActions>
          <Button size="small" onClick={tryAgain}>
            {councilWords.tryAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
