import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { checkedIn, type CheckedIn } from '../../../api/contracts/attendance.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useButtonStyles } from '../button-styles.ts'
import { LabelledField } from '../LabelledField.tsx'
import { Live } from '../Live.tsx'
import { Status } from '../Status.tsx'
import { problemWords, wordsOfSaving } from '../words.ts'
import { checkedInWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '440px' },
  code: { fontVariantNumeric: 'tabular-nums', minHeight: '48px', '& input': { fontSize: tokens.fontSizeBase500, letterSpacing: '0.1em' } },
  button: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
})

type Props = {
  /** Without it the code finds its own session: for whoever was not invited. */
  readonly sessionId?: string
  readonly onCheckedIn?: (done: CheckedIn) => void
}

/** C2.6: a Member says that she is there, with the code that only the room shows. The server confirms it, and the page says so. */
export function CodeEntry({ sessionId, onCheckedIn }: Props) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  const api = useApi()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [done, setDone] = useState<CheckedIn>()
  const input = useRef<HTMLInputElement>(null)

  async function send(): Promise<void> {
    if (busy) return
    if (code.replaceAll(/\D/g, '').length !== 6) return refuse(words.needed)
    setBusy(true)
    setWrong(undefined)
    const answer = await api.post('/my/check-in', { code, ...(sessionId ? { sessionId } : {}) }, checkedIn)
    setBusy(false)
    if (answer.kind !== 'ok') return refuse(answer.kind === 'unreachable' ? words.unreachable : problemWords(answer.problem))
    setDone(answer.value)
    onCheckedIn?.(answer.value)
  }
  function refuse(because: string): void {
    setWrong(because)
    input.current?.focus()
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Live>{done && <Status icon="done">{checkedInWords(done)}</Status>}</Live>
      {!done && (
        <>
          <LabelledField label={words.label} hint={words.hint} wrong={wrong}>
            {(wiring) => (
              <Input
                {...wiring}
                input={{ ref: input }}
                className={`${field} ${styles.code}`}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={9}
                value={code}
                onChange={(_event, { value }) => setCode(value)}
              />
            )}
          </LabelledField>
          <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={busy}>
            {busy ? wordsOfSaving.saving : words.button}
          </Button>
        </>
      )}
    </form>
  )
}
