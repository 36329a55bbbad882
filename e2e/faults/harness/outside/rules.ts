import { issueId, type IssueId } from '../../../../domain/kernel/ids.ts'
import type { Rulebook } from '../../../../domain/rulebook/rulebook.ts'
import { rulebook } from './council-world.ts'

/** What the council lays down in a run, and what follows from it: written out, so that no rule of the product says what is right. */
export type Rules = {
  readonly versions: readonly { readonly effectiveFrom?: string; readonly rulebook: Rulebook }[]
  /** This week's issue, where it is due while the run lasts. */
  readonly issue?: DueIssue
  /** How many chases a Member may have had within a week, from when on. */
  readonly caps: readonly { readonly from: string; readonly most: number }[]
}

export type DueIssue = {
  readonly id: IssueId
  /** When it leaves; from `by` on it does not any more. */
  readonly due: Span
  /** What changed rules make of it, for what was not released before they took effect. */
  readonly changed?: Span & { readonly from: string }
}

type Span = { readonly at: string; readonly by: string }

export const archive = 'archive@thamesbrook.example'
/** What somebody else publishes, and is passed on. */
export const recurringItem = 'first-magazine'

const midnight = '2026-10-19T23:00:00Z'
const always = '2026-01-01T00:00:00Z'
const tuesday: Rulebook = {
  ...rulebook,
  bulletin: {
    ...rulebook.bulletin,
    on: 'tuesday',
    at: '09:00',
    alsoTo: [archive],
    recurring: [{ id: recurringItem, label: 'First magazine', every: 'month' }],
  },
}

/** The issue leaves on Friday, when it is all over. */
export const usualRules: Rules = { versions: [{ rulebook }], caps: [{ from: always, most: 2 }] }

const issue = { id: issueId('issue-2026-w43'), due: { at: '2026-10-20T08:00:00Z', by: '2026-10-20T20:00:00Z' } }

/** It leaves on Tuesday at nine, the first morning of the run. */
export const issueOnTuesday: Rules & { readonly issue: DueIssue } = { versions: [{ rulebook: tuesday }], issue, caps: usualRules.caps }

/** From Tuesday on it leaves half an hour later, and a Member is chased once a week. */
export const rulesThatChange: Rules = {
  versions: [
    { rulebook: tuesday },
    {
      effectiveFrom: midnight,
      rulebook: {
        ...tuesday,
        bulletin: { ...tuesday.bulletin, at: '09:30' },
        alerts: { ...tuesday.alerts, perMemberPerWeek: 1 },
      },
    },
  ],
  issue: { ...issue, changed: { from: midnight, at: '2026-10-20T08:30:00Z', by: '2026-10-20T20:30:00Z' } },
  caps: [
    { from: always, most: 2 },
    { from: midnight, most: 1 },
  ],
}
