import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { ArrowForward20Regular, Clock20Regular } from '@fluentui/react-icons'
import { useDesk } from '../desk-context.ts'
import { clockWords, dueWords, momentOf } from '../dates.ts'
import { goToDecision } from '../steps/acts.ts'
import { Coach } from '../steps/Coach.tsx'
import { stepsWords } from '../steps/words.ts'
import { QuorateMark } from '../QuorateMark.tsx'
import { deskWords } from '../words.ts'
import { FailMenu } from './FailMenu.tsx'
import { StartAgain } from './StartAgain.tsx'
import { useClock, type Moved } from './use-clock.ts'
import { topWords } from './words.ts'

type Props = { readonly moved: (what: Moved) => void; readonly startAgain: () => Promise<void> }

/** Whose council, what time it is there, what is due, and the buttons that move time. */
export function TopBar({ moved, startAgain }: Props) {
  const { sandbox, story } = useDesk()
  const { now, next, world } = sandbox
  const { moving, refused, refuse, run, move, moveToNext } = useClock(moved)
  const due = next?.at ? topWords.next(dueWords(momentOf(next.at), now), next.what ?? topWords.somethingDue) : topWords.nothingNext

  return (
    <header className="top">
      <div className="top-council">
        <QuorateMark size={32} />
        <div>
          <h1 className="top-strong">{world.council.name}</h1>
          <div className="top-small">{topWords.pretend}</div>
        </div>
      </div>
      <div className="top-clock" role="group" aria-label={topWords.clock}>
        <Clock20Regular aria-hidden="true" />
        <div>
          <div className="top-strong">{clockWords(now)}</div>
          <div className="top-small">{due}</div>
        </div>
        {moving && <Spinner size="tiny" label={topWords.moving} />}
      </div>
      <div className="top-moves">
        <Button disabledFocusable={moving} onClick={() => void move('PT1H')}>
          {topWords.hour}
        </Button>
        <Button disabledFocusable={moving} onClick={() => void move('P1D')}>
          {topWords.day}
        </Button>
        <Button disabledFocusable={moving} onClick={() => void move('P7D')}>
          {topWords.week}
        </Button>
        <span className="coach-anchor">
          <Button
            appearance="primary"
            icon={<ArrowForward20Regular />}
            disabledFocusable={moving || !next?.at}
            title={next?.at ? undefined : topWords.nothingToGoTo}
            onClick={() => void moveToNext()}
          >
            {topWords.goToNext}
          </Button>
          <Coach
            step="decision"
            side="below-end"
            act={{ label: stepsWords.steps.decision.show, do: () => run(() => goToDecision(story.story, sandbox)) }}
          />
        </span>
      </div>
      <div className="top-more">
        <FailMenu refuse={refuse} />
        <StartAgain startAgain={startAgain} />
      </div>
      {(refused ?? sandbox.lost) && (
        <MessageBar intent="error" layout="multiline" className="top-refused">
          <MessageBarBody>{sandbox.lost === undefined ? refused : deskWords.lost}</MessageBarBody>
        </MessageBar>
      )}
    </header>
  )
}
