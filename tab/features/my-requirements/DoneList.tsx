import { makeStyles, tokens } from '@fluentui/react-components'
import type { Requirement } from '../../../api/contracts/requirements.ts'
import { hrefOf } from '../../paths.ts'
import { Status } from '../../ui/Status.tsx'
import { evidenceWords } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    padding: '14px 0',
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  evidence: { listStyleType: 'none', margin: 0, padding: 0 },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
})

/** What is done, each with the rule in plain words and what shows it. */
export function DoneList({ of }: { readonly of: readonly Requirement[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {of.map((each) => (
        <li key={each.ruleId} className={styles.item}>
          <Status icon="done">
            <h3 className={styles.title}>{each.label}</h3>
            <p className={styles.quiet}>{each.stands}</p>
            <p className={styles.quiet}>{each.says}</p>
            <ul className={styles.evidence}>
              {each.evidence.map((shown) => (
                <li key={`${shown.on}-${shown.sessionId}`}>
                  <a className={styles.link} href={hrefOf({ page: 'my-session', sessionId: shown.sessionId })}>
                    {evidenceWords(shown)}
                  </a>
                </li>
              ))}
            </ul>
          </Status>
        </li>
      ))}
    </ul>
  )
}
