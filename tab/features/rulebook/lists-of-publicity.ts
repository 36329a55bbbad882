import {
  againWords,
  criterionWords,
  cycleWords,
  hoursWords,
  memberWords,
  sectionWords,
  weightWords,
} from '../../../domain/rulebook/words-of-values.ts'
import type { List } from './entry.ts'
import { address, choice, day, lines, number, people, periods, text, tick, ticks, time, yesNoOrUnsaid } from './entry-fields.ts'
import { valueAt } from './places.ts'
import { weekdays } from './weekdays.ts'

const isDueBy = (by: string) => (rule: unknown) => valueAt(rule, 'due.by') === by
const unused = (choices: object, used: readonly string[]) => Object.keys(choices).find((each) => !used.includes(each))

/** When sessions are held and told of, and how they are accounted for. */
export const listsOfPublicity: readonly List[] = [
  {
    path: 'programme.slots.times',
    one: 'a time',
    fields: [choice('on', 'Day', Object.fromEntries(weekdays)), time('from', 'From'), time('until', 'Until')],
    begin: () => ({ on: 'monday', from: '', until: '' }),
  },
  {
    path: 'meetings.wholeCouncil',
    one: 'a meeting',
    hint: 'Meetings to which the Mayor and every councillor is summoned, as the calendar names them.',
    fields: [text('', 'Name of the meeting')],
    begin: () => '',
  },
  {
    path: 'planning.events',
    one: 'an event',
    hint: 'Days that matter to many. A session on one that is to be avoided clashes, and staying wants a reason. Who keeps a day is asked of nobody and written down nowhere.',
    fields: [
      text('label', 'What it is called'),
      day('from', 'First day'),
      day('to', 'Last day'),
      choice('hours', 'What it takes up', hoursWords),
      tick('eveningBefore', 'It begins the evening before'),
      tick('uncertain', 'Its date may be a little earlier or later, as when the moon decides'),
      choice('weight', 'When a session is planned then, it is', weightWords),
    ],
    begin: () => ({ label: '', from: '', to: '', hours: 'all-day', eveningBefore: false, uncertain: false, weight: 'avoid' }),
    hasIds: true,
  },
  {
    path: 'planning.priorities',
    one: 'a priority',
    hint: 'The council’s own priorities, which a session can be said to serve while they are in force.',
    fields: [
      text('label', 'What it is called', { atMost: 200 }),
      day('from', 'First day'),
      day('until', 'Last day', { optional: true, hint: 'Leave it empty until one is known.' }),
    ],
    begin: () => ({ label: '', from: '' }),
    hasIds: true,
  },
  {
    path: 'planning.cycle',
    one: 'a date',
    hint: 'What falls in the pre-election period, or on polling day, is marked for a check on publicity.',
    fields: [
      text('label', 'What it is called', { hint: 'For instance “Borough election 2030”.' }),
      choice('part', 'What it is', cycleWords),
      day('from', 'First day'),
      day('to', 'Last day'),
    ],
    begin: () => ({ label: '', part: 'pre-election', from: '', to: '' }),
    hasIds: true,
  },
  {
    path: 'rooms.register',
    one: 'a room',
    hint: 'Rooms of which Outlook does not know how many they hold.',
    fields: [
      text('name', 'Name'),
      address('address', 'Address at which it is booked', { optional: true, hint: 'Leave it empty if it is found by its name.' }),
      number('capacity', 'How many it holds'),
      yesNoOrUnsaid('stepFree', 'Steps', ['Not known', 'It is step-free', 'It is not step-free']),
      yesNoOrUnsaid('hearingLoop', 'Hearing loop', ['Not known', 'It has a hearing loop', 'It has none']),
    ],
    begin: () => ({ name: '', capacity: '' }),
  },
  {
    path: 'costs.categories',
    one: 'a kind of cost',
    fields: [text('label', 'What it is called')],
    begin: () => ({ label: '' }),
    ordered: true,
    hasIds: true,
  },
  {
    path: 'costs.supplierTerms',
    one: 'a term',
    noun: 'usual terms of suppliers',
    hint: 'For suppliers whose own terms nobody has put down. While there is none, what cancelling costs is told as not known.',
    fields: [
      number('daysBefore', 'From how many days before the start'),
      number('payablePercent', 'Per cent of the price that is then payable'),
    ],
    begin: () => ({ daysBefore: '', payablePercent: '' }),
  },
  {
    path: 'mandatory.rules',
    one: 'a rule',
    hint: 'Who must attend what, and by when.',
    fields: [
      text('label', 'Name of the training'),
      ticks('appliesTo.kinds', 'For', Object.entries(memberWords)),
      lines('appliesTo.offices', 'For whoever holds one of these offices', 'One on each line, as the register names them.'),
      lines('appliesTo.committees', 'For the members of these committees', 'One on each line, as the register names them.'),
      lines('titles', 'Other names under which it is held', 'One on each line. A session of such a name meets the rule.'),
      choice('due.by', 'By when', {
        induction: 'during induction',
        sitting: 'before sitting on the committee',
        'municipal-year': 'within some weeks of the start of the municipal year',
        day: 'by a day',
        none: 'at no set time',
      }),
      number('due.weeks', 'How many weeks', { isAsked: isDueBy('municipal-year') }),
      day('due.on', 'Last day', { isAsked: isDueBy('day') }),
      choice('again', 'Once attended it is needed', againWords),
    ],
    begin: () => ({
      label: '',
      appliesTo: { kinds: [], offices: [], committees: [] },
      titles: [],
      due: { by: 'none' },
      again: 'never',
    }),
    hasIds: true,
  },
  {
    path: 'bulletin.sections',
    one: 'a section',
    hint: 'They stand in this order. A section with nothing in it leaves itself out.',
    fields: [choice('', 'Section', sectionWords, { isOnce: true })],
    begin: ({ bulletin: { sections } }) => unused(sectionWords, sections),
    ordered: true,
  },
  {
    path: 'bulletin.recurring',
    one: 'a publication',
    hint: 'What somebody else publishes and is passed on to Members, such as a quarterly update. A time in which it was not is flagged.',
    fields: [text('label', 'What it is called'), choice('every', 'Each', { month: 'month', quarter: 'quarter', year: 'year' })],
    begin: () => ({ label: '', every: 'quarter' }),
    hasIds: true,
  },
  {
    path: 'bulletin.recess',
    one: 'a recess',
    hint: 'No issue falls due between these days.',
    ...periods,
  },
  {
    path: 'bulletin.alsoTo',
    ...people,
  },
  {
    path: 'allocation.criteria',
    one: 'a criterion',
    noun: 'criteria for limited places',
    hint: 'They are weighed in this order. Those who are still equal are always drawn by ballot.',
    fields: [choice('', 'What is weighed', criterionWords, { isOnce: true })],
    begin: ({ allocation: { criteria } }) => unused(criterionWords, criteria),
    ordered: true,
  },
  {
    path: 'providers',
    one: 'a provider',
    hint: 'Whose courses are passed on to Members as external training.',
    fields: [text('name', 'Name')],
    begin: () => ({ name: '' }),
  },
  {
    path: 'workingDays.closures',
    one: 'a day',
    hint: 'Days on which the council is closed, besides weekends and bank holidays.',
    fields: [day('', 'Day')],
    begin: () => '',
  },
  {
    path: 'workingDays.schoolHolidays',
    one: 'a school holiday',
    hint: 'They are shown when a session is planned.',
    ...periods,
  },
]
