import {
  Button,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { Video20Regular } from '@fluentui/react-icons/svg/video'
import { useRef, useState } from 'react'
import type { AttendanceRow } from '../../../api/contracts/attendance.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Status } from '../../ui/Status.tsx'
import { isHere, type Here } from './shown-register.ts'
import {
  answerLine,
  bareName,
  buttonName,
  changeToWords,
  choices,
  choiceWords,
  keepWords,
  moreName,
  recordedWords,
  unseenWords,
} from './words.ts'

type Recorded = AttendanceRow['recorded']

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  item: { '& + &': { borderTop: thin }, scrollMarginBottom: '160px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 124px 44px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '64px',
    padding: '8px 8px 8px 16px',
    boxSizing: 'border-box',
    '@media (max-width: 359.98px)': { gridTemplateColumns: 'minmax(0, 1fr) 108px 44px', gap: '4px', paddingLeft: '12px' },
  },
  /** Nothing can be pressed. */
  shut: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    paddingRight: '16px',
    '@media (max-width: 359.98px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, lineHeight: '20px', overflowWrap: 'anywhere' },
  answer: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  here: { width: '100%', minWidth: 0, height: '48px', padding: '0 4px', fontSize: tokens.fontSizeBase400 },
  more: { minWidth: '44px', width: '44px', height: '48px', padding: 0 },
  unseen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '0 16px 12px' },
  settle: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  readonly row: AttendanceRow
  /** False before it opens, and for whoever may not record: what is recorded is shown, and nothing can be pressed. */
  readonly mayPress: boolean
  readonly here: Here
  readonly onPress: (row: AttendanceRow, recorded: Recorded) => void
}

/** One Member at the door: the name, what they had answered, and one large button. */
export function MemberRow({ row, mayPress, here, onPress }: Props) {
  const styles = useStyles()
  const { name, recorded, unseen } = row
  return (
    <li className={styles.item}>
      <div className={mergeClasses(styles.row, !mayPress && styles.shut)}>
        <div>
          <div className={styles.name}>{bareName(name)}</div>
          <div className={styles.answer}>{answerLine(row)}</div>
        </div>
        {mayPress ? (
          <>
            <HereButton name={name} recorded={recorded} here={here} onPress={(said) => onPress(row, said)} />
            <More name={name} recorded={recorded} onChoose={(said) => onPress(row, said)} />
          </>
        ) : (
          <span>{recorded === 'not-recorded' ? '' : recordedWords[recorded]}</span>
        )}
      </div>
      {unseen && mayPress && <Unseen row={row} unseen={unseen} onPress={onPress} />}
    </li>
  )
}

type ButtonProps = {
  readonly name: string
  readonly recorded: Recorded
  /** What the press records. */
  readonly here: Here
  readonly onPress: (recorded: Recorded) => void
}

/** Pressed once it records, pressed again it takes back; apologies and absence give way to whoever comes after all. */
export function HereButton({ name, recorded, here, onPress }: ButtonProps) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const isPressed = isHere(recorded)
  const isAway = recorded === 'apologies' || recorded === 'absent'
  return (
    <ToggleButton
      checked={isPressed}
      appearance={isPressed ? 'primary' : isAway ? 'transparent' : 'outline'}
      className={mergeClasses(styles.here, !isPressed && !isAway && outlined)}
      aria-label={buttonName(name, recorded, here)}
      {...(isPressed ? { icon: recorded === 'online' ? <Video20Regular aria-hidden /> : <Checkmark20Regular aria-hidden /> } : {})}
      {...(isAway ? { icon: <Dismiss20Regular aria-hidden /> } : {})}
      onClick={() => onPress(isPressed ? 'not-recorded' : here)}
    >
      {recorded === 'not-recorded' ? recordedWords[here] : recordedWords[recorded]}
    </ToggleButton>
  )
}

type MoreProps = { readonly name: string; readonly recorded: Recorded; readonly onChoose: (recorded: Recorded) => void }

function More({ name, recorded, onChoose }: MoreProps) {
  const styles = useStyles()
  const button = useRef<HTMLButtonElement>(null)
  const [page, setPage] = useState<HTMLElement | null>(null)
  return (
    <Menu
      // Within the page and not beside it: what is read there belongs to its main part.
      mountNode={page}
      onOpenChange={() => setPage(button.current?.closest('main') ?? null)}
      checkedValues={{ recorded: [recorded] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = choices.find((choice) => choice === checkedItems[0])
        if (chosen) onChoose(chosen)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          ref={button}
          appearance="subtle"
          className={styles.more}
          menuIcon={null}
          icon={<MoreHorizontal20Regular aria-hidden />}
          aria-label={moreName(name)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((choice) => (
            <MenuItemRadio key={choice} name="recorded" value={choice} style={{ minHeight: '44px', alignItems: 'center' }}>
              {choiceWords[choice]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type UnseenProps = Pick<Props, 'row' | 'onPress'> & { readonly unseen: NonNullable<AttendanceRow['unseen']> }

/** Two phones without a network said different things: both are told, and one press settles it. */
function Unseen({ row, unseen, onPress }: UnseenProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const look = mergeClasses(officer, outlined)
  const who = bareName(row.name)
  return (
    <div className={styles.unseen}>
      <Status icon="danger">{unseenWords(row, unseen)}</Status>
      <div className={styles.settle}>
        <Button className={look} aria-label={`${keepWords(row.recorded)}, ${who}`} onClick={() => onPress(row, row.recorded)}>
          {keepWords(row.recorded)}
        </Button>
        <Button className={look} aria-label={`${changeToWords(unseen.recorded)}, ${who}`} onClick={() => onPress(row, unseen.recorded)}>
          {changeToWords(unseen.recorded)}
        </Button>
      </div>
    </div>
  )
}
