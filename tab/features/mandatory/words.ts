import type { CompletionBody, MemberRequirements, Requirement } from '../../../api/contracts/requirements.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import type { StatusIcon } from '../../ui/Status.tsx'
import { asksSomething } from '../../ui/requirements/words.ts'
import { asAtWords } from '../../ui/words-of-time.ts'

export const words = {
  members: 'Members',
  title: 'Mandatory training',
  trail: 'Mandatory training',
  none: 'No training is mandatory for this Member.',
  putDown: 'Put down what was done',
  hint: 'E-learning that was finished, or training had elsewhere or before the election. Who was at a session is recorded on its register.',
  nothingToPutDown: 'Your council accepts nothing in place of its sessions, and has no mandatory e-learning.',
  which: 'For which training',
  how: 'What was done',
  kinds: { completed: 'The e-learning course was finished', accepted: 'Training was had elsewhere, and I have seen evidence of it' },
  on: 'On which day',
  what: 'What it was, where, and what you have seen',
  whatHint: 'The Member reads this. For instance “Ethics training at Havering; certificate seen”.',
  until: 'The last day on which it counts',
  untilOptional: 'The last day on which it counts (optional)',
  untilHint: 'After that day it is to be done here. Left empty, it counts for good.',
  untilNeeded: 'After that day it is to be done here. This training is done again from time to time, so a day is needed.',
  save: 'Put it down',
  cancel: 'Leave it',
  kept: 'What officers have put down',
  saved: 'Put down. The Member sees it too.',
  withdraw: 'Withdraw',
  withdrawing: (label: string) => `Withdraw: ${label}`,
  why: 'Why it is withdrawn',
  whyHint: 'The Member reads this.',
  reallyWithdraw: 'Withdraw it',
  keep: 'Keep it',
  withdrawn: 'Withdrawn. It counts no more, and stays in the record.',
  unreachable:
    'We do not know whether that was kept, because Quorate did not answer. What you wrote is still here. Press it again: it is put down once.',
  isNeeded: {
    on: 'Give the day on which it was done.',
    what: 'Say what was accepted.',
    until: 'Give the last day on which it counts.',
    why: 'Say why it is withdrawn.',
  },
} as const

export type Written = {
  readonly ruleId: string
  readonly kind: CompletionBody['kind']
  readonly on: string
  readonly until: string
  readonly what: string
}
export type Choice = MemberRequirements['choices'][number]

/** What can be put down for a training, the likeliest first. */
export function kindsFor(choice: Choice | undefined): readonly CompletionBody['kind'][] {
  return [...(choice?.eLearning ? (['completed'] as const) : []), ...(choice?.equivalence ? (['accepted'] as const) : [])]
}

type Wrong = { readonly on?: string; readonly what?: string; readonly until?: string }

/** What is still missing, by field. Whether a day will do, the API says. */
export function wrongIn({ kind, on, what, until }: Written, choice: Choice | undefined): Wrong {
  const isAccepted = kind === 'accepted'
  return {
    ...(on ? {} : { on: words.isNeeded.on }),
    ...(isAccepted && !what.trim() ? { what: words.isNeeded.what } : {}),
    ...(isAccepted && choice?.needsUntil && !until ? { until: words.isNeeded.until } : {}),
  }
}

export function bodyOf({ ruleId, kind, on, until, what }: Written): CompletionBody {
  if (kind === 'completed') return { ruleId, kind, on }
  return { ruleId, kind, on, what: what.trim(), ...(until ? { until } : {}) }
}

/** "4 of 6 done. 1 is overdue." */
export function leadWords({ requirements }: Pick<MemberRequirements, 'requirements'>): string {
  const all = requirements.length
  if (all === 0) return words.none
  const done = requirements.filter((each) => !asksSomething(each)).length
  const overdue = requirements.filter(({ status }) => status === 'overdue').length
  const barred = requirements.filter(({ maySit }) => maySit === false).length
  return [
    `${done} of ${all} done.`,
    overdue > 0 ? `${overdue} overdue.` : '',
    barred > 0 ? `Not yet able to sit on ${barred === 1 ? 'one committee' : `${barred} committees`}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

export const statusIcon = {
  done: 'done',
  due: 'waiting',
  'refresher-due': 'telling',
  overdue: 'danger',
} as const satisfies Record<Requirement['status'], StatusIcon>

type Kept = MemberRequirements['completions'][number]

/** "E-learning finished on Thursday 28 May 2026." */
export function keptWords({ kind, on, until, what }: Kept): string {
  if (kind === 'completed') return `E-learning finished on ${dated(on)}.`
  return `${what ?? ''}, ${dated(on)}. Accepted ${until ? `until ${dated(until)}` : 'for good'}.`
}

export function putDownWords({ by, at }: Pick<Kept, 'by' | 'at'>, now: string): string {
  return `Put down by ${by} at ${asAtWords(at, now)}.`
}

export function withdrawnWords({ by, at, why }: NonNullable<Kept['withdrawn']>, now: string): string {
  return `Withdrawn by ${by} at ${asAtWords(at, now)}: ${why}`
}

function dated(on: string): string {
  return dayInWords(day(on), { year: true, keepTogether: true })
}
