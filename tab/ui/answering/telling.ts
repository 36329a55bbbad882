import type { MySession } from '../../../api/contracts/my-training.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import type { Outage } from '../../api/outage.ts'

export type GivenAnswer = 'accepted' | 'tentative' | 'declined'

/** Where an answer given here has got to on its way to Outlook. */
export type Telling =
  /** Nothing is under way: what Outlook holds is the answer. */
  | { readonly kind: 'none' }
  | { readonly kind: 'telling'; readonly answer: GivenAnswer }
  /** We have it and Outlook has not yet: `at` is when it was given. */
  | { readonly kind: 'waiting'; readonly answer: GivenAnswer; readonly at: string }
  /** We do not have it: it is tried again for as long as the page is open. */
  | { readonly kind: 'unsent'; readonly answer: GivenAnswer; readonly outage?: Outage }
  | { readonly kind: 'told'; readonly answer: GivenAnswer }
  | { readonly kind: 'refused'; readonly answer: GivenAnswer; readonly problem?: Problem }

/** What the API says of an answer, read again after it was given. `undefined`: Outlook does not show it yet. */
export function tellingIn(session: MySession, given: GivenAnswer): Telling | undefined {
  const { telling } = session
  if (!telling) return session.response === given ? { kind: 'told', answer: given } : undefined
  if (telling.answer !== given) return undefined
  if (telling.state === 'refused') return { kind: 'refused', answer: given }
  return telling.state === 'waiting' ? { kind: 'waiting', answer: given, at: telling.at } : undefined
}

/** How a session stands when its page opens: an answer may be on its way from an earlier visit. */
export function tellingAtFirst({ telling }: MySession): Telling {
  if (!telling) return { kind: 'none' }
  const { answer, at, state } = telling
  if (state === 'refused') return { kind: 'refused', answer }
  return state === 'waiting' ? { kind: 'waiting', answer, at } : { kind: 'telling', answer }
}

/** Which of the three buttons is marked. A refused answer takes its mark back. */
export function marked(telling: Telling, response: MySession['response']): GivenAnswer | undefined {
  if (telling.kind !== 'none' && telling.kind !== 'refused') return telling.answer
  return response === 'none' ? undefined : response
}
