import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { Control } from './control.ts'
import { Desk } from './Desk.tsx'
import { forgetStory } from './steps/use-story.ts'
import { wordsOf } from './use-loaded.ts'
import { useSandbox } from './use-sandbox.ts'
import { deskWords } from './words.ts'

type Beginning = { readonly kind: 'none' | 'beginning' } | { readonly kind: 'refused'; readonly because: string }

/** The desk once the sandbox answers; until then, or when it does not, a sentence that says so. */
export function App({ control }: { readonly control: Control }) {
  const { state, refresh, hold } = useSandbox(control)
  const [beginning, setBeginning] = useState<Beginning>({ kind: 'none' })

  /** The desk is put away meanwhile: nothing of the old council may be written into the new one's story. */
  async function startAgain(): Promise<void> {
    setBeginning({ kind: 'beginning' })
    try {
      await hold(() => control.reset())
      forgetStory()
      await refresh(true)
      setBeginning({ kind: 'none' })
    } catch (failure) {
      setBeginning({ kind: 'refused', because: wordsOf(failure) })
    }
  }

  if (beginning.kind === 'refused')
    return <Trouble title={deskWords.notBegun} because={beginning.because} tryAgain={() => void startAgain()} />
  if (beginning.kind === 'beginning' || state.kind === 'beginning') return <Waiting label={deskWords.beginning} />
  if (state.kind === 'loading') return <Waiting label={deskWords.loading} />
  if (state.kind === 'failed') {
    const because = `${deskWords.unreachableMeans} (${state.because})`
    return <Trouble title={deskWords.unreachable} because={because} tryAgain={() => void refresh(true)} />
  }
  if (state.sandbox.people.length === 0) return <Nobody begin={() => void startAgain()} />
  return <Desk key={state.sandbox.generation} sandbox={state.sandbox} refresh={refresh} hold={hold} startAgain={startAgain} />
}

function Nobody({ begin }: { readonly begin: () => void }) {
  return (
    <main className="waiting">
      <h1>{deskWords.empty}</h1>
      <p>{deskWords.emptyMeans}</p>
      <Button appearance="primary" onClick={begin}>
        {deskWords.beginDemo}
      </Button>
    </main>
  )
}

function Waiting({ label }: { readonly label: string }) {
  return (
    <main className="waiting">
      <Spinner label={label} />
    </main>
  )
}

function Trouble({ title, because, tryAgain }: { readonly title: string; readonly because: string; readonly tryAgain: () => void }) {
  return (
    <main className="waiting">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {because}
        </MessageBarBody>
      </MessageBar>
      <Button appearance="primary" onClick={tryAgain}>
        {deskWords.tryAgain}
      </Button>
    </main>
  )
}
