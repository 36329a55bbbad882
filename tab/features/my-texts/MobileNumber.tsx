import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { phone } from '../../ui/widths.ts'
import { mobileWords, words, type MyTexts } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalL}` },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  number: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  change: {
    minHeight: '44px',
    minWidth: '44px',
    padding: '0 4px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  input: {
    minHeight: '48px',
    maxWidth: '320px',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { minHeight: '48px', fontSize: tokens.fontSizeBase400, [phone]: { flex: '1 1 auto' } },
})

type Props = { readonly texts: MyTexts; readonly trouble: string | undefined; readonly onSave: (mobile: string) => Promise<boolean> }

/** Where texts go, and the one field to change it. */
export function MobileNumber({ texts, trouble, onSave }: Props) {
  const styles = useStyles()
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (editing) {
    const close = () => {
      setEditing(false)
      setTimeout(() => opener.current?.focus())
    }
    return <NumberForm first={texts.mobile ?? ''} trouble={trouble} onSave={onSave} onClose={close} />
  }
  return (
    <div>
      <p className={styles.label}>{words.goTo}</p>
      <div className={styles.row}>
        <p className={styles.number}>{mobileWords(texts)}</p>
        <Button
          ref={opener}
          appearance="transparent"
          className={styles.change}
          aria-label={texts.mobile ? words.changeNamed : words.add}
          onClick={() => setEditing(true)}
        >
          {texts.mobile ? words.change : words.add}
        </Button>
      </div>
    </div>
  )
}

type FormProps = {
  readonly first: string
  readonly trouble: string | undefined
  readonly onSave: (mobile: string) => Promise<boolean>
  readonly onClose: () => void
}

function NumberForm({ first, trouble, onSave, onClose }: FormProps) {
  const styles = useStyles()
  const [number, setNumber] = useState(first)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isEmpty = number.trim() === ''
  useEffect(() => field.current?.focus(), [])

  async function save(): Promise<void> {
    setTried(true)
    if (!isEmpty && (await onSave(number.trim()))) onClose()
    else field.current?.focus()
  }
  const wrong = tried ? (isEmpty ? words.empty : trouble) : undefined
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <LabelledField label={words.mobile} hint={words.mobileHint} wrong={wrong}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={field}
            type="tel"
            autoComplete="tel"
            size="large"
            className={styles.input}
            value={number}
            onChange={(_event, { value }) => setNumber(value)}
          />
        )}
      </LabelledField>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.button}>
          {words.save}
        </Button>
        <Button appearance="outline" className={styles.button} onClick={onClose}>
          {first === '' ? words.notNow : words.keep}
        </Button>
      </div>
    </form>
  )
}
