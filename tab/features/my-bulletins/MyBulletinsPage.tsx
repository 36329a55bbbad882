import { makeStyles, tokens } from '@fluentui/react-components'
import { myBulletins } from '../../../api/contracts/bulletin.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { leadWords, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    padding: '14px 0',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
  },
  subject: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
})

/** C4.17: every issue that was sent, newest first. */
export function MyBulletinsPage() {
  const styles = useStyles()
  const { state, again } = useResource('/my/bulletins', myBulletins)
  const shown = state.kind === 'shown' ? state.value : undefined
  const lead = shown && leadWords(shown)
  return (
    <Page of="member" title={shown?.name ?? words.title} {...(lead ? { lead } : {})}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown?.issues.length === 0 && <Card>{words.none}</Card>}
      {shown && shown.issues.length > 0 && (
        <Section of="member" heading={words.past}>
          <Card>
            <ul className={styles.list}>
              {shown.issues.map((issue) => (
                <li key={issue.issueId} className={styles.row}>
                  <a className={styles.link} href={hrefOf({ page: 'bulletins', issueId: issue.issueId })}>
                    {words.read(issue)}
                  </a>
                  <p className={styles.subject}>{issue.subject}</p>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
    </Page>
  )
}
