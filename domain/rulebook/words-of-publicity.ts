import type { Saying } from './saying.ts'
import { calledByLabel, inArea, plain } from './saying.ts'
import {
  againWords,
  appliesToInWords,
  briefWords,
  counted,
  countsAsWords,
  criterionWords,
  cycleWords,
  dayNamed,
  divisionWords,
  dueInWords,
  hoursWords,
  listed,
  periodNamed,
  quoted,
  recorderWords,
  sectionWords,
  throughWords,
  time,
  weekdayNamed,
  weightWords,
} from './words-of-values.ts'

const programme = inArea('Programme')
const meetings = inArea('Meetings')
const planning = inArea('Planning')
const briefs = inArea('Presenter’s brief')
const attendance = inArea('Attendance')
const evaluation = inArea('Evaluation')
const reports = inArea('Reports')
const rooms = inArea('Rooms')
const costs = inArea('Costs')
const mandatory = inArea('Mandatory training')
const pdp = inArea('Development plans')
const bulletin = inArea('Bulletin')
const places = inArea('Limited places')
const alerts = inArea('Alerts')
const providers = inArea('Training providers')
const workingDays = inArea('Working days')

/** When sessions are held and told of, and how they are accounted for. */
export const wordsOfPublicity: readonly Saying[] = [
  programme.value('programme.eveningFrom', 'an evening session starts at or after', (rules) => time(rules.programme.eveningFrom)),
  programme.value('programme.repeatWithinDays', 'a repeat is within', (rules) => counted(rules.programme.repeatWithinDays, 'day')),
  programme.value('programme.slots.perMonth', 'the slots proposed each month number', (rules) => String(rules.programme.slots.perMonth)),
  programme.list('programme.slots.times', 'times of slots', (rules) =>
    plain(rules.programme.slots.times.map(({ on, from, until }) => `${weekdayNamed(on)} ${time(from)} to ${time(until)}`)),
  ),
  programme.value(
    'programme.clashBufferMinutes',
    'a session clashes with a meeting less than',
    (rules) => `${counted(rules.programme.clashBufferMinutes, 'minute')} away`,
  ),
  programme.value('programme.publication.name', 'the year’s plan is called', (rules) => quoted(rules.programme.publication.name)),
  programme.value('programme.publication.arrangedBy', 'the year’s plan is arranged by', (rules) =>
    rules.programme.publication.arrangedBy === 'month' ? 'month' : 'kind of session',
  ),
  meetings.value('meetings.assumedMinutes', 'a meeting whose end is not published is taken to last', (rules) =>
    counted(rules.meetings.assumedMinutes, 'minute'),
  ),
  meetings.list('meetings.wholeCouncil', 'meetings of the whole council', (rules) => plain(rules.meetings.wholeCouncil), {
    added: 'is now a meeting of the whole council',
    gone: 'is no longer a meeting of the whole council',
  }),
  planning.list('planning.events', 'religious and cultural events', (rules) =>
    rules.planning.events.map(({ id, label, from, to, hours, eveningBefore, uncertain, weight }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['is on', from === to ? dayNamed(from) : `${dayNamed(from)} to ${dayNamed(to)}`],
        ['takes up', hoursWords[hours]],
        ['begins', eveningBefore ? 'the evening before' : 'on its first day'],
        ['has a date that', uncertain ? 'may be a little earlier or later' : 'is certain'],
        ['is', weightWords[weight]],
      ],
    })),
  ),
  planning.value('planning.uncertainDays', 'a date that is not certain may be off by', (rules) =>
    counted(rules.planning.uncertainDays, 'day'),
  ),
  planning.value('planning.noticeWeeks', 'officers are told of notice shorter than', (rules) =>
    counted(rules.planning.noticeWeeks, 'week'),
  ),
  planning.list('planning.cycle', 'dates of the electoral cycle', (rules) =>
    rules.planning.cycle.map(({ id, label, part, from, to }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['is', cycleWords[part]],
        ['is on', from === to ? dayNamed(from) : `${dayNamed(from)} to ${dayNamed(to)}`],
      ],
    })),
  ),
  planning.list('planning.priorities', 'priorities of the council', (rules) =>
    rules.planning.priorities.map(({ id, label, from, until }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['is one from', dayNamed(from)],
        ['is one until', until === undefined ? 'further notice' : dayNamed(until)],
      ],
    })),
  ),
  planning.list('planning.serviceAreas', 'services that ask for seminars', (rules) => calledByLabel(rules.planning.serviceAreas)),
  planning.value('planning.unmarkedRooms', 'a room that is not marked step-free', (rules) =>
    rules.planning.unmarkedRooms === 'refuse' ? 'is refused' : 'may be approved by somebody who is named',
  ),
  planning.value('planning.withoutAims', 'a session that does not say what it is to achieve', (rules) =>
    rules.planning.withoutAims === 'hold' ? 'is not published until it does' : 'is published, and officers are warned',
  ),
  planning.value('planning.venue', 'sessions are usually held at', ({ planning: { venue } }) =>
    venue === '' ? 'no place in particular' : quoted(venue),
  ),
  briefs.value(['brief.leadWorkingDays', 'brief.at'], 'officers are asked to give it', ({ brief: { leadWorkingDays, at } }) =>
    leadWorkingDays === 0 ? 'never' : `${counted(leadWorkingDays, 'working day')} before at ${time(at)}`,
  ),
  briefs.value('brief.opening', 'with the aims it says', ({ brief: { opening } }) => (opening === '' ? 'nothing' : quoted(opening))),
  briefs.value('brief.parts', 'besides the aims, the day and the place it says', (rules) =>
    listed(
      rules.brief.parts.map((part) => briefWords[part]),
      'nothing',
    ),
  ),
  briefs.value('brief.closing', 'its last words are', ({ brief: { closing } }) =>
    closing === '' ? 'none of the council’s own' : quoted(closing),
  ),
  attendance.value('attendance.countsFromPercent', 'a Member attended who was there for', ({ attendance: { countsFromPercent } }) =>
    countsFromPercent === 0 ? 'any of the session' : `${countsFromPercent}% of the session`,
  ),
  attendance.value('attendance.recordedBy', 'attendance is recorded by', (rules) =>
    listed(
      rules.attendance.recordedBy.map((recorder) => recorderWords[recorder]),
      'nobody',
    ),
  ),
  evaluation.value('evaluation.at', 'forms go the day after, at', (rules) => time(rules.evaluation.at)),
  evaluation.value('evaluation.remindAfterDays', 'whoever has not answered is reminded', ({ evaluation: { remindAfterDays } }) =>
    remindAfterDays === 0 ? 'never' : `once, after ${counted(remindAfterDays, 'day')}`,
  ),
  evaluation.value('evaluation.askedOf', 'forms are given for', (rules) =>
    listed(
      rules.evaluation.askedOf.map((countsAs) => countsAsWords[countsAs]),
      'nothing',
    ),
  ),
  evaluation.value('evaluation.openMonths', 'a form stays open for', (rules) => counted(rules.evaluation.openMonths, 'month')),
  evaluation.value('evaluation.minimumReturns', 'only officers see what was said when there are fewer than', (rules) =>
    counted(rules.evaluation.minimumReturns, 'return'),
  ),
  evaluation.list('evaluation.questions', 'questions', (rules) =>
    rules.evaluation.questions.map(({ id, label, answer, of }) => ({
      key: id,
      name: label,
      says: [
        ['is worded', quoted(label)],
        ['is answered', answer === 'scale' ? 'from 1 to 5' : 'in words'],
        [
          'is asked after',
          listed(
            of.map((countsAs) => countsAsWords[countsAs]),
            'every session',
          ),
        ],
      ],
    })),
  ),
  reports.value('reporting.year', 'uptake is counted by the', (rules) => `${rules.reporting.year} year`),
  rooms.value('rooms.walkIns', 'they are chosen for', (rules) => `${rules.rooms.walkIns} more than have accepted`),
  rooms.list('rooms.register', 'rooms', (rules) =>
    rules.rooms.register.map(({ name, address, capacity, stepFree, hearingLoop }) => ({
      key: name,
      name,
      says: [
        ['holds', String(capacity)],
        ['is booked at', address ?? 'no address'],
        ['is', stepFree === undefined ? 'not known to be step-free' : stepFree ? 'step-free' : 'not step-free'],
        ['has', hearingLoop === undefined ? 'no word about a hearing loop' : hearingLoop ? 'a hearing loop' : 'no hearing loop'],
      ],
    })),
  ),
  costs.list('costs.categories', 'kinds of cost', (rules) => calledByLabel(rules.costs.categories)),
  costs.value('costs.supplierTerms', 'where a supplier gives no terms, cancelling is taken to cost', (rules) =>
    listed(
      rules.costs.supplierTerms.map(({ daysBefore, payablePercent }) => `${payablePercent}% from ${counted(daysBefore, 'day')} before`),
      'an amount that is not known',
    ),
  ),
  mandatory.list('mandatory.rules', 'rules', (rules) =>
    rules.mandatory.rules.map(({ id, label, appliesTo, titles, due, again, substitutes, through, equivalence, lapseBlocks }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['is for', appliesToInWords(appliesTo)],
        ['also goes by', listed(titles.map(quoted), 'no other name')],
        ['is due', dueInWords(due)],
        ['once attended is needed', againWords[again]],
        ['is done', throughWords[through]],
        ['lets training had elsewhere', equivalence ? 'be accepted' : 'count for nothing'],
        ['asks of substitutes', substitutes ? 'the same' : 'nothing'],
        ['once lapsed', lapseBlocks ? 'bars from sitting' : 'bars from nothing'],
      ],
    })),
  ),
  pdp.list('pdp.readers', 'officers who may open every plan', (rules) => plain(rules.pdp.readers), {
    added: 'may now open every plan',
    gone: 'may no longer open every plan',
  }),
  pdp.list('pdp.statusTo', 'posts that see who of their group has a plan', (rules) => plain(rules.pdp.statusTo), {
    added: 'now sees who of the group has a plan',
    gone: 'no longer sees who of the group has a plan',
  }),
  pdp.list('pdp.skills', 'skills to choose needs from', (rules) => calledByLabel(rules.pdp.skills)),
  bulletin.value('bulletin.name', 'it is called', (rules) => quoted(rules.bulletin.name)),
  bulletin.value(
    ['bulletin.on', 'bulletin.at'],
    'it goes each',
    (rules) => `${weekdayNamed(rules.bulletin.on)} at ${time(rules.bulletin.at)}`,
  ),
  bulletin.value('bulletin.onBankHoliday', 'for a bank holiday there is', (rules) =>
    rules.bulletin.onBankHoliday === 'skip' ? 'no issue' : 'an issue on the working day before',
  ),
  bulletin.list('bulletin.recess', 'times without an issue', (rules) => plain(rules.bulletin.recess.map(periodNamed))),
  bulletin.list('bulletin.alsoTo', 'others who get it', (rules) => plain(rules.bulletin.alsoTo), {
    added: 'now gets it too',
    gone: 'no longer gets it',
  }),
  bulletin.list('bulletin.sections', 'sections', (rules) => plain(rules.bulletin.sections.map((section) => sectionWords[section]))),
  bulletin.onOff(
    'bulletin.autoRelease',
    (rules) => rules.bulletin.autoRelease,
    'an issue now goes by itself, whether or not an officer has released it',
    'an issue now goes only when an officer has released it',
  ),
  bulletin.value(
    ['bulletin.leadTime.weeks', 'bulletin.leadTime.issues'],
    'a session is to be in it',
    ({ bulletin: { leadTime } }) => `${counted(leadTime.weeks, 'week')} and ${counted(leadTime.issues, 'issue')} before`,
  ),
  bulletin.list('bulletin.recurring', 'things passed on', (rules) =>
    rules.bulletin.recurring.map(({ id, label, every }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['is passed on each', every],
      ],
    })),
  ),
  bulletin.onOff(
    'bulletin.youSaidWeDid',
    (rules) => rules.bulletin.youSaidWeDid,
    'what was done on feedback is now offered for it',
    'what was done on feedback is no longer offered for it',
  ),
  places.value('allocation.criteria', 'they are weighed by', (rules) =>
    rules.allocation.criteria.map((criterion) => criterionWords[criterion]).join(', then '),
  ),
  places.value(
    ['allocation.closesAfterDays', 'allocation.closesAt'],
    'expressions of interest close',
    ({ allocation }) => `${counted(allocation.closesAfterDays, 'day')} after the issue at ${time(allocation.closesAt)}`,
  ),
  alerts.value('alerts.perMemberPerWeek', 'each Member gets in a week at most', (rules) => counted(rules.alerts.perMemberPerWeek, 'alert')),
  alerts.value('alerts.channels', 'they go by', (rules) => listed(rules.alerts.channels, 'nothing')),
  providers.list('providers', 'providers', (rules) => plain(rules.providers.map((provider) => provider.name))),
  workingDays.value('workingDays.division', 'the bank holidays are those of', (rules) => divisionWords[rules.workingDays.division]),
  workingDays.list('workingDays.closures', 'closures', (rules) => plain(rules.workingDays.closures.map(dayNamed)), {
    added: 'is now no working day',
    gone: 'is a working day again',
  }),
  workingDays.list('workingDays.schoolHolidays', 'school holidays', (rules) => plain(rules.workingDays.schoolHolidays.map(periodNamed))),
]
