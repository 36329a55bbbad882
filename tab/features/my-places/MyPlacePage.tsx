import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { myPlace, type MyPlace } from '../../../api/contracts/places.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { placesWords } from '../../../domain/places/words.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource } from '../../api/use-resource.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Drawn } from '../../ui/places/Drawn.tsx'
import { MarkBefore } from '../../ui/places/MarkBefore.tsx'
import { mineWords, subjectWords } from '../../ui/places/words.ts'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status, type StatusIcon } from '../../ui/Status.tsx'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '640px' },
  line: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  act: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
})

const back = { to: { page: 'my-training' }, words: words.back } as const

/** C4.4: one offer of limited places, for a Member: what it is, how places are given, and her own interest. */
export function MyPlacePage({ offerId }: { readonly offerId: string }) {
  const styles = useStyles()
  const { state, again, replace } = useResource(`/my/places/${offerId}`, myPlace)
  const place = state.kind === 'shown' ? state.value : undefined
  const lead = place && subjectWords(place.subject)
  return (
    <Page of="member" title={place?.subject.title ?? words.title} back={back} {...(lead ? { lead } : {})} ready={place !== undefined}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {place && (
        <div className={styles.main}>
          <Mine place={place} onChanged={replace} />
          <Section of="member" heading={words.how}>
            <p className={styles.line}>{placesWords.howMany(place.places, place.openTo)}</p>
            {place.neededFor.length > 0 && <p className={styles.line}>{placesWords.neededFor(place.neededFor)}</p>}
            <p className={styles.line}>
              {place.stage === 'open' ? placesWords.expressBy(instant(place.closesAt)) : placesWords.closedOn(instant(place.closesAt))}{' '}
              {placesWords.method(place.criteria)}
            </p>
            {place.subject.link && (
              <a className={styles.link} href={place.subject.link} target="_blank" rel="noreferrer">
                {words.elsewhere}
              </a>
            )}
          </Section>
          {!place.drawn && <MarkBefore seedMark={place.seedMark} />}
          {place.drawn && <Drawn of="member" seedMark={place.seedMark} drawn={place.drawn} ticket={place.ticket} />}
        </div>
      )}
    </Page>
  )
}

type MineProps = { readonly place: MyPlace; readonly onChanged: (place: MyPlace) => void }
type Sending = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'trouble'; readonly words: string }

function Mine({ place, onChanged }: MineProps) {
  const styles = useStyles()
  const api = useApi()
  const { outlined } = useButtonStyles()
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const { standing } = place
  const held = standing?.kind === 'place' || standing?.kind === 'reserve' ? standing.kind : undefined

  async function say(interested: boolean): Promise<void> {
    if (sending.kind === 'sending') return
    setSending({ kind: 'sending' })
    const answer = await api.put(`/my/places/${place.offerId}`, { interested }, myPlace)
    if (answer.kind === 'ok') {
      onChanged(answer.value)
      setSending({ kind: 'idle' })
    } else setSending({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.unreachable })
  }
  const quiet = mergeClasses(styles.act, outlined)
  const isBusy = sending.kind === 'sending'
  return (
    <Section of="member" heading={words.yours} card>
      <Status icon={iconOf(place)}>{mineWords(place)}</Status>
      {standing && 'reason' in standing && <p className={styles.line}>{placesWords.reason(standing.reason, 'you')}</p>}
      {standing?.kind === 'left-out' && <p className={styles.line}>{placesWords.leftOut[standing.because]}</p>}
      <div className={styles.acts}>
        {mayExpress(place) && (
          <Button appearance="primary" className={styles.act} disabledFocusable={isBusy} onClick={() => void say(true)}>
            {words.express}
          </Button>
        )}
        {mayWithdraw(place) && !held && (
          <Button className={quiet} disabledFocusable={isBusy} onClick={() => void say(false)}>
            {words.withdraw}
          </Button>
        )}
      </div>
      <AskTwice
        subject={held ?? 'reserve'}
        opener={mayWithdraw(place) && held ? { words: words.leaving[held] } : undefined}
        sure={(kind) => words.sure[kind]}
        yes={(kind) => ({ words: words.yes[kind] })}
        no={words.keep}
        onYes={async (kind) => kind === held && say(false)} // she was asked of what she held then
        said={
          <>
            {isBusy && <Status icon="telling">{words.telling}</Status>}
            {sending.kind === 'trouble' && <Status icon="danger">{sending.words}</Status>}
          </>
        }
        isBusy={isBusy}
        look={styles.act}
      />
    </Section>
  )
}

function mayExpress({ subject, stage, mine, notForYou }: MyPlace): boolean {
  return stage === 'open' && mine !== 'interested' && !notForYou && !subject.isOff && !subject.isOver
}

function mayWithdraw({ subject, mine }: MyPlace): boolean {
  return mine === 'interested' && !subject.isOff && !subject.isOver
}

function iconOf({ standing, mine, subject }: MyPlace): StatusIcon {
  if (subject.isOff) return 'cancelled'
  if (standing) return standing.kind === 'place' ? 'done' : standing.kind === 'reserve' ? 'waiting' : 'not-needed'
  return mine === 'interested' ? 'done' : 'info'
}
