import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { SessionDetails } from '../../../api/contracts/details.ts'
import { sessionId as idOf } from '../../../domain/kernel/ids.ts'
import { offerIdOf } from '../../../domain/places/offer.ts'
import { useLeaveWord } from '../../api/use-word-left.ts'
import { replaceWith, stayHere } from '../../host/use-route.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { Live } from '../../ui/Live.tsx'
import { Note } from '../../ui/Note.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { gapWords } from '../../ui/words-of-gaps.ts'
import { pairWords } from '../../ui/words-of-pairs.ts'
import { heldWords } from '../../ui/words-of-held.ts'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { DetailsFields } from './DetailsFields.tsx'
import { noLongerAllowed, type Draft, type Wrong } from './draft.ts'
import { PartnerFields } from './PartnerFields.tsx'
import { SavingTrouble } from './SavingTrouble.tsx'
import { useDetails, type DetailsState } from './use-details.ts'
import { changedWords, leadWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  save: { minHeight: '48px', alignSelf: 'flex-start', fontSize: tokens.fontSizeBase400 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

/** What an appointment cannot say, one question after another. Clauses: C1.3, C1.5, C1.15, C3.5, C3.6, C14.4. */
export function DetailsPage({ sessionId }: { readonly sessionId: string }) {
  const leaveWord = useLeaveWord()
  const details = useDetails(sessionId, () => {
    const isHere = stayHere()
    return () => {
      if (!isHere()) return // whoever has gone elsewhere meanwhile is not called away
      leaveWord(`session ${sessionId}`, words.saved)
      replaceWith({ page: 'session', sessionId })
    }
  })
  const { resource, draft, ...rest } = details
  const { state, again } = resource
  if (state.kind !== 'shown' || !draft) {
    return (
      <SessionPending title={words.title} state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </SessionPending>
    )
  }
  const view = state.value
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(view)}
      trail={<SessionTrail session={{ title: view.title, sessionId }} here={words.trail} />}
    >
      <OutOfReach state={state} onTryAgain={again} />
      <Form view={view} draft={draft} {...rest} />
    </Page>
  )
}

export type FieldsProps = {
  readonly view: Omit<SessionDetails, 'gaps' | 'heldOut' | 'pair'>
  readonly draft: Draft
  readonly wrong: Wrong
  readonly change: (change: Partial<Draft>) => void
}

type FormProps = Omit<DetailsState, 'draft' | 'resource'> & { readonly view: SessionDetails; readonly draft: Draft }

function Form({ view, draft, change, saving, save, startAnew }: FormProps) {
  const styles = useStyles()
  const form = useFocusOnWrong(saving.kind === 'wrong' ? saving : undefined)
  const wrong = { ...noLongerAllowed(draft, view.choices), ...(saving.kind === 'wrong' ? saving.wrong : {}) }
  const fields = { view, draft, wrong, change }
  const changed = changedWords(view)
  const missing = gapWords(view.gaps)
  function submit(event: FormEvent): void {
    event.preventDefault()
    void save()
  }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <p className={styles.line}>
        {words.optional} {changed}
      </p>
      {view.heldOut && <Note kind="warning">{heldWords(view.heldOut)}</Note>}
      <RepeatNote pair={view.pair} />
      {missing && <Status icon="open">{missing}</Status>}
      <DetailsFields {...fields} />
      <LimitedPlaces sessionId={view.sessionId} title={view.title} />
      <PartnerFields {...fields} />
      <Live>
        <SavingTrouble saving={saving} />
      </Live>
      {saving.kind === 'refused' && <LookAgain onPress={() => void startAnew()} />}
      <Button type="submit" appearance="primary" className={styles.save}>
        {words.save}
      </Button>
    </form>
  )
}

/** C1.6: where the details of one run are put down is where its repeat is thought of. */
function RepeatNote({ pair }: Pick<SessionDetails, 'pair'>) {
  const { officer, outlined } = useButtonStyles()
  if (pair === 'not-needed' || pair === 'complete') return null
  const action = (
    <Button as="a" href={hrefOf({ page: 'plan' })} className={mergeClasses(officer, outlined)}>
      {words.planRepeat}
    </Button>
  )
  return (
    <Note kind="info" action={action}>
      {pairWords[pair]}
    </Note>
  )
}

/** C4.4: a page of its own, because what it says is announced, closes and is drawn. */
function LimitedPlaces({ sessionId, title }: { readonly sessionId: string; readonly title: string }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.places} card>
      <p className={styles.line}>{words.placesHint}</p>
      <LinkRow
        to={{ page: 'places', offerId: offerIdOf({ kind: 'session', sessionId: idOf(sessionId) }) }}
        words={words.placesLink}
        of={title}
      />
    </Section>
  )
}

function LookAgain({ onPress }: { readonly onPress: () => void }) {
  const { officer, outlined } = useButtonStyles()
  return (
    <Button className={mergeClasses(officer, outlined)} style={{ alignSelf: 'flex-start' }} onClick={onPress}>
      {words.lookAgain}
    </Button>
  )
}
