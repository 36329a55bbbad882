import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { reach } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { dayWords, inLondon } from '../dates.ts'
import { shortNoticeAt } from '../steps/acts.ts'
import { Coach } from '../steps/Coach.tsx'
import { stepsWords } from '../steps/words.ts'

/** The note beside the card: what to do, and what waiting would change. */
export function CancelCoach() {
  const { sandbox, story, hold } = useDesk()
  const [waiting, setWaiting] = useState(false)
  const at = shortNoticeAt(story.story, sandbox.now)
  const words = stepsWords.steps.cancel

  async function wait(): Promise<void> {
    if (!at) return
    setWaiting(true)
    try {
      await hold(() => reach(sandbox.control, at.toString()))
    } finally {
      setWaiting(false)
    }
  }

  return (
    <Coach
      step="cancel"
      side="inline"
      means={at ? `${words.means} ${stepsWords.shortNotice(dayWords(inLondon(at)))}` : words.means}
      also={
        at && (
          <Button disabledFocusable={waiting} onClick={() => void wait()}>
            {stepsWords.waiting}
          </Button>
        )
      }
    />
  )
}
