import { makeStyles, tokens } from '@fluentui/react-components'
import { placesList } from '../../../api/contracts/places.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { listTable, listedWords, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    padding: '10px 0',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
    overflowWrap: 'anywhere',
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

const trail = [{ words: words.bulletin, to: { page: 'bulletin' } }, { words: words.title }] as const

/** C4.4: everything with limited places that is not long over, the earliest closing first. */
export function PlacesListPage() {
  const styles = useStyles()
  const { state, again } = useResource('/places', placesList)
  const shown = state.kind === 'shown' ? state.value : undefined
  return (
    <Page
      of="officer"
      title={words.title}
      lead={words.listLead}
      trail={<Trail steps={trail} />}
      {...(shown && shown.offers.length > 0 ? { actions: <TakeAway name={words.title} table={() => listTable(shown)} /> } : {})}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown?.offers.length === 0 && <Card>{words.none}</Card>}
      {shown && shown.offers.length > 0 && (
        <Card>
          <ul className={styles.list}>
            {shown.offers.map((offer) => (
              <li key={offer.offerId} className={styles.row}>
                <a className={styles.link} href={hrefOf({ page: 'places', offerId: offer.offerId })}>
                  {offer.title}
                </a>
                <p className={styles.line}>{listedWords(offer)}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
