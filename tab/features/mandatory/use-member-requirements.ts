import { useState } from 'react'
import { memberRequirements, type CompletionBody, type MemberRequirements } from '../../../api/contracts/requirements.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource } from '../../api/use-resource.ts'
import { useFocusNext } from '../../ui/use-focus-next.ts'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

/** One Member's page, with what is put down and taken back on it. */
export function useMemberRequirements(memberId: string) {
  const api = useApi()
  const path = `/members/${memberId}/requirements`
  const resource = useResource(path, memberRequirements)
  const [isAdding, setAdding] = useState(false)
  const [said, setSaid] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const { within, focusNext } = useFocusNext()

  function settle(answer: Answer<MemberRequirements>, done: string): boolean {
    setTrouble(answer.kind === 'ok' ? undefined : answer.kind === 'unreachable' ? words.unreachable : problemWords(answer.problem))
    setSaid(answer.kind === 'ok' ? done : undefined)
    if (answer.kind !== 'ok') return false
    resource.replace(answer.value)
    focusNext('[data-result]')
    return true
  }
  async function save(body: CompletionBody): Promise<boolean> {
    const isDone = settle(await api.post(`/members/${memberId}/completions`, body, memberRequirements), words.saved)
    if (isDone) setAdding(false)
    return isDone
  }
  async function withdraw(completionId: string, why: string): Promise<boolean> {
    const at = `/members/${memberId}/completions/${completionId}/withdrawal`
    return settle(await api.post(at, { why }, memberRequirements), words.withdrawn)
  }
  return { resource, isAdding, setAdding, said, trouble, save, withdraw, within }
}
