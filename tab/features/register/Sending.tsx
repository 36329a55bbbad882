import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { AttendanceRegister } from '../../../api/contracts/attendance.ts'
import type { Known } from '../../api/shown.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Note } from '../../ui/Note.tsx'
import { Status } from '../../ui/Status.tsx'
import { waiting } from './kept-marks.ts'
import type { RegisterState } from './use-register.ts'
import { keptWords, refusedWords, savedWords, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  waiting: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: '720px',
  },
  list: { margin: 0, paddingLeft: '20px' },
})

type Props = { readonly state: Known<AttendanceRegister>; readonly register: RegisterState }

/** Whether the register has what was pressed: "Saved 5:58pm", or how much waits on this phone. */
export function Saved({ state, register: { sending, kept } }: Props) {
  const styles = useStyles()
  if (sending === 'kept') return <div className={styles.row}>{keptWords(waiting(kept).length)}</div>
  if (!state.fresh && sending !== 'sending') return <div className={styles.row}>{words.noConnection}</div>
  return <div className={styles.row}>{sending === 'sending' ? words.saving : savedWords(state.value)}</div>
}

/** The same under the thumb, wherever the list has been scrolled to, while anything waits. */
export function Waiting({ register }: Pick<Props, 'register'>) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { sending, kept, lasts, trouble, sendNow } = register
  const isKept = sending === 'kept'
  return (
    <div className={isKept ? styles.waiting : undefined}>
      <Live>
        {isKept && (
          <Status icon="to-send">
            {keptWords(waiting(kept).length)}. {trouble} {!lasts && words.keepPageOpen}
          </Status>
        )}
      </Live>
      {isKept && (
        <Button className={mergeClasses(officer, outlined)} onClick={sendNow}>
          {words.sendNow}
        </Button>
      )}
    </div>
  )
}

/** Marks that the register would not take: said one by one, until the officer has put them away. */
export function Refused({ register, page }: { readonly register: RegisterState; readonly page: AttendanceRegister }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const refused = register.kept.flatMap((mark) => (mark.refused === undefined ? [] : [{ ...mark, refused: mark.refused }]))
  if (refused.length === 0) return null
  const nameOf = (about: (typeof refused)[number]['about']) =>
    'guest' in about ? about.guest.name : (page.rows.find(({ memberId }) => memberId === about.memberId)?.name ?? 'A Member')
  return (
    <Note
      kind="warning"
      action={
        <Button className={mergeClasses(officer, outlined)} onClick={register.forgetRefused}>
          {words.forget}
        </Button>
      }
    >
      <ul className={styles.list}>
        {refused.map(({ id, about, recorded, refused: because }) => (
          <li key={id}>{refusedWords(nameOf(about), recorded, because)}</li>
        ))}
      </ul>
    </Note>
  )
}
