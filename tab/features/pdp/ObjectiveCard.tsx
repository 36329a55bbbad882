import { makeStyles, tokens } from '@fluentui/react-components'
import { Edit20Regular } from '@fluentui/react-icons/svg/edit'
import type { ObjectiveView, PdpPage } from '../../../api/contracts/pdp.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Status } from '../../ui/Status.tsx'
import { objectiveRoute } from './routes.ts'
import { dayWords, progressWords, servingOf, sessionLine, towardsIcons, words } from './words.ts'

const useStyles = makeStyles({
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
  },
  edit: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    margin: '-11px 0',
    color: tokens.colorBrandForegroundLink,
    '@media print': { display: 'none' },
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  progress: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-block', padding: '12px 0', margin: '-12px 0' },
})

type Props = { readonly objective: ObjectiveView; readonly page: PdpPage; readonly memberId: string | undefined }

/** C6.23: one objective, and what has been done towards it. */
export function ObjectiveCard({ objective, page, memberId }: Props) {
  const styles = useStyles()
  const { id, aim, byOn, doneOn } = objective
  const serving = servingOf(objective, page.sessions)
  const name = aim || words.unnamed
  return (
    <Card>
      <div className={styles.top}>
        <h3 className={styles.title}>{name}</h3>
        <a className={styles.edit} href={objectiveRoute(memberId, id).href} aria-label={`${words.edit}: ${name}`}>
          <Edit20Regular aria-hidden />
          {words.edit}
        </a>
      </div>
      <p className={styles.line}>{byOn ? words.by(dayWords(byOn)) : words.noDate}</p>
      {doneOn ? <Status icon="done">{words.done(doneOn)}</Status> : <p className={styles.progress}>{progressWords(serving, page.part)}</p>}
      {serving.length > 0 && (
        <ul className={styles.list}>
          {serving.map((session) => (
            <li key={session.sessionId}>
              <Status icon={towardsIcons[session.towards]}>
                {sessionLine(session, page.part)}{' '}
                {memberId === undefined && session.towards === 'to-answer' && (
                  <a
                    className={styles.link}
                    href={hrefOf({ page: 'my-session', sessionId: session.sessionId })}
                    aria-label={words.answerOf(session.title)}
                  >
                    {words.answer}
                  </a>
                )}
              </Status>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
