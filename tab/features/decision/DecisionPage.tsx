import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { useEffect, useRef, useState } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, invitationBars, listBars } from '../../ui/Skeletons.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { NotReached, Refused, Trouble } from '../../ui/Trouble.tsx'
import { useIsPhone } from '../../ui/widths.ts'
import { wordsOfTrouble } from '../../ui/words.ts'
import { CountCard, FactCards, TipCard } from './CaseCards.tsx'
import { ChoiceForm } from './ChoiceForm.tsx'
import { Settled } from './Settled.tsx'
import { useDecision, type DecisionState } from './use-decision.ts'
import { claimWords, leadWords, questionWords, words } from './words.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 400px', alignItems: 'start' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  wide: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
  claim: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  back: { alignSelf: 'flex-start', padding: 0, minWidth: 0 },
})

/** The whole case on one page, and the choice. Clauses: C3.1 to C3.4, C3.8, C3.9, C3.11. */
export function DecisionPage({ sessionId }: { readonly sessionId: string }) {
  const decision = useDecision(sessionId)
  const { state, again } = decision.resource
  if (state.kind === 'shown') return <Shown view={state.value} fresh={state.fresh} decision={decision} />
  return (
    <Page
      of="officer"
      title={words.loadingTitle}
      trail={<Trail steps={[{ words: words.programme, to: { page: 'programme' } }]} />}
      ready={state.kind !== 'loading'}
    >
      {state.kind === 'refused' && <Refused problem={state.problem} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && state.slow && (
        <div aria-busy style={{ display: 'grid', gap: 16 }}>
          <SkeletonCard bars={listBars} />
          <SkeletonCard bars={invitationBars} />
        </div>
      )}
    </Page>
  )
}

type Props = { readonly view: DecisionCase; readonly fresh: boolean; readonly decision: DecisionState }

function Shown({ view, fresh, decision }: Props) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const [choosing, setChoosing] = useState(false)
  const { row } = view
  const steps = [
    { words: words.programme, to: { page: 'programme' } },
    { words: row.title, to: { page: 'session', sessionId: row.sessionId } },
    { words: words.decide },
  ] as const
  const isOpen = view.state === 'open'
  const asideOnly = isPhone && isOpen && choosing
  return (
    <Page
      of="officer"
      title={questionWords(view)}
      lead={leadWords(view)}
      trail={<Trail steps={steps} />}
      {...(isPhone && isOpen && !choosing ? { bar: <ChooseBar onChoose={() => setChoosing(true)} /> } : {})}
    >
      {!fresh && (
        <Trouble title={wordsOfTrouble.unreachable} onTryAgain={() => void decision.resource.again()}>
          {wordsOfTrouble.unreachableDetail}
        </Trouble>
      )}
      <div className={styles.columns}>
        {!asideOnly && (
          <div className={styles.column}>
            <CountCard view={view} />
            {isOpen && <FactCards view={view} />}
            {isOpen && <TipCard view={view} />}
          </div>
        )}
        {(!isPhone || !isOpen || choosing) && (
          <div className={styles.column}>
            {asideOnly && <FactsBack view={view} onBack={() => setChoosing(false)} />}
            <Choice view={view} fresh={fresh} decision={decision} />
          </div>
        )}
      </div>
    </Page>
  )
}

/** The choice while there is one; what settled it once there is not. */
function Choice({ view, fresh, decision }: Props) {
  const [openAtFirst] = useState(view.state === 'open')
  const [anyway, setAnyway] = useState(false)
  const isOutlookSilent = useMe().unreachable.some(({ dependency }) => dependency === 'graph')
  const isOpen = view.state === 'open'
  const mayCancel = view.state === 'enough' || view.state === 'before-review' || view.state === 'not-judged' || view.state === 'decided'
  if (!decision.draft) return null
  if (!isOpen && !(mayCancel && anyway)) {
    return <Settled view={view} meanwhile={openAtFirst} {...(mayCancel ? { onCancelAnyway: () => setAnyway(true) } : {})} />
  }
  return (
    <ChoiceForm
      view={view}
      draft={decision.draft}
      change={decision.change}
      sending={decision.sending}
      decide={decision.decide}
      waits={!fresh || isOutlookSilent}
    />
  )
}

/** On a phone the facts come first, with the way to the choice under the thumb. */
function ChooseBar({ onChoose }: { readonly onChoose: () => void }) {
  const styles = useStyles()
  return (
    <BottomBar label={words.yourDecision}>
      <Button appearance="primary" className={styles.wide} onClick={onChoose}>
        {words.choose}
      </Button>
    </BottomBar>
  )
}

function FactsBack({ view, onBack }: { readonly view: DecisionCase; readonly onBack: () => void }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <>
      <Button
        ref={back}
        appearance="transparent"
        className={mergeClasses(styles.back, officer)}
        icon={<ChevronLeft20Regular aria-hidden />}
        onClick={onBack}
      >
        {words.backToFacts}
      </Button>
      <p className={styles.claim}>{claimWords(view)}</p>
    </>
  )
}
