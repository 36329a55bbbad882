import { Button } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, ChevronRight20Regular, Circle20Regular } from '@fluentui/react-icons'
import { useDesk } from '../desk-context.ts'
import { firstOfficer, shortName } from '../people/people.ts'
import { stepIds, ticked, type StepId } from './steps.ts'
import { stepsWords } from './words.ts'

/** The first ten minutes: five things to do, ticked by what has truly happened. The one to do next leads to its place. */
export function StepsCard({ show }: { readonly show: (step: StepId) => void }) {
  const { story } = useDesk()
  const { ticks, step } = story
  return (
    <section className="steps" aria-labelledby="steps-title">
      <div className="steps-head">
        <h2 id="steps-title">{stepsWords.title}</h2>
        <span>{stepsWords.count(ticked(ticks), stepIds.length)}</span>
      </div>
      <ol>
        {stepIds.map((id) => (
          <StepRow key={id} id={id} done={ticks[id]} next={step === id} show={show} />
        ))}
      </ol>
      {!step && <p className="steps-done">{stepsWords.allDone}</p>}
      {step && story.story.alone && (
        <Button size="small" appearance="transparent" onClick={() => story.update((before) => ({ ...before, alone: false }))}>
          {stepsWords.together}
        </Button>
      )}
    </section>
  )
}

type RowProps = { readonly id: StepId; readonly done: boolean; readonly next: boolean; readonly show: (step: StepId) => void }

function StepRow({ id, done, next, show }: RowProps) {
  const { sandbox } = useDesk()
  const label = stepsWords.steps[id].label(shortName(firstOfficer(sandbox.groups)?.name ?? ''))
  if (done) {
    return (
      <li className="step step-done">
        <CheckmarkCircle20Filled className="step-tick" aria-hidden="true" />
        <span>
          {label}
          <span className="unseen">, {stepsWords.done}</span>
        </span>
      </li>
    )
  }
  return (
    <li className={next ? 'step step-next' : 'step'} aria-current={next ? 'step' : undefined}>
      {next ? <ChevronRight20Regular aria-hidden="true" /> : <Circle20Regular aria-hidden="true" />}
      <span>{label}</span>
      {next && id !== 'decision' && (
        <Button className="step-show" size="small" onClick={() => show(id)}>
          {stepsWords.takeMeThere}
        </Button>
      )}
    </li>
  )
}
