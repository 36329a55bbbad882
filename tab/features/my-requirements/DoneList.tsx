import { makeStyles, tokens } from '@fluentui/react-components'
import type { Requirement } from '../../../api/contracts/requirements.ts'
import { EvidenceList } from '../../ui/requirements/EvidenceList.tsx'
import { Status } from '../../ui/Status.tsx'

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
            <EvidenceList of={each} reader="member" />
          </Status>
        </li>
      ))}
    </ul>
  )
}
