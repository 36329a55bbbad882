import { recorderWords, responseWords } from '../../../domain/rulebook/words-of-values.ts'

type Named<Value> = readonly (readonly [value: Value, words: string])[]

/** One setting that can be changed here, at its place in the rulebook. `label`: what it is called when it is read out alone. */
export type Field = { readonly path: string; readonly label: string } & (
  | { readonly kind: 'number' | 'time' | 'switch' }
  | { readonly kind: 'choice'; readonly options: Named<string | number> }
  | { readonly kind: 'ticks'; readonly options: Named<string> }
)

/** A sentence, some of whose words can be changed. */
export type Rule = readonly (string | Field)[]
export type RuleArea = { readonly heading: string; readonly rules: readonly Rule[] }

const number = (path: string, label: string): Field => ({ kind: 'number', path, label })
const time = (path: string, label: string): Field => ({ kind: 'time', path, label })
const onOff = (path: string, label: string): Rule => [{ kind: 'switch', path, label }]
const choice = (path: string, label: string, options: Named<string | number>): Field => ({ kind: 'choice', path, label, options })
const ticks = (path: string, label: string, options: Named<string>): Rule => [{ kind: 'ticks', path, label, options }]

const responses = Object.entries(responseWords)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
  (day) => [day, `${day.charAt(0).toUpperCase()}${day.slice(1)}`] as const,
)

/** The settings that matter most, in the order in which a session meets them. */
export const ruleAreas: readonly RuleArea[] = [
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
        'The first is',
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
      ['Send each Member at most', number('alerts.perMemberPerWeek', 'Alerts a week'), 'alerts a week.'],
      onOff('members.coOpteesInAll', 'Co-optees are among all Members'),
    ],
  },
  {
    heading: 'Briefings',
    rules: [
      onOff('briefings.objectives', 'A briefing needs an objective, as training does'),
      onOff('briefings.evaluation', 'A briefing is evaluated, as training is'),
      onOff('briefings.repeats', 'A briefing is repeated where its kind is'),
    ],
  },
  {
    heading: 'Programme',
    rules: [
      ['A session in the evening starts at or after', time('programme.eveningFrom', 'Evening begins')],
      ['It clashes with a meeting less than', number('programme.clashBufferMinutes', 'Minutes between'), 'minutes away.'],
      ['Keep', number('programme.slots.perMonth', 'Slots a month'), 'slots a month free of meetings.'],
    ],
  },
  {
    heading: 'Attendance',
    rules: [
      ['A Member attended who was there for', number('attendance.countsFromPercent', 'Per cent of the session'), '% of the session.'],
      ticks('attendance.recordedBy', 'Attendance is recorded by', Object.entries(recorderWords)),
      [
        'Uptake is counted by the',
        choice('reporting.year', 'Year of reports', [
          ['municipal', 'municipal'],
          ['financial', 'financial'],
          ['calendar', 'calendar'],
        ]),
        'year.',
      ],
    ],
  },
  {
    heading: 'Bulletin',
    rules: [
      ['It goes each', choice('bulletin.on', 'Day of the bulletin', weekdays), 'at', time('bulletin.at', 'Time of the bulletin')],
      [
        'When that is a bank holiday there is',
        choice('bulletin.onBankHoliday', 'On a bank holiday', [
          ['previous-working-day', 'an issue the working day before'],
          ['skip', 'no issue'],
        ]),
      ],
      [
        'A session is to be in it',
        number('bulletin.leadTime.weeks', 'Weeks before'),
        'weeks and',
        number('bulletin.leadTime.issues', 'Issues before'),
        'issues before.',
      ],
      onOff('bulletin.autoRelease', 'An issue goes by itself, whether or not an officer has released it'),
      onOff('bulletin.youSaidWeDid', 'What was done on feedback is offered for it'),
    ],
  },
]

/** Times of slots are one list: each of its rows stands in a sentence of its own. */
export function slotRules(slots: readonly unknown[]): readonly Rule[] {
  return slots.map((_slot, index) => {
    const at = (part: string) => `programme.slots.times.${index}.${part}`
    const name = `Slot ${index + 1}`
    return [
      `${name} is on`,
      choice(at('on'), `${name}: day`, weekdays),
      'from',
      time(at('from'), `${name}: from`),
      'until',
      time(at('until'), `${name}: until`),
    ]
  })
}

export function fieldsOf(rules: readonly Rule[]): readonly Field[] {
  return rules.flatMap((rule) => rule.filter((part): part is Field => typeof part !== 'string'))
}
