import { reach } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { dayWords, inLondon } from '../dates.ts'
import { shortNoticeAt } from '../steps/acts.ts'
import { Coach } from '../steps/Coach.tsx'
import { stepsWords } from '../steps/words.ts'

/** The note beside the card: what to do, and what waiting would change. */
export function CancelCoach() {
  const { sandbox, story, hold } = useDesk()
  const at = shortNoticeAt(story.story, sandbox.now)
  const { means } = stepsWords.steps.cancel
  if (!at) return <Coach step="cancel" side="inline" />
  const wait = () => hold(() => reach(sandbox.control, at.toString()))
  return (
    <Coach
      step="cancel"
      side="inline"
      means={`${means} ${stepsWords.shortNotice(dayWords(inLondon(at)))}`}
      also={{ label: stepsWords.waiting, do: wait }}
    />
  )
}
