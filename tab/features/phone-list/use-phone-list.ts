import { useRef, useState } from 'react'
import { phoneList, type PhoneList } from '../../../api/contracts/attention.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { useSigned } from '../../ui/MeContext.tsx'
import { problemWords } from '../../ui/words.ts'
import { words, type Outcome } from './words.ts'

export type PhoneListState = {
  readonly resource: Resource<PhoneList>
  /** Whose calls are being recorded or taken back: one after another, so that no list overtakes a newer one. */
  readonly busy: ReadonlySet<string>
  /** What did not work, and for whom. */
  readonly trouble: { readonly memberId: string; readonly words: string } | undefined
  /** Both say whether it was done. */
  readonly record: (memberId: string, outcome: Outcome) => Promise<boolean>
  readonly takeBack: (memberId: string) => Promise<boolean>
}

const everySeconds = 10

/** C3.12: the Members whom no text can reach; each call is recorded at once and can be taken back. */
export function usePhoneList(sessionId: string): PhoneListState {
  const api = useApi()
  const { refresh } = useSigned()
  const resource = useResource(`/sessions/${sessionId}/phone-list`, phoneList, { everySeconds })
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<PhoneListState['trouble']>()
  const line = useRef(Promise.resolve(false))

  async function settle(memberId: string, answer: Answer<PhoneList>): Promise<boolean> {
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      void refresh()
    } else {
      await resource.again() // it may have been recorded although no answer came
      setTrouble({ memberId, words: answer.kind === 'unreachable' ? words.notKnown : problemWords(answer.problem) })
    }
    setBusy((now) => new Set([...now].filter((each) => each !== memberId)))
    return answer.kind === 'ok'
  }

  function change(memberId: string, work: (path: string) => Promise<Answer<PhoneList>>): Promise<boolean> {
    if (busy.has(memberId)) return Promise.resolve(false)
    setBusy((now) => new Set([...now, memberId]))
    setTrouble(undefined)
    line.current = line.current.then(async () => settle(memberId, await work(`/sessions/${sessionId}/phone-list/${memberId}`)))
    return line.current
  }
  return {
    resource,
    busy,
    trouble,
    record: (memberId, outcome) => change(memberId, (path) => api.post(path, { outcome }, phoneList)),
    takeBack: (memberId) => change(memberId, (path) => api.remove(path, phoneList)),
  }
}
