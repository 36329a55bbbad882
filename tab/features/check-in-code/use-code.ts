import { useEffect, useState } from 'react'
import { checkInCode, type CheckInCode } from '../../../api/contracts/attendance.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'

const everySeconds = 5

/** The code to show now, read again as it ends; between readings its seconds are counted here. */
export function useCode(sessionId: string): { readonly resource: Resource<CheckInCode>; readonly secondsLeft: number } {
  const resource = useResource(`/sessions/${sessionId}/check-in-code`, checkInCode, { everySeconds })
  const { again, state } = resource
  const page = state.kind === 'shown' ? state.value : undefined
  const given = page?.state.kind === 'open' ? page.state.secondsLeft : 0
  const [counted, setCounted] = useState({ page, left: given })
  const left = counted.page === page ? counted.left : given
  useEffect(() => {
    if (given === 0) return undefined
    const until = performance.now() + given * 1000
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setCounted({ page, left: now })
      if (now > 0) return
      clearInterval(timer)
      void again()
    }, 250)
    return () => clearInterval(timer)
  }, [page, given, again])
  return { resource, secondsLeft: left }
}
