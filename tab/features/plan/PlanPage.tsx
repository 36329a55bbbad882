import { makeStyles, tokens } from '@fluentui/react-components'
import { isSame } from '../../../domain/kernel/same.ts'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { ProgrammeTrail, SessionTrail } from '../../ui/Trail.tsx'
import { PlanAnswer } from './PlanAnswer.tsx'
import { PlanForm } from './PlanForm.tsx'
import { usePlan } from './use-plan.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

/** Everything for and against a session before anybody is invited. Clauses: C12.9, C12.14, C14.5, C14.8, C14.9. */
export function PlanPage({ sessionId }: { readonly sessionId: string | undefined }) {
  const styles = useStyles()
  const { resource, draft, change, checking, check } = usePlan(sessionId)
  const { state, again } = resource
  const title = sessionId === undefined ? words.title : words.titleOf
  if (state.kind !== 'shown' || !draft) {
    return (
      <Page of="officer" title={title} lead={words.lead}>
        <NotShown state={state} onTryAgain={again}>
          <SkeletonCard bars={listBars} />
        </NotShown>
      </Page>
    )
  }
  const choices = state.value
  const name = choices.plan?.title
  return (
    <Page
      of="officer"
      title={title}
      lead={name ? `${name}. ${words.lead}` : words.lead}
      trail={
        sessionId !== undefined && name ? (
          <SessionTrail session={{ title: name, sessionId }} here={words.trail} />
        ) : (
          <ProgrammeTrail here={words.trail} />
        )
      }
    >
      <OutOfReach state={state} onTryAgain={again} />
      <div className={styles.columns}>
        <PlanForm choices={choices} draft={draft} change={change} checking={checking} check={check} />
        <div className={styles.column}>
          {checking.kind === 'checked' && (
            <PlanAnswer
              check={checking.check}
              choices={choices}
              draft={draft}
              isOld={!isSame(checking.of, draft)}
              onTake={(times) => void check({ ...draft, ...times })}
            />
          )}
        </div>
      </div>
    </Page>
  )
}
