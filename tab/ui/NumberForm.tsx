import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useButtonStyles } from './button-styles.ts'
import { LabelledField } from './LabelledField.tsx'
import { Live } from './Live.tsx'
import { Status } from './Status.tsx'
import { phone } from './widths.ts'
import { wordsOfSaving } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  input: { maxWidth: '320px' },
  large: {
    minHeight: '48px',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '& > button': { [phone]: { flex: '1 1 auto' } } },
  button: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
})

export type WordsOfNumberForm = {
  readonly label: string
  readonly hint: string
  readonly empty: string
  readonly save: string
  readonly leave: string
  /** What to press where there is no number to write. Absent where that is no answer. */
  readonly none?: string
}

type Props = {
  readonly words: WordsOfNumberForm
  readonly first: string
  /** Her own is large, as her pages are, and browsers may fill it in; somebody else's stands in an officer's table. */
  readonly whose: 'own' | 'anothers'
  /** Saves the number, empty for none, and says why it did not. */
  readonly onSave: (mobile: string) => Promise<string | undefined>
  readonly onClose: (wasSaved: boolean) => void
}

/** One mobile number, to be put right: by its owner or by an officer. What was typed stays until it is saved or left. */
export function NumberForm({ words, first, whose, onSave, onClose }: Props) {
  const styles = useStyles()
  const { officer, field: dense, outlined } = useButtonStyles()
  const look = whose === 'own' ? styles.button : officer
  const [number, setNumber] = useState(first)
  const [wrong, setWrong] = useState<string>()
  const [saving, setSaving] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  function refuse(why: string): void {
    setWrong(why)
    field.current?.focus()
  }
  async function save(mobile: string): Promise<void> {
    if (saving) return
    setSaving(true)
    const why = await onSave(mobile)
    setSaving(false)
    if (why === undefined) onClose(true)
    else refuse(why)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    const written = number.trim()
    if (written === '') refuse(words.empty)
    else void save(written)
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <LabelledField label={words.label} hint={words.hint} wrong={wrong}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={field}
            type="tel"
            autoComplete={whose === 'own' ? 'tel' : 'off'}
            size={whose === 'own' ? 'large' : 'medium'}
            maxLength={longest}
            className={mergeClasses(styles.input, whose === 'own' ? styles.large : dense)}
            value={number}
            onChange={(_event, { value }) => setNumber(value)}
          />
        )}
      </LabelledField>
      <Live>{saving && <Status icon="telling">{wordsOfSaving.saving}</Status>}</Live>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={look}>
          {words.save}
        </Button>
        {words.none && (
          <Button appearance="outline" className={mergeClasses(look, outlined)} onClick={() => void save('')}>
            {words.none}
          </Button>
        )}
        <Button appearance="outline" className={mergeClasses(look, outlined)} onClick={() => onClose(false)}>
          {words.leave}
        </Button>
      </div>
    </form>
  )
}

/** As the API takes it. */
const longest = 40
