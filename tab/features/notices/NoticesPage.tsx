import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { notices, type Notices, type NoticeView } from '../../../api/contracts/bulletin.ts'
import { noticeId } from '../../../domain/kernel/ids.ts'
import { offerIdOf } from '../../../domain/places/offer.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource } from '../../api/use-resource.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { problemWords } from '../../ui/words.ts'
import { NoticeForm } from './NoticeForm.tsx'
import { bodyOf, factsOf, overWords, standsWords, words, type Written } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
  },
  what: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  act: { minHeight: '44px' },
  asking: { flex: '1 1 100%', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', color: tokens.colorBrandForegroundLink },
})

const trail = [{ words: words.bulletin, to: { page: 'bulletin' } }, { words: words.trail }] as const

/** C4.5 to C4.7, C4.20: what officers put down for the bulletin. */
export function NoticesPage() {
  const styles = useStyles()
  const api = useApi()
  const { state, again, replace } = useResource('/bulletin/notices', notices)
  const { officer } = useButtonStyles()
  const [isAdding, setAdding] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const shown = state.kind === 'shown' ? state.value : undefined

  function settle(answer: Answer<Notices>): boolean {
    if (answer.kind === 'ok') replace(answer.value)
    setTrouble(answer.kind === 'ok' ? undefined : answer.kind === 'unreachable' ? words.unreachable : problemWords(answer.problem))
    return answer.kind === 'ok'
  }
  async function add(written: Written): Promise<boolean> {
    const isDone = settle(await api.post('/bulletin/notices', bodyOf(written), notices))
    if (isDone) setAdding(false)
    return isDone
  }
  return (
    <Page
      of="officer"
      title={words.title}
      lead={words.lead}
      trail={<Trail steps={trail} />}
      actions={
        shown && !isAdding ? (
          <Button appearance="primary" className={officer} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      <Live>{trouble && <Status icon="danger">{trouble}</Status>}</Live>
      {shown && isAdding && <NoticeForm known={shown} onAdd={add} onCancel={() => setAdding(false)} />}
      {shown && (
        <a className={styles.link} href={hrefOf({ page: 'places' })}>
          {words.allPlaces}
        </a>
      )}
      {shown && <List notices={shown.notices} onRemove={async (id) => void settle(await api.remove(`/bulletin/notices/${id}`, notices))} />}
    </Page>
  )
}

type ListProps = { readonly notices: readonly NoticeView[]; readonly onRemove: (id: string) => Promise<void> }

function List({ notices: all, onRemove }: ListProps) {
  const styles = useStyles()
  if (all.length === 0) return <Card>{words.none}</Card>
  return (
    <Card flush>
      <ul className={styles.list}>
        {all.map((notice) => (
          <li key={notice.noticeId} className={styles.row}>
            <div className={styles.what}>
              <h2 className={styles.title}>{notice.title}</h2>
              <p className={styles.line}>{factsOf(notice)}</p>
              <p className={styles.line}>{standsWords(notice)}</p>
              {(notice.section === 'external' || notice.section === 'own-time') && (
                <a
                  className={styles.link}
                  href={hrefOf({ page: 'places', offerId: offerIdOf({ kind: 'notice', noticeId: noticeId(notice.noticeId) }) })}
                  aria-label={words.placesOf(notice.title)}
                >
                  {words.places}
                </a>
              )}
            </div>
            {(notice.stands === 'next-issue' || notice.places) && <TakeOut notice={notice} onRemove={onRemove} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type TakeOutProps = { readonly notice: NoticeView; readonly onRemove: ListProps['onRemove'] }

/** At once, but where Members would be written to: then it is asked once more, with how many they are. */
function TakeOut({ notice, onRemove }: TakeOutProps) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const [isAsking, setAsking] = useState(false)
  const { title, places } = notice
  const look = mergeClasses(styles.act, outlined)
  const remove = () => void onRemove(notice.noticeId)
  if (!places) {
    return (
      <Button className={look} aria-label={words.removing(title)} onClick={remove}>
        {words.remove}
      </Button>
    )
  }
  return (
    <div className={isAsking ? styles.asking : undefined}>
      <Live>{isAsking && <Status icon="info">{overWords(places)}</Status>}</Live>
      <div className={styles.buttons}>
        {isAsking ? (
          <>
            <Button className={look} aria-label={`${words.reallyRemove(places.interested)}: ${title}`} onClick={remove}>
              {words.reallyRemove(places.interested)}
            </Button>
            <Button className={look} onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          </>
        ) : (
          <Button className={look} aria-label={words.removing(title)} onClick={() => setAsking(true)}>
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  )
}
