import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImportReport as Report } from '../../../api/contracts/register.ts'
import { Note } from '../../ui/Note.tsx'
import { Section } from '../../ui/Section.tsx'
import { doubtWords, importWords, words } from './words.ts'

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

type Props = { readonly report: Report; readonly now: string; readonly mayCorrect: boolean }

/** What the latest reading made of the register, whether it came to its end, and what it leaves in doubt. */
export function ImportReport({ report, now, mayCorrect }: Props) {
  const styles = useStyles()
  return (
    <>
      {report.unfinished && <Note kind="warning">{words.unfinished}</Note>}
      <p className={styles.line}>{importWords(report, now)}</p>
      {report.doubtful.length > 0 && (
        <Section of="officer" heading={words.doubts}>
          <p className={styles.line}>{mayCorrect ? words.doubtsLead : words.doubtsLeadOnly}</p>
          <ul className={styles.list}>
            {report.doubtful.map((each, place) => (
              <li key={`${each.name}-${place}`}>
                <strong>{each.name}</strong>
                {each.ward ? `, ${each.ward}` : ''}: {doubtWords(each)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
