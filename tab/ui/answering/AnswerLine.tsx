import { makeStyles, tokens } from '@fluentui/react-components'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { Status } from '../Status.tsx'
import { visuallyHidden } from '../visually-hidden.ts'
import type { Telling } from './telling.ts'
import { announcedCount, answerLine } from './words.ts'

const useStyles = makeStyles({
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  heard: visuallyHidden,
})

type Props = { readonly telling: Telling; readonly session: MySession; readonly now: string }

/** How the answer stands; read out as it changes, with the count when Outlook has it. */
export function AnswerLine({ telling, session, now }: Props) {
  const styles = useStyles()
  const { icon, words } = answerLine(telling, session, now)
  return (
    <div role="status">
      {icon ? <Status icon={icon}>{words}</Status> : <p className={styles.hint}>{words}</p>}
      {telling.kind === 'told' && <span className={styles.heard}> {announcedCount(session)}</span>}
    </div>
  )
}
