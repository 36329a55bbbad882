import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { useEffect, useRef, useState } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import type { Known } from '../../api/shown.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, invitationBars, listBars } from '../../ui/Skeletons.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { useIsPhone } from '../../ui/widths.ts'
import { CountCard, FactCards, TipCard } from './CaseCards.tsx'
import { ChoiceForm } from './ChoiceForm.tsx'
import { FactorsCard } from './FactorsCard.tsx'
import { Settled } from './Settled.tsx'
import { useDecision, type DecisionState } from './use-decision.ts'
import { optionsOf } from './words-of-options.ts'
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
  if (state.kind === 'shown') return <Shown state={state} decision={decision} />
  return (
    <SessionPending title={words.loadingTitle} state={state} onTryAgain={again}>
      <SkeletonCard bars={listBars} />
      <SkeletonCard bars={invitationBars} />
    </SessionPending>
  )
}

type Props = { readonly state: Known<DecisionCase>; readonly decision: DecisionState }

function Shown({ state, decision }: Props) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const [place, setPlace] = useState<'facts' | 'choice' | 'facts-again'>('facts')
  const view = state.value
  const isOpen = view.state === 'open'
  const [openAtFirst] = useState(isOpen)
  const asideOnly = isPhone && isOpen && place === 'choice'
  const bar = isPhone && isOpen && !asideOnly && <ChooseBar takesFocus={place === 'facts-again'} onChoose={() => setPlace('choice')} />
  return (
    <Page
      of="officer"
      title={questionWords(view)}
      lead={leadWords(view)}
      trail={<SessionTrail session={view.row} here={words.decide} />}
      {...(bar ? { bar } : {})}
    >
      <OutOfReach state={state} onTryAgain={decision.resource.again} />
      <div className={styles.columns}>
        {!asideOnly && (
          <div className={styles.column}>
            <CountCard view={view} />
            {isOpen && <FactCards view={view} />}
            {isOpen && <TipCard view={view} onChased={decision.resource.again} />}
            {isOpen && <FactorsCard view={view} onAdded={decision.resource.again} />}
          </div>
        )}
        {!bar && (
          <div className={styles.column}>
            {asideOnly && <FactsBack view={view} onBack={() => setPlace('facts-again')} />}
            <Choice state={state} decision={decision} openAtFirst={openAtFirst} />
          </div>
        )}
      </div>
    </Page>
  )
}

/** The choice while there is one; what settled it once there is not, and what can be done all the same. */
function Choice({ state, decision, openAtFirst }: Props & { readonly openAtFirst: boolean }) {
  const [anyway, setAnyway] = useState<'run' | 'cancel'>()
  const isOutlookSilent = useMe().unreachable.some(({ dependency }) => dependency === 'graph')
  const view = state.value
  const offered = view.state === 'open' || mayStillCancel(view) ? optionsOf(view) : []
  const options = view.state === 'open' ? offered : offered.filter(({ choice }) => choice === anyway)
  if (!decision.draft) return null
  if (options.length === 0) {
    const may = (choice: 'run' | 'cancel') => offered.some((each) => each.choice === choice)
    return (
      <Settled
        view={view}
        meanwhile={openAtFirst}
        {...(may('run') ? { onRunAfterAll: () => setAnyway('run') } : {})}
        {...(may('cancel') ? { onCancelAnyway: () => setAnyway('cancel') } : {})}
      />
    )
  }
  return (
    <ChoiceForm
      view={view}
      draft={decision.draft}
      options={options}
      change={decision.change}
      sending={decision.sending}
      decide={decision.decide}
      waits={state.fresh ? (isOutlookSilent ? words.waits : undefined) : words.waitsForUs}
    />
  )
}

/** C3.1: any session that stands may be cancelled, although nobody asks for a decision on it. */
function mayStillCancel({ state }: DecisionCase): boolean {
  return state === 'enough' || state === 'before-review' || state === 'not-judged' || state === 'decided'
}

/** On a phone the facts come first, with the way to the choice under the thumb. */
function ChooseBar({ takesFocus, onChoose }: { readonly takesFocus: boolean; readonly onChoose: () => void }) {
  const styles = useStyles()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  return (
    <BottomBar label={words.yourDecision}>
      <Button ref={button} appearance="primary" className={styles.wide} onClick={onChoose}>
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
