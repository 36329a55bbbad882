import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { wallTime } from '../dates.ts'
import { TimeFields } from './DraftRows.tsx'
import { ForwardAct } from './ForwardAct.tsx'
import type { OutlookEvent } from './graph.ts'
import { OutlookFailure } from './OutlookFailure.tsx'
import { useAct } from './use-act.ts'
import { outlookWords } from './words.ts'

/** What an organiser does to a meeting: move it, or cancel it with words. Both go out to everyone at once. */
export function OrganiserActs({ event }: { readonly event: OutlookEvent }) {
  const [open, setOpen] = useState<'move' | 'cancel'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {!open && (
        <div className="answers">
          <Button onClick={() => setOpen('move')}>{outlookWords.move}</Button>
          <Button onClick={() => setOpen('cancel')}>{outlookWords.cancel}</Button>
        </div>
      )}
      {open === 'move' && <MoveForm event={event} close={close} />}
      {open === 'cancel' && <CancelForm event={event} close={close} />}
      {!open && <ForwardAct event={event} />}
    </>
  )
}

type FormProps = { readonly event: OutlookEvent; readonly close: () => void }

function MoveForm({ event, close }: FormProps) {
  const { person, outlookOf } = useDesk()
  const { busy, refused, act } = useAct()
  const [start, end] = [wallTime(event.start.dateTime), wallTime(event.end.dateTime)]
  const clock = { smallestUnit: 'minute' } as const
  const [time, setTime] = useState({
    day: start.toPlainDate().toString(),
    from: start.toPlainTime().toString(clock),
    until: end.toPlainTime().toString(clock),
  })
  const wrong = time.day === '' || time.until <= time.from

  async function move(): Promise<void> {
    if (wrong) return
    const work = () => outlookOf(person).move(event.id, `${time.day}T${time.from}:00`, `${time.day}T${time.until}:00`)
    if (await act(work, outlookWords.moved)) close()
  }

  return (
    <div className="act">
      <TimeFields draft={time} change={(changed) => setTime({ ...time, ...changed })} wrong={wrong} />
      <p className="event-small">{outlookWords.moveMeans}</p>
      {refused && <OutlookFailure because={refused} />}
      <div className="answers">
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void move()}>
          {outlookWords.moveDo}
        </Button>
        <Button onClick={close}>{outlookWords.keep}</Button>
      </div>
    </div>
  )
}

function CancelForm({ event, close }: FormProps) {
  const { person, outlookOf } = useDesk()
  const { busy, refused, act } = useAct()
  const [comment, setComment] = useState('')
  const cancel = () => act(() => outlookOf(person).cancel(event.id, comment), outlookWords.cancelledNow)
  return (
    <div className="act">
      <Field label={outlookWords.cancelSaid}>
        <Textarea value={comment} maxLength={2000} onChange={(_, { value }) => setComment(value)} />
      </Field>
      <p className="event-small">{outlookWords.cancelMeans}</p>
      {refused && <OutlookFailure because={refused} />}
      <div className="answers">
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void cancel()}>
          {outlookWords.cancelDo}
        </Button>
        <Button onClick={close}>{outlookWords.keep}</Button>
      </div>
    </div>
  )
}
