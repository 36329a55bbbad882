import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { MemberRequirements } from '../../../api/contracts/requirements.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { keptWords, putDownWords, withdrawnWords, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  asking: { width: '100%', maxWidth: '640px', display: 'grid', gap: tokens.spacingVerticalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Kept = MemberRequirements['completions'][number]
type Props = {
  readonly completions: readonly Kept[]
  readonly now: string
  readonly onWithdraw: (completionId: string, why: string) => Promise<boolean>
}

/** What was put down, those withdrawn too: nothing is ever taken out. */
export function KeptList({ completions, now, onWithdraw }: Props) {
  const styles = useStyles()
  return (
    <Card flush>
      <ul className={styles.list}>
        {completions.map((each) => (
          <li key={each.completionId} className={styles.row}>
            <div>
              <h3 className={styles.title}>{each.label}</h3>
              <p>{keptWords(each)}</p>
              <p className={styles.line}>{putDownWords(each, now)}</p>
              {each.withdrawn && <p className={styles.line}>{withdrawnWords(each.withdrawn, now)}</p>}
            </div>
            {!each.withdrawn && <Withdraw of={each} onWithdraw={async (why) => onWithdraw(each.completionId, why)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type WithdrawProps = { readonly of: Kept; readonly onWithdraw: (why: string) => Promise<boolean> }

/** Asked why, since the Member reads it; what was put down stays. */
function Withdraw({ of, onWithdraw }: WithdrawProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const [isAsking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const look = mergeClasses(officer, outlined)
  const isMissing = why.trim() === ''

  async function withdraw(): Promise<void> {
    setTried(true)
    if (isMissing || isBusy) return
    setBusy(true)
    await onWithdraw(why.trim())
    setBusy(false)
  }
  if (!isAsking) {
    return (
      <Button className={look} aria-label={words.withdrawing(of.label)} onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
    )
  }
  return (
    <div className={styles.asking}>
      <Sentence
        label={words.why}
        hint={words.whyHint}
        wrong={tried && isMissing ? words.isNeeded.why : undefined}
        value={why}
        atMost={300}
        onChange={setWhy}
      />
      <div className={styles.acts}>
        <Button className={look} disabledFocusable={isBusy} onClick={() => void withdraw()}>
          {words.reallyWithdraw}
        </Button>
        <Button className={look} onClick={() => setAsking(false)}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}
