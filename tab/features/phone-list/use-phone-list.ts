import { useState } from 'react'
import { phoneList, type PhoneList } from '../../../api/contracts/attention.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { useSigned } from '../../ui/MeContext.tsx'
import { words, type Outcome } from './words.ts'

export type PhoneListState = {
  readonly resource: Resource<PhoneList>
  /** What did not work, and for whom. */
  readonly trouble: { readonly memberId: string; readonly words: string } | undefined
  readonly record: (memberId: string, outcome: Outcome) => Promise<void>
  readonly takeBack: (memberId: string) => Promise<void>
}

const everySeconds = 10

/** C3.12: the Members whom no text can reach; each call is recorded at once and can be taken back. */
export function usePhoneList(sessionId: string): PhoneListState {
  const api = useApi()
  const { refresh } = useSigned()
  const resource = useResource(`/sessions/${sessionId}/phone-list`, phoneList, { everySeconds })
  const [trouble, setTrouble] = useState<PhoneListState['trouble']>()

  async function settle(memberId: string, answer: Answer<PhoneList>): Promise<void> {
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      setTrouble(undefined)
      return refresh()
    }
    if (answer.kind === 'refused') await resource.again()
    setTrouble({
      memberId,
      words: answer.kind === 'unreachable' ? words.notSaved : answer.problem.status === 412 ? words.changed : answer.problem.title,
    })
  }
  const path = (memberId: string) => `/sessions/${sessionId}/phone-list/${memberId}`
  return {
    resource,
    trouble,
    record: async (memberId, outcome) => settle(memberId, await api.post(path(memberId), { outcome }, phoneList)),
    takeBack: async (memberId) => settle(memberId, await api.remove(path(memberId), phoneList)),
  }
}
