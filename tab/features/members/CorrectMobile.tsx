import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { memberMobile } from '../../../api/contracts/register.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { words, type MemberRow } from './words.ts'

const useStyles = makeStyles({
  open: { minHeight: '44px', padding: '0 4px', color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '320px', marginTop: tokens.spacingVerticalS },
  input: { minHeight: '44px', border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { minHeight: '44px' },
})

type Props = { readonly member: MemberRow; readonly onChanged: () => void }

/** A number that cannot be texted, or none: an officer who knows better puts it right here (C3.12). The register's next reading leaves it alone. */
export function CorrectMobile({ member, onChanged }: Props) {
  const styles = useStyles()
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (!editing) {
    const label = member.mobileState === 'none' ? words.addNumber : words.changeNumber
    return (
      <Button
        ref={opener}
        appearance="transparent"
        className={styles.open}
        aria-label={`${label}: ${member.name}`}
        onClick={() => setEditing(true)}
      >
        {label}
      </Button>
    )
  }
  const close = () => {
    setEditing(false)
    setTimeout(() => opener.current?.focus())
  }
  return <NumberForm member={member} onChanged={onChanged} onClose={close} />
}

function NumberForm({ member, onChanged, onClose }: Props & { readonly onClose: () => void }) {
  const styles = useStyles()
  const api = useApi()
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function save(): Promise<void> {
    if (number.trim() === '') return refuse(words.emptyNumber)
    const answer = await api.put(`/members/${member.memberId}/mobile`, { mobile: number.trim() }, memberMobile)
    if (answer.kind === 'ok') return onChanged()
    return refuse(answer.kind === 'unreachable' ? words.notSaved : [answer.problem.title, answer.problem.detail].filter(Boolean).join('. '))
  }
  function refuse(why: string): void {
    setWrong(why)
    field.current?.focus()
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <LabelledField label={words.numberFor(member.name)} hint={words.numberHint} wrong={wrong}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={field}
            type="tel"
            autoComplete="off"
            className={styles.input}
            value={number}
            onChange={(_event, { value }) => setNumber(value)}
          />
        )}
      </LabelledField>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.button}>
          {words.saveNumber}
        </Button>
        <Button appearance="outline" className={styles.button} onClick={onClose}>
          {words.keepNumber}
        </Button>
      </div>
    </form>
  )
}
