import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { responseWords, sendingRules, sendingWeights, sendingWords } from '../../../domain/rulebook/words-of-values.ts'
import { choice, number, onOff, ticks, time, type RuleArea } from './fields.ts'

const responses = Object.entries(responseWords)
const weights = Object.entries(sendingWeights)

/** What sessions are, who answers, and what happens when too few do. */
export function areasOfSessions({ kinds }: Pick<Rulebook, 'kinds'>): readonly RuleArea[] {
  return [...fromTooFewToAnswers, recognising(kinds), ...areasOfPeople]
}

function recognising(kinds: Rulebook['kinds']): RuleArea {
  const named = kinds.map(({ id, label }) => [id, label] as const)
  return {
    heading: 'Recognising sessions',
    rules: [
      [
        'What is in a shared mailbox without a category is of the kind',
        choice('recognition.sharedMailboxKind', 'Kind of what is in a shared mailbox', named),
      ],
    ],
    lists: ['kinds', 'recognition.categories', 'recognition.sharedMailboxes'],
  }
}

const fromTooFewToAnswers: readonly RuleArea[] = [
  {
    heading: 'Too few coming',
    rules: [
      ['Put a session to officers when fewer than', number('minimum.members', 'Fewest Members'), 'Members are coming.'],
      [
        'Look at the numbers',
        number('minimum.reviewWorkingDays', 'Working days before the session'),
        'working days before, at',
        time('minimum.reviewAt', 'Time of the review'),
      ],
      ['Ask officers to have decided by', time('minimum.decideAt', 'Time to have decided'), 'on that day.'],
      [
        'Count each tentative answer as',
        choice('minimum.tentativeCounts', 'What a tentative answer counts', [
          [0, 'nothing'],
          [0.5, 'half'],
          [1, 'one'],
        ]),
      ],
      [
        'Put no session to officers later than',
        number('minimum.lastCheckMinutes', 'Minutes before the start'),
        'minutes before it starts.',
      ],
    ],
    lists: ['minimum.byKind', 'minimum.escalateTo', 'minimum.factors'],
  },
  {
    heading: 'Cancelling',
    rules: [
      [
        'Less than',
        number('cancellation.shortNoticeWorkingDays', 'Working days of notice'),
        'working days before the start is short notice.',
      ],
      ticks('cancellation.tell', 'At short notice a text goes to', responses),
      ['Show a text as unconfirmed after', number('cancellation.unconfirmedMinutes', 'Minutes until unconfirmed'), 'minutes.'],
    ],
    lists: ['cancellation.reasons'],
  },
  {
    heading: 'Reminder texts',
    rules: [
      [
        'Remind Members',
        number('reminders.weekBefore.days', 'Days before'),
        'days before, at',
        time('reminders.weekBefore.at', 'Time of the reminder in the week before'),
      ],
      ticks('reminders.weekBefore.to', 'The reminder in the week before goes to', responses),
      ['Remind them on the morning at', time('reminders.morningOf.at', 'Time of the reminder on the morning')],
      ticks('reminders.morningOf.to', 'The reminder on the morning goes to', responses),
      [
        'Texts may go from',
        time('reminders.permitted.from', 'First hour for texts'),
        'until',
        time('reminders.permitted.until', 'Last hour for texts'),
      ],
      [
        'The reminder on the morning comes at least',
        number('reminders.minimumLeadMinutes', 'Minutes between reminder and start'),
        'minutes before the start.',
      ],
      ['Where that is too early, it goes the evening before at', time('reminders.eveningBeforeAt', 'Time the evening before')],
      onOff('reminders.combineAllowed', 'Members may have two sessions of one morning in one text'),
      onOff('texts.optOutAllowed', 'Members may turn reminder texts off'),
    ],
  },
  {
    heading: 'Invitations and answers',
    rules: [
      [
        'Times that a Member who has not answered is asked:',
        number('responses.nudge.count', 'How many times'),
        '. The first is',
        number('responses.nudge.workingDaysBeforeReview', 'Working days before the review'),
        'working days before the review, at',
        time('responses.nudge.at', 'Time of asking'),
      ],
      [
        'When a session moves, answers are',
        choice('responses.onMove', 'Answers when a session moves', [
          ['reset', 'asked for again'],
          ['keep', 'kept'],
        ]),
      ],
      ...sendingRules.map((rule) => [
        `In Outlook an invitation ${sendingWords[rule]}`,
        choice(`sending.${rule}`, `An invitation ${sendingWords[rule]}`, weights),
      ]),
      ['Send each Member at most', number('alerts.perMemberPerWeek', 'Alerts a week'), 'alerts a week.'],
      ticks('alerts.channels', 'They go by', [
        ['text', 'text'],
        ['email', 'email'],
      ]),
    ],
  },
]

const areasOfPeople: readonly RuleArea[] = [
  {
    heading: 'Members and partners',
    rules: [
      onOff('members.coOpteesInAll', 'Co-optees are among all Members'),
      ['A Member is new, and in induction, for', number('members.inductionMonths', 'Months of induction'), 'months.'],
    ],
    lists: ['members.alsoMembers', 'partners.organisations', 'partners.domains'],
  },
  { heading: 'Mandatory training', rules: [], lists: ['mandatory.rules'] },
  {
    heading: 'Briefings',
    rules: [
      onOff('briefings.objectives', 'A briefing needs an objective, as training does'),
      onOff('briefings.evaluation', 'A briefing is evaluated, as training is'),
      onOff('briefings.repeats', 'A briefing is repeated where its kind is'),
    ],
  },
]
