import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent, type ReactNode } from 'react'
import { TimeFields } from '../outlook/DraftRows.tsx'
import { isWrong, type MeetingDraft } from './calendar.ts'
import { councilWords } from './words.ts'

type Props = {
  readonly begins: MeetingDraft
  readonly label: string
  readonly doIt: string
  readonly busy: boolean
  readonly send: (draft: MeetingDraft) => void
  readonly close: () => void
  /** What stands above the times. */
  readonly children?: ReactNode
}

/** Day, times and place of a committee meeting. */
export function MeetingForm({ begins, label, doIt, busy, send, close, children }: Props) {
  const [draft, setDraft] = useState(begins)
  const [tried, setTried] = useState(false)
  const change = (changed: Partial<MeetingDraft>) => setDraft((before) => ({ ...before, ...changed }))

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!isWrong(draft)) send(draft)
  }

  return (
    <form className="act" onSubmit={submit} noValidate aria-label={label}>
      {children}
      <TimeFields draft={draft} change={change} wrong={tried && isWrong(draft)} />
      <p className="event-small">{councilWords.untilHint}</p>
      <Field label={councilWords.place}>
        <Input value={draft.place} maxLength={100} onChange={(_, { value: place }) => change({ place })} />
      </Field>
      <div className="answers">
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {doIt}
        </Button>
        <Button onClick={close}>{councilWords.keep}</Button>
      </div>
    </form>
  )
}
