import { makeStyles, tokens } from '@fluentui/react-components'
import { bulletinDelivery } from '../../../api/contracts/bulletin.ts'
import { useResource } from '../../api/use-resource.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { Card } from '../../ui/Card.tsx'
import { Note } from '../../ui/Note.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { Status, type StatusIcon } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { deliveryLead, outcomeWords, undelivered, words } from './words.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { paddingBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  which: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: '20px', overflowWrap: 'anywhere' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

const icons: Readonly<Record<string, StatusIcon>> = {
  sent: 'done',
  'came-back': 'danger',
  failed: 'danger',
  'needs-attention': 'danger',
  skipped: 'not-needed',
}

/** C4.17: to whom an issue went, and what became of each one's. */
export function DeliveryPage({ issueId }: { readonly issueId: string }) {
  const styles = useStyles()
  const { state, again } = useResource(`/bulletin/${issueId}/delivery`, bulletinDelivery, { everySeconds: 15 })
  const shown = state.kind === 'shown' ? state.value : undefined
  const back = shown && undelivered(shown)
  const title = shown ? `${words.delivery}: issue ${shown.number}` : words.delivery
  const trail = [{ words: words.title, to: { page: 'bulletin' } }, { words: words.delivery }] as const
  return (
    <Page of="officer" title={title} trail={<Trail steps={trail} />} {...(shown ? { lead: deliveryLead(shown) } : {})}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {back && (
        <Note kind="warning">
          <strong>{back.claim}</strong> {back.rest}
          <ul className={styles.which}>
            {back.which.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Note>
      )}
      {shown && (
        <Card>
          <table className={styles.table}>
            <caption className={styles.caption}>{words.sentTo}</caption>
            <thead>
              <tr>
                <th scope="col" className={styles.head}>
                  {words.member}
                </th>
                <th scope="col" className={styles.head}>
                  {words.outcome}
                </th>
              </tr>
            </thead>
            <tbody>
              {bySurname(shown.rows).map((row) => (
                <tr key={`${row.memberId ?? ''} ${row.name}`}>
                  <th scope="row" className={styles.cell}>
                    {row.name}
                  </th>
                  <td className={styles.cell}>
                    <Status icon={icons[row.state] ?? 'waiting'}>{outcomeWords(row)}</Status>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </Page>
  )
}
