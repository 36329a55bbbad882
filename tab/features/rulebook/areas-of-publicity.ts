import { briefWords, countsAsWords, divisionWords, recorderWords } from '../../../domain/rulebook/words-of-values.ts'
import { choice, number, onOff, text, ticks, time, type RuleArea } from './fields.ts'
import { weekdays } from './weekdays.ts'

const { briefing: _ownSwitch, ...besidesBriefings } = countsAsWords
const evaluated = Object.entries(besidesBriefings)

/** When sessions are held and told of, and how they are accounted for. */
export const areasOfPublicity: readonly RuleArea[] = [
  {
    heading: 'Programme',
    rules: [
      ['A session in the evening starts at or after', time('programme.eveningFrom', 'Evening begins')],
      ['A repeat comes within', number('programme.repeatWithinDays', 'Days until the repeat'), 'days.'],
      ['It clashes with a meeting less than', number('programme.clashBufferMinutes', 'Minutes between'), 'minutes away.'],
      ['A meeting whose end is not published is taken to last', number('meetings.assumedMinutes', 'Minutes of a meeting'), 'minutes.'],
      ['Keep', number('programme.slots.perMonth', 'Slots a month'), 'slots a month free of meetings.'],
      ['The year’s plan is called', text('programme.publication.name', 'Name of the year’s plan')],
      [
        'It is arranged by',
        choice('programme.publication.arrangedBy', 'Order of the year’s plan', [
          ['month', 'month'],
          ['kind', 'kind of session'],
        ]),
      ],
    ],
    lists: ['programme.slots.times', 'meetings.wholeCouncil'],
  },
  {
    heading: 'Planning',
    rules: [
      ['Officers are told when notice would be shorter than', number('planning.noticeWeeks', 'Weeks of notice'), 'weeks.'],
      ['Sessions are usually held at', text('planning.venue', 'Usual venue')],
      ['The date of an event that is not certain may be off by', number('planning.uncertainDays', 'Days of doubt'), 'days either way.'],
      [
        'A session that does not say what it is to achieve',
        choice('planning.withoutAims', 'Sessions without an aim', [
          ['hold', 'is not published until it does'],
          ['warn', 'is published, and officers are warned'],
        ]),
      ],
      [
        'A room that is not marked step-free',
        choice('planning.unmarkedRooms', 'Rooms that are not step-free', [
          ['refuse', 'is refused'],
          ['approve', 'may be approved by somebody who is named'],
        ]),
      ],
    ],
    lists: ['planning.priorities', 'planning.serviceAreas', 'planning.cycle', 'planning.events'],
  },
  {
    heading: 'Presenter’s brief',
    rules: [
      [
        'Officers are asked to give it',
        number('brief.leadWorkingDays', 'Working days before, for the brief'),
        'working days before (0 is never), at',
        time('brief.at', 'Time of the brief'),
      ],
      ['It opens with the aims and objectives, and these words:', text('brief.opening', 'Words with the aims', 300)],
      ticks('brief.parts', 'After the day and the place it says', Object.entries(briefWords)),
      ['It ends with whom to ring, and these words before:', text('brief.closing', 'Last words of the brief', 300)],
    ],
  },
  {
    heading: 'Rooms and costs',
    rules: [['Choose a room for', number('rooms.walkIns', 'Members besides'), 'more than have accepted.']],
    lists: ['rooms.register', 'costs.categories', 'costs.supplierTerms'],
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
    heading: 'Development plans',
    rules: [],
    lists: ['pdp.readers', 'pdp.statusTo', 'pdp.skills'],
  },
  {
    heading: 'Evaluation',
    rules: [
      ['Those who came get a form by email the day after, at', time('evaluation.at', 'Time of the forms')],
      [
        'Whoever has not answered is reminded once, after',
        number('evaluation.remindAfterDays', 'Days until the reminder'),
        'days; 0 is never.',
      ],
      ticks('evaluation.askedOf', 'Besides briefings, forms are given for', evaluated),
      ['A form stays open for', number('evaluation.openMonths', 'Months that a form stays open'), 'months.'],
      [
        'Only officers see what was said when there are fewer than',
        number('evaluation.minimumReturns', 'Fewest replies to be shown'),
        'replies.',
      ],
    ],
    lists: ['evaluation.questions'],
  },
  {
    heading: 'Bulletin',
    rules: [
      ['It is called', text('bulletin.name', 'Name of the bulletin')],
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
    lists: ['bulletin.sections', 'bulletin.recurring', 'providers', 'bulletin.recess', 'bulletin.alsoTo'],
  },
  {
    heading: 'Limited places',
    rules: [
      [
        'Members may say that they are interested until',
        number('allocation.closesAfterDays', 'Days after the issue'),
        'days after the issue, at',
        time('allocation.closesAt', 'Time of the closing'),
      ],
    ],
    lists: ['allocation.criteria'],
  },
  {
    heading: 'Working days',
    rules: [['The bank holidays are those of', choice('workingDays.division', 'Bank holidays', Object.entries(divisionWords))]],
    lists: ['workingDays.closures', 'workingDays.schoolHolidays'],
  },
]
