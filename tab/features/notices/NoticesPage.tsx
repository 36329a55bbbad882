import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { notices, type Notices, type NoticeView } from '../../../api/contracts/bulletin.ts'
import { noticeId } from '../../../domain/kernel/ids.ts'
import { offerIdOf } from '../../../domain/places/offer.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource } from '../../api/use-resource.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { useFocusNext } from '../../ui/use-focus-next.ts'
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
  became: { ':has([role="status"]:empty)': { position: 'absolute' } },
  result: { ':focus': { outline: 'none' } },
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
  const [takenOut, setTakenOut] = useState<string>()
  const { within, focusIfLost } = useFocusNext()
  const shown = state.kind === 'shown' ? state.value : undefined

  function settle(answer: Answer<Notices>): boolean {
    if (answer.kind === 'ok') replace(answer.value)
    setTakenOut(undefined)
    setTrouble(answer.kind === 'ok' ? undefined : answer.kind === 'unreachable' ? words.unreachable : problemWords(answer.problem))
    return answer.kind === 'ok'
  }
  async function add(written: Written): Promise<boolean> {
    const isDone = settle(await api.post('/bulletin/notices', bodyOf(written), notices))
    if (isDone) setAdding(false)
    return isDone
  }
  /** Its row goes, and what was pressed in it. */
  async function remove({ noticeId: id, title }: NoticeView): Promise<void> {
    if (!settle(await api.remove(`/bulletin/notices/${id}`, notices))) return
    setTakenOut(title)
    focusIfLost('[data-result]')
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
      <div ref={within} className={styles.became}>
        <div data-result tabIndex={-1} className={styles.result}>
          <Live>
            {trouble && <Status icon="danger">{trouble}</Status>}
            {takenOut && <Status icon="done">{words.takenOut(takenOut)}</Status>}
          </Live>
        </div>
      </div>
      {shown && isAdding && <NoticeForm known={shown} onAdd={add} onCancel={() => setAdding(false)} />}
      {shown && (
        <a className={styles.link} href={hrefOf({ page: 'places' })}>
          {words.allPlaces}
        </a>
      )}
      {shown && <List notices={shown.notices} onRemove={remove} />}
    </Page>
  )
}

type ListProps = { readonly notices: readonly NoticeView[]; readonly onRemove: (notice: NoticeView) => Promise<void> }

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
  const { title, places } = notice
  const look = mergeClasses(styles.act, outlined)
  if (!places) {
    return (
      <Button className={look} aria-label={words.removing(title)} onClick={() => void onRemove(notice)}>
        {words.remove}
      </Button>
    )
  }
  return (
    <AskTwice
      subject={places}
      opener={{ words: words.remove, label: words.removing(title) }}
      sure={overWords}
      yes={({ interested }) => ({ words: words.reallyRemove(interested), label: `${words.reallyRemove(interested)}: ${title}` })}
      no={words.keep}
      onYes={() => onRemove(notice)}
      look={styles.act}
    />
  )
}
