import { makeStyles, tokens } from '@fluentui/react-components'
import { myPlaces, type MyPlace } from '../../../api/contracts/places.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../Card.tsx'
import { LinkRow } from '../LinkRow.tsx'
import { Section } from '../Section.tsx'
import { mineWords, subjectWords, words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  line: { margin: 0, textWrap: 'pretty' },
})

/**
 * C4.4: limited places that are open to her, and what came of those that she was interested in. Nothing where there are none, or they
 * cannot be read: the page that it stands on says so of itself.
 */
export function MyPlaces({ sessionId }: { readonly sessionId?: string }) {
  const { state } = useResource('/my/places', myPlaces)
  const all = state.kind === 'shown' ? state.value.offers : []
  const shown = sessionId === undefined ? all : all.filter(({ subject }) => subject.kind === 'session' && subject.id === sessionId)
  if (shown.length === 0) return null
  return (
    <Section of="member" heading={words.heading}>
      {shown.map((place) => (
        <PlaceCard key={place.offerId} place={place} isNamed={sessionId === undefined} />
      ))}
    </Section>
  )
}

function PlaceCard({ place, isNamed }: { readonly place: MyPlace; readonly isNamed: boolean }) {
  const styles = useStyles()
  const { title } = place.subject
  const facts = subjectWords(place.subject)
  return (
    <Card>
      {isNamed && (
        <div>
          <h3 className={styles.title}>{title}</h3>
          {facts && <p className={styles.facts}>{facts}</p>}
        </div>
      )}
      <p className={styles.line}>{mineWords(place)}</p>
      <LinkRow to={{ page: 'my-places', offerId: place.offerId }} words={words.see} of={title} />
    </Card>
  )
}
