import { AriaLiveAnnouncer, Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { Control } from './control.ts'
import { Desk } from './Desk.tsx'
import { forgetStory } from './steps/use-story.ts'
import { useSandbox } from './use-sandbox.ts'
import { deskWords } from './words.ts'

/** The desk once the sandbox answers; until then, or when it does not, a sentence that says so. */
export function App({ control }: { readonly control: Control }) {
  const { state, refresh, hold } = useSandbox(control)
  const [council, setCouncil] = useState(0)

  async function startAgain(): Promise<void> {
    await control.reset()
    forgetStory()
    await refresh(true)
    setCouncil((before) => before + 1)
  }

  if (state.kind === 'loading') {
    return (
      <main className="waiting">
        <Spinner label={deskWords.loading} />
      </main>
    )
  }
  if (state.kind === 'failed') {
    return (
      <main className="waiting">
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{deskWords.unreachable}</MessageBarTitle>
            {deskWords.unreachableMeans} ({state.because})
          </MessageBarBody>
        </MessageBar>
        <Button appearance="primary" onClick={() => void refresh(true)}>
          {deskWords.tryAgain}
        </Button>
      </main>
    )
  }
  return (
    <AriaLiveAnnouncer>
      <Desk key={`${council} ${state.sandbox.generation}`} sandbox={state.sandbox} refresh={refresh} hold={hold} startAgain={startAgain} />
    </AriaLiveAnnouncer>
  )
}
