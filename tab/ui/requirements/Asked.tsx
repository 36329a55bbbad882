import { makeStyles, tokens } from '@fluentui/react-components'
import type { Requirement } from '../../../api/contracts/requirements.ts'
import { LinkRow } from '../LinkRow.tsx'
import { Status } from '../Status.tsx'
import { wayWords, words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, textWrap: 'pretty' },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
})

type Props = { readonly of: Requirement; readonly now: string; readonly whole?: boolean }

/** One thing that is not done yet: what is asked, what would meet it, and on its own page why. Clauses: C5.1, C5.3. */
export function Asked({ of, now, whole = false }: Props) {
  const styles = useStyles()
  const way = wayWords(of, 'member', now)
  const mayOpen = of.next && of.next.answer !== 'uninvited'
  return (
    <>
      <h3 className={styles.title}>{of.label}</h3>
      <p className={styles.line}>{of.stands}</p>
      <Status icon={way.icon}>{way.words}</Status>
      {whole && <p className={styles.quiet}>{of.why}</p>}
      {whole && <p className={styles.quiet}>{of.says}</p>}
      {mayOpen && of.next && <LinkRow to={{ page: 'my-session', sessionId: of.next.sessionId }} words={words.see} of={of.next.title} />}
    </>
  )
}
