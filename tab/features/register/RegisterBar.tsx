import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { QrCode20Regular } from '@fluentui/react-icons/svg/qr-code'
import { hrefOf } from '../../paths.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Waiting } from './Sending.tsx'
import type { Presses } from './use-presses.ts'
import type { RegisterState } from './use-register.ts'
import { doneWords, words } from './words.ts'

const useStyles = makeStyles({
  last: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 4px 0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  undo: { minHeight: '44px', fontSize: tokens.fontSizeBase400 },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: tokens.spacingHorizontalS,
    maxWidth: '720px',
  },
  button: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
  line: { margin: 0, maxWidth: '720px', textWrap: 'pretty' },
  link: {
    minHeight: '44px',
    minWidth: 0,
    padding: '0 4px',
    fontSize: 'inherit',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
})

type BarProps = {
  readonly sessionId: string
  readonly mayShowCode: boolean
  readonly register: RegisterState
  readonly presses: Presses
  readonly onWalkIn: () => void
}

/** Under the thumb: what was pressed last with its way back, walk-ins, and the code for the room. */
export function RegisterBar({ sessionId, mayShowCode, register, presses, onWalkIn }: BarProps) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const look = mergeClasses(styles.button, outlined)
  const { last, undo } = presses
  const done = last && doneWords(last)
  return (
    <BottomBar label={words.loadingTitle}>
      <Waiting register={register} />
      <Live>
        {done && (
          <div className={styles.last}>
            <span>
              <strong>{done.who}</strong> {done.what}
            </span>
            <Button
              appearance="subtle"
              className={styles.undo}
              icon={<ArrowUndo20Regular aria-hidden />}
              aria-label={`${words.undo}: ${done.who}`}
              onClick={undo}
            >
              {words.undo}
            </Button>
          </div>
        )}
      </Live>
      <div className={styles.buttons}>
        <Button className={look} icon={<PersonAdd20Regular aria-hidden />} onClick={onWalkIn}>
          {words.walkIn}
        </Button>
        {mayShowCode && (
          <Button as="a" className={look} icon={<QrCode20Regular aria-hidden />} href={hrefOf({ page: 'check-in-code', sessionId })}>
            {words.showCode}
          </Button>
        )}
      </div>
    </BottomBar>
  )
}

export function WalkInBar({ onGuest, onBack }: { readonly onGuest: () => void; readonly onBack: () => void }) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  return (
    <BottomBar label={words.walkIn}>
      <div className={styles.line}>
        {words.notAMember}{' '}
        <Button appearance="transparent" className={styles.link} onClick={onGuest}>
          {words.addGuest}
        </Button>{' '}
        {words.neverCounted}
      </div>
      <div className={styles.buttons}>
        <Button className={mergeClasses(styles.button, outlined)} onClick={onBack}>
          {words.backToRegister}
        </Button>
      </div>
    </BottomBar>
  )
}
