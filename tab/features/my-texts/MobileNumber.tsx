import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { NumberForm } from '../../ui/NumberForm.tsx'
import { mobileWords, numberWords, words, type MyTexts } from './words.ts'

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
})

type Props = { readonly texts: MyTexts; readonly onSave: (mobile: string) => Promise<string | undefined> }

/** Where texts go, and the one field to change it. */
export function MobileNumber({ texts, onSave }: Props) {
  const styles = useStyles()
  const [editing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (editing) {
    const close = () => {
      setEditing(false)
      setTimeout(() => opener.current?.focus())
    }
    return <NumberForm words={numberWords(texts)} first={texts.mobile ?? ''} whose="own" onSave={onSave} onClose={close} />
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
