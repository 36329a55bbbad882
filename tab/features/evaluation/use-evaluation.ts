import { useMemo, useState } from 'react'
import { myEvaluation, type MyEvaluation, type SaidBody } from '../../../api/contracts/evaluations.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { storageOfDevice } from '../../host/device-storage.ts'
import { useHost } from '../../host/HostContext.tsx'
import { problemWords } from '../../ui/words.ts'
import { createKeeping, draftFrom, saidOf, type Draft } from './draft.ts'
import { words } from './words.ts'

export type Sending = { readonly kind: 'idle' | 'sending' | 'sent' } | { readonly kind: 'trouble'; readonly words: string }

export type EvaluationState = {
  readonly resource: Resource<MyEvaluation>
  /** What the form shows. Undefined: there is nothing to fill in but what was said already. */
  readonly draft: Draft | undefined
  readonly sending: Sending
  readonly lasts: boolean
  readonly write: (change: Draft) => void
  readonly change: () => void
  readonly send: () => Promise<void>
  readonly notThisTime: () => Promise<void>
}

/** The form of one session. What is typed is kept until it has been taken, whatever becomes of the page or the line. */
export function useEvaluation(sessionId: string): EvaluationState {
  const api = useApi()
  const { person } = useHost()
  const path = `/my/evaluations/${sessionId}`
  const resource = useResource(path, myEvaluation)
  const keeping = useMemo(() => createKeeping(storageOfDevice(), `quorate:evaluation:${person}:${sessionId}`), [person, sessionId])
  const [written, setWritten] = useState(keeping.read)
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const shown = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = written ?? (shown && !shown.said ? {} : undefined)

  async function put(said: SaidBody): Promise<void> {
    if (!shown || sending.kind === 'sending') return
    setSending({ kind: 'sending' })
    const answer = await api.put(path, { said, etag: shown.etag }, myEvaluation)
    if (answer.kind === 'ok') {
      keeping.write(undefined)
      setWritten(undefined)
      resource.replace(answer.value)
      setSending({ kind: 'sent' })
      return
    }
    if (answer.kind === 'refused' && answer.problem.status === 412) await resource.again() // what stands there is seen now
    setSending({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.unknown })
  }

  return {
    resource,
    draft,
    sending,
    lasts: keeping.lasts(),
    write(change) {
      const next = { ...draft, ...change }
      keeping.write(next)
      setWritten(next)
      setSending({ kind: 'idle' })
    },
    change() {
      if (!shown) return
      setWritten(draftFrom(shown))
      setSending({ kind: 'idle' })
    },
    async send() {
      const said = shown && saidOf(draft ?? {}, shown.questions)
      if (said) await put(said)
      else setSending({ kind: 'trouble', words: words.nothingSaid })
    },
    notThisTime: async () => put({ kind: 'not-this-time' }),
  }
}
