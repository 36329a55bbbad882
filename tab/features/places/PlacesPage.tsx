import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { PlacesPage as PageData } from '../../../api/contracts/places.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { placesWords } from '../../../domain/places/words.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Drawn } from '../../ui/places/Drawn.tsx'
import { subjectWords } from '../../ui/places/words.ts'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { TermsForm } from './TermsForm.tsx'
import { usePlaces, type Doing, type PlacesState } from './use-places.ts'
import { confirmWords, placesTable, recordWords, rowWords, standsWords, words } from './words.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px' },
  line: { margin: 0, textWrap: 'pretty' },
  start: { alignSelf: 'flex-start' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
  },
  who: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  act: { minHeight: '44px' },
  unprinted: { '@media print': { display: 'none' } },
})

/** C4.4: limited places at one session or one outside opportunity, from their terms to who has them. */
export function PlacesPage({ offerId }: { readonly offerId: string }) {
  const styles = useStyles()
  const places = usePlaces(offerId)
  const { state, again } = places.resource
  const page = state.kind === 'shown' ? state.value : undefined
  return (
    <Page
      of="officer"
      title={words.title}
      {...(page ? { lead: [page.subject.title, subjectWords(page.subject)].filter(Boolean).join(', ') } : {})}
      {...(page ? { trail: <Trail steps={trailOf(page)} /> } : {})}
      {...(page?.drawn ? { actions: <TakeAway name={`${words.title} ${page.subject.title}`} table={() => placesTable(page)} /> } : {})}
      ready={page !== undefined}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {page && places.draft && (
        <div className={styles.main}>
          <Stands page={page} places={places} />
          {page.members.length > 0 && <Members page={page} giveUp={places.giveUp} isBusy={places.doing.kind === 'busy'} />}
          {!page.subject.isOff && (
            <div className={styles.unprinted}>
              <TermsForm page={page} {...places} draft={places.draft} isSecond={mayDraw(page) || mayGive(page)} />
            </div>
          )}
          {page.drawn && page.offer && <Drawn of="officer" seedMark={page.offer.seedMark} drawn={page.drawn} />}
          {page.offer && (
            <Section of="officer" heading={words.record} card>
              {recordWords(page).map((line) => (
                <p key={line} className={styles.line}>
                  {line}
                </p>
              ))}
            </Section>
          )}
        </div>
      )}
    </Page>
  )
}

function trailOf({ subject }: PageData) {
  if (subject.kind === 'notice') {
    return [
      { words: words.bulletin, to: { page: 'bulletin' } },
      { words: words.items, to: { page: 'notices' } },
      { words: words.title },
    ] as const
  }
  const session = { words: subject.title, to: { page: 'session', sessionId: subject.id } } as const
  return [{ words: words.programme, to: { page: 'programme' } }, session, { words: words.title }] as const
}

function Stands({ page, places }: { readonly page: PageData; readonly places: PlacesState }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const { offer } = page
  const isBusy = places.doing.kind === 'busy'
  return (
    <Section of="officer" heading={words.stands} card>
      <p className={styles.line}>{standsWords(page)}</p>
      {offer?.announcedAt && (
        <p className={mergeClasses(styles.line, styles.quiet)}>
          {placesWords.howMany(offer.places, offer.openTo)} {offer.neededFor.length > 0 ? placesWords.neededFor(offer.neededFor) : ''}{' '}
          {offer.stage === 'open' ? placesWords.expressBy(instant(offer.closesAt)) : placesWords.closedOn(instant(offer.closesAt))}{' '}
          {placesWords.method(offer.criteria)}
        </p>
      )}
      {offer && (offer.stage === 'open' || (['closing', 'closed'].includes(offer.stage) && offer.interested > 0)) && (
        <p className={mergeClasses(styles.line, styles.quiet)}>{words.noNames}</p>
      )}
      <Live>{troubleOf(places.doing)}</Live>
      {mayDraw(page) && (
        <Button
          appearance="primary"
          className={mergeClasses(officer, styles.start)}
          disabledFocusable={isBusy}
          onClick={() => void places.draw()}
        >
          {words.draw}
        </Button>
      )}
      {mayGive(page) && (
        <Button
          appearance="primary"
          className={mergeClasses(officer, styles.start)}
          disabledFocusable={isBusy}
          onClick={() => void places.confirm()}
        >
          {confirmWords(page)}
        </Button>
      )}
    </Section>
  )
}

function mayDraw({ offer, subject }: PageData): boolean {
  return offer?.stage === 'closed' && offer.interested > 0 && !subject.isOff
}

function mayGive({ offer, next, subject }: PageData): boolean {
  return offer !== undefined && !subject.isOff && !subject.isOver && (next.length > 0 || offer.stage === 'drawn')
}

function troubleOf(doing: Doing) {
  if (doing.kind === 'busy') return <Status icon="telling">{words.busy}</Status>
  if (doing.kind === 'saved') return <Status icon="done">{doing.words}</Status>
  if (doing.kind === 'wrong') return <Status icon="danger">{words.putRight}</Status>
  return doing.kind === 'trouble' ? <Status icon="danger">{doing.words}</Status> : null
}

type MembersProps = { readonly page: PageData; readonly giveUp: PlacesState['giveUp']; readonly isBusy: boolean }

function Members({ page, giveUp, isBusy }: MembersProps) {
  const styles = useStyles()
  const stage = page.offer?.stage ?? 'drawn'
  return (
    <Section of="officer" heading={words.members} card>
      {page.members.some(({ standing }) => standing?.kind === 'place' || standing?.kind === 'reserve') && (
        <p className={mergeClasses(styles.line, styles.quiet, styles.unprinted)}>{words.gaveUpHint}</p>
      )}
      <ul className={styles.list}>
        {page.members.map((member) => {
          const { memberId, name, standing } = member
          const mayGiveUp = standing?.kind === 'place' || standing?.kind === 'reserve'
          return (
            <li key={memberId} className={styles.row}>
              <div className={styles.who}>
                <strong>{name}</strong>
                {standing && (
                  <>
                    <br />
                    <span className={styles.quiet}>{rowWords(member, stage)}</span>
                  </>
                )}
              </div>
              {mayGiveUp && (
                <AskTwice
                  subject={member}
                  opener={{ words: words.gaveUp, label: `${words.gaveUp}: ${name}` }}
                  sure={() => words.isSureGaveUp(name)}
                  yes={() => ({ words: words.sureGaveUp(name) })}
                  no={words.cancel}
                  onYes={() => giveUp(memberId)}
                  isBusy={isBusy}
                  look={styles.act}
                />
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
