import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CheckInCode } from '../../../api/contracts/attendance.ts'
import type { Known } from '../../api/shown.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Note } from '../../ui/Note.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { fullWhen } from '../../ui/words-of-time.ts'
import { closedWords, halves, hereWords, nextWords, words } from './words.ts'
import { useCode } from './use-code.ts'

const useStyles = makeStyles({
  card: { alignItems: 'center', textAlign: 'center', padding: '32px 12px', gap: tokens.spacingVerticalL },
  how: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, textWrap: 'balance' },
  code: {
    margin: 0,
    fontFamily: tokens.fontFamilyNumeric,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightBold,
    fontSize: 'clamp(56px, 17vw, 220px)',
    lineHeight: 1.1,
    letterSpacing: '0.04em',
    whiteSpace: 'nowrap',
  },
  next: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, color: tokens.colorNeutralForeground2 },
  bar: {
    width: 'min(480px, 90%)',
    height: '8px',
    borderRadius: '4px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: 'hidden',
  },
  left: { height: '100%', backgroundColor: tokens.colorBrandForeground1, forcedColorAdjust: 'none' },
  here: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  register: { alignSelf: 'flex-start' },
})

/** C2.6: the code in large, for a screen in the room. It changes each minute; the one before still works for a minute. */
export function CodePage({ sessionId }: { readonly sessionId: string }) {
  const { resource, secondsLeft } = useCode(sessionId)
  const { state, again } = resource
  if (state.kind === 'shown') return <Shown state={state} secondsLeft={secondsLeft} onTryAgain={again} />
  return (
    <SessionPending title={words.title} state={state} onTryAgain={again}>
      <SkeletonCard bars={listBars} />
    </SessionPending>
  )
}

type ShownProps = { readonly state: Known<CheckInCode>; readonly secondsLeft: number; readonly onTryAgain: () => Promise<void> }

function Shown({ state, secondsLeft, onTryAgain }: ShownProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const page = state.value
  const { sessionId } = page
  const closed = closedWords(page)
  return (
    <Page
      of="officer"
      title={page.title}
      lead={fullWhen(page)}
      trail={
        <SessionTrail
          session={page}
          over={[{ words: words.trailRegister, to: { page: 'register', sessionId: page.sessionId } }]}
          here={words.trail}
        />
      }
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      {page.state.kind === 'open' ? (
        <Card className={styles.card}>
          <p className={styles.how}>{words.how}</p>
          <p className={styles.code}>{halves(page.state.code)}</p>
          <div className={styles.bar} aria-hidden>
            <div className={styles.left} style={{ width: `${Math.round((secondsLeft / 60) * 100)}%` }} />
          </div>
          <p className={styles.next}>{nextWords(secondsLeft)}</p>
          <p className={styles.here}>{hereWords(page.here)}</p>
        </Card>
      ) : (
        <Note kind="info">{closed}</Note>
      )}
      <Button as="a" className={mergeClasses(officer, outlined, styles.register)} href={hrefOf({ page: 'register', sessionId })}>
        {words.register}
      </Button>
    </Page>
  )
}
