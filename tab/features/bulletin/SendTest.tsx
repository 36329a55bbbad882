import { Button, mergeClasses } from '@fluentui/react-components'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { useState } from 'react'
import { testSent } from '../../../api/contracts/bulletin.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

type State = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'sent' | 'trouble'; readonly words: string }

/** C4.2: the email itself, in her own inbox: an email program shows what no preview does. */
export function SendTest({ issueId, reader }: { readonly issueId: string; readonly reader: string }) {
  const api = useApi()
  const { officer, outlined } = useButtonStyles()
  const [state, setState] = useState<State>({ kind: 'idle' })
  async function press(): Promise<void> {
    if (state.kind === 'sending') return
    setState({ kind: 'sending' })
    const answer = await api.post(`/bulletin/${issueId}/test`, { memberId: reader }, testSent)
    if (answer.kind === 'ok') setState({ kind: 'sent', words: words.tested(answer.value.address) })
    else setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.testUnknown })
  }
  return (
    <div>
      <Button
        className={mergeClasses(officer, outlined)}
        icon={<Mail20Regular aria-hidden />}
        title={words.testHint}
        onClick={() => void press()}
      >
        {words.test}
      </Button>
      <Live>
        {state.kind === 'sending' && <Status icon="telling">{words.testing}</Status>}
        {state.kind === 'sent' && <Status icon="done">{state.words}</Status>}
        {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
      </Live>
    </div>
  )
}
