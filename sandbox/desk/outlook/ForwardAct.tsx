import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { isOutside } from '../people/people.ts'
import type { OutlookEvent } from './graph.ts'
import { OutlookFailure } from './OutlookFailure.tsx'
import { useAct } from './use-act.ts'
import { outlookWords } from './words.ts'

/** Sending an invitation on to someone who was not asked, as Outlook lets anyone do. */
export function ForwardAct({ event }: { readonly event: OutlookEvent }) {
  const { sandbox, person, outlookOf } = useDesk()
  const { busy, refused, act } = useAct()
  const [open, setOpen] = useState(false)
  const others = sandbox.people.filter(({ id }) => id !== person.id)
  const [to, setTo] = useState(others[0]?.id)

  async function forward(): Promise<void> {
    const found = others.find(({ id }) => id === to)
    if (found && (await act(() => outlookOf(person).forward(event.id, found, ''), outlookWords.forwarded(found.name)))) setOpen(false)
  }

  if (!open) {
    return (
      <div>
        <Button appearance="transparent" className="quiet-button" onClick={() => setOpen(true)}>
          {outlookWords.forward}
        </Button>
      </div>
    )
  }
  return (
    <div className="act">
      <Field label={outlookWords.forwardTo}>
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {isOutside(other) ? outlookWords.fromOutside(other.name) : other.name}
            </option>
          ))}
        </Select>
      </Field>
      {refused && <OutlookFailure because={refused} />}
      <div className="answers">
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void forward()}>
          {outlookWords.forwardDo}
        </Button>
        <Button onClick={() => setOpen(false)}>{outlookWords.keep}</Button>
      </div>
    </div>
  )
}
