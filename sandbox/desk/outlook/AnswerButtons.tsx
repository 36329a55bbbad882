import { Button } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons'
import { useDesk } from '../desk-context.ts'
import { shortName } from '../people/people.ts'
import { answerForFour } from '../steps/acts.ts'
import { Coach } from '../steps/Coach.tsx'
import { membersToAnswer } from '../steps/steps.ts'
import { stepsWords } from '../steps/words.ts'
import { answered, type Answer, type OutlookEvent, type Tally } from './graph.ts'
import { OutlookFailure } from './OutlookFailure.tsx'
import { useAct } from './use-act.ts'
import { outlookWords } from './words.ts'

const answers = ['accept', 'tentativelyAccept', 'decline'] as const
const given = { accept: 'accepted', tentativelyAccept: 'tentative', decline: 'declined' } as const

/** Accept, Tentative, Decline, in Outlook's order and words. The one given is pressed; another can be given instead. */
export function AnswerButtons({ event }: { readonly event: OutlookEvent }) {
  const { sandbox, person, story, outlookOf, settle } = useDesk()
  const { busy, refused, act } = useAct()
  const now = answered(event.responseStatus?.response)
  const isFollowed = event.iCalUId === story.story.followed?.iCalUId

  const give = (answer: Answer) => act(() => outlookOf(person).answer(event.id, answer), outlookWords.answered[answer])
  async function forFour(): Promise<void> {
    await answerForFour(story.story, sandbox, outlookOf)
    await settle()
  }

  return (
    <div>
      <AnswerRow now={now} busy={busy} give={(answer) => void give(answer)} />
      {refused && <OutlookFailure because={refused} />}
      {isFollowed && (
        <Coach
          step="answer"
          side="below"
          title={stepsWords.answeredSoFar(story.story.answered, membersToAnswer)}
          means={stepsWords.answerAs(shortName(person.name))}
          act={{ label: stepsWords.steps.answer.show, do: forFour }}
        />
      )}
    </div>
  )
}

type RowProps = { readonly now: keyof Tally; readonly busy: boolean; readonly give: (answer: Answer) => void }

/** The three buttons, and what was answered so far. */
export function AnswerRow({ now, busy, give }: RowProps) {
  return (
    <div className="answers">
      {answers.map((answer) => (
        <AnswerButton key={answer} answer={answer} now={now} busy={busy} give={() => give(answer)} />
      ))}
      <span className="answers-now">{outlookWords.answerIs[now]}</span>
    </div>
  )
}

type ButtonProps = { readonly answer: Answer; readonly now: string; readonly busy: boolean; readonly give: () => void }

function AnswerButton({ answer, now, busy, give }: ButtonProps) {
  const isGiven = given[answer] === now
  const leads = isGiven || (now === 'none' && answer === 'accept')
  return (
    <Button
      appearance={leads ? 'primary' : 'outline'}
      icon={isGiven || answer === 'accept' ? <Checkmark20Regular /> : undefined}
      aria-pressed={isGiven}
      disabledFocusable={busy}
      onClick={give}
    >
      {outlookWords.answer[answer]}
    </Button>
  )
}
