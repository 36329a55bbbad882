import type { Saying } from './saying.ts'
import { calledByLabel, inArea, plain } from './saying.ts'
import {
  audienceWords,
  counted,
  countsAsWords,
  kindNamed,
  listed,
  presetNamed,
  quoted,
  responseWords,
  sendingRules,
  sendingWeights,
  sendingWords,
  time,
  times,
  tooFewInWords,
} from './words-of-values.ts'

const council = inArea('Council')
const recognising = inArea('Recognising sessions')
const kinds = inArea('Kinds of session')
const members = inArea('Members')
const partners = inArea('Partners')
const briefings = inArea('Briefings')
const invitations = inArea('Invitations')
const tooFew = inArea('Too few coming')
const cancelling = inArea('Cancelling')
const texts = inArea('Texts')

function those(to: readonly (keyof typeof responseWords)[]): string {
  return listed(
    to.map((response) => responseWords[response]),
    'nobody',
  )
}

/** What sessions are, who answers, and what happens when too few do. */
export const wordsOfSessions: readonly Saying[] = [
  council.value('preset', 'the rules began as those of', (rules) => presetNamed(rules.preset)),
  recognising.list('recognition.categories', 'categories', (rules, names) =>
    Object.entries(rules.recognition.categories).map(([name, kind]) => ({
      key: name,
      name,
      says: [['makes an appointment a session of the kind', quoted(kindNamed(names, kind))]],
    })),
  ),
  recognising.list('recognition.sharedMailboxes', 'shared mailboxes', (rules) => plain(rules.recognition.sharedMailboxes)),
  recognising.value('recognition.sharedMailboxKind', 'what is in a shared mailbox without a category is of the kind', (rules, names) =>
    quoted(kindNamed(names, rules.recognition.sharedMailboxKind)),
  ),
  kinds.list('kinds', 'kinds', (rules, names) =>
    rules.kinds.map((kind) => ({
      key: kind.id,
      name: kind.label,
      says: [
        ['is called', quoted(kind.label)],
        ['counts as', countsAsWords[kind.countsAs]],
        ['is for', audienceWords[kind.audience]],
        ['has an audience that', kind.audienceFixed ? 'nobody may narrow' : 'each session may narrow'],
        ['is wanted', kind.dayAndEvening ? 'once by day and once in the evening' : 'once'],
        ['held as a hybrid is', kind.whenHybrid === undefined ? 'the same kind' : quoted(kindNamed(names, kind.whenHybrid))],
        ['held online is', kind.whenOnline === undefined ? 'the same kind' : quoted(kindNamed(names, kind.whenOnline))],
      ],
    })),
  ),
  members.onOff(
    'members.coOpteesInAll',
    (rules) => rules.members.coOpteesInAll,
    'co-optees are now among all Members',
    'co-optees are no longer among all Members',
  ),
  members.list('members.alsoMembers', 'others treated as Members', (rules) => plain(rules.members.alsoMembers), {
    added: 'is now treated as a Member',
    gone: 'is no longer treated as a Member',
  }),
  members.value('members.inductionMonths', 'a Member is new, and in induction, for', (rules) =>
    counted(rules.members.inductionMonths, 'month'),
  ),
  partners.list('partners.domains', 'addresses of partners', (rules) => plain(rules.partners.domains)),
  partners.list('partners.organisations', 'partner organisations', (rules) =>
    rules.partners.organisations.map((organisation) => ({
      key: organisation.name,
      name: organisation.name,
      says: [
        ['is known by', listed(organisation.domains, 'no address')],
        ['gets what is shared with partners at', listed(organisation.contacts, 'no address')],
      ],
    })),
  ),
  briefings.onOff(
    'briefings.objectives',
    (rules) => rules.briefings.objectives,
    'a briefing now needs an objective, as training does',
    'a briefing no longer needs an objective',
  ),
  briefings.onOff(
    'briefings.evaluation',
    (rules) => rules.briefings.evaluation,
    'a briefing is now evaluated, as training is',
    'a briefing is no longer evaluated',
  ),
  briefings.onOff(
    'briefings.repeats',
    (rules) => rules.briefings.repeats,
    'a briefing is now repeated where its kind is',
    'a briefing no longer needs a repeat',
  ),
  invitations.value('responses.onMove', 'when a session moves, the answers to it are', (rules) =>
    rules.responses.onMove === 'keep' ? 'kept' : 'asked for again',
  ),
  invitations.value('responses.nudge.count', 'a Member who has not answered is asked', (rules) => times(rules.responses.nudge.count)),
  invitations.value(
    ['responses.nudge.workingDaysBeforeReview', 'responses.nudge.at'],
    'a Member who has not answered is asked first',
    ({ responses: { nudge } }) => `${counted(nudge.workingDaysBeforeReview, 'working day')} before the review at ${time(nudge.at)}`,
  ),
  ...sendingRules.map((rule) =>
    invitations.value(`sending.${rule}`, `in Outlook an invitation ${sendingWords[rule]}`, ({ sending }) => sendingWeights[sending[rule]]),
  ),
  tooFew.value('minimum.members', 'a session is put to officers', (rules) => tooFewInWords(rules.minimum.members)),
  tooFew.list(
    'minimum.byKind',
    'kinds with a number of their own',
    (rules, names) =>
      Object.entries(rules.minimum.byKind).map(([kind, number]) => ({
        key: kind,
        name: kindNamed(names, kind),
        says: [['is put to officers', tooFewInWords(number)]],
      })),
    { added: 'has a number of its own', gone: 'goes by the usual number' },
  ),
  tooFew.value(
    ['minimum.reviewWorkingDays', 'minimum.reviewAt'],
    'the numbers are reviewed',
    ({ minimum }) => `${counted(minimum.reviewWorkingDays, 'working day')} before at ${time(minimum.reviewAt)}`,
  ),
  tooFew.value('minimum.decideAt', 'officers are asked to have decided by', (rules) => time(rules.minimum.decideAt)),
  tooFew.value('minimum.tentativeCounts', 'each tentative answer counts as', (rules) => String(rules.minimum.tentativeCounts)),
  tooFew.value('minimum.lastCheckMinutes', 'a session is put to officers until', (rules) => beforeStart(rules.minimum.lastCheckMinutes)),
  tooFew.value('minimum.escalateTo', 'when nobody has decided, word goes to', (rules) => listed(rules.minimum.escalateTo, 'every officer')),
  tooFew.list('minimum.factors', 'further factors', (rules) => calledByLabel(rules.minimum.factors)),
  cancelling.value(
    'cancellation.shortNoticeWorkingDays',
    'short notice is less than',
    (rules) => `${counted(rules.cancellation.shortNoticeWorkingDays, 'working day')} before the start`,
  ),
  cancelling.value('cancellation.tell', 'at short notice a text goes to', (rules) => those(rules.cancellation.tell)),
  cancelling.list('cancellation.reasons', 'reasons', (rules) =>
    rules.cancellation.reasons.map(({ id, label, basis, needsWords }) => ({
      key: id,
      name: label,
      says: [
        ['is called', quoted(label)],
        ['stands for', basis === 'unexpected' ? 'something unexpected' : 'lack of interest'],
        ['is given', needsWords ? 'in the officer’s own words' : 'as it stands'],
      ],
    })),
  ),
  cancelling.value('cancellation.unconfirmedMinutes', 'a text is shown as unconfirmed after', (rules) =>
    counted(rules.cancellation.unconfirmedMinutes, 'minute'),
  ),
  texts.value(
    ['reminders.weekBefore.days', 'reminders.weekBefore.at'],
    'the week-before reminder goes',
    ({ reminders: { weekBefore } }) => `${counted(weekBefore.days, 'day')} before at ${time(weekBefore.at)}`,
  ),
  texts.value('reminders.weekBefore.to', 'the week-before reminder goes to', (rules) => those(rules.reminders.weekBefore.to)),
  texts.value('reminders.morningOf.at', 'the reminder on the morning goes at', (rules) => time(rules.reminders.morningOf.at)),
  texts.value('reminders.morningOf.to', 'the reminder on the morning goes to', (rules) => those(rules.reminders.morningOf.to)),
  texts.value(
    ['reminders.permitted.from', 'reminders.permitted.until'],
    'reminders may go',
    ({ reminders: { permitted } }) => `from ${time(permitted.from)} until ${time(permitted.until)}`,
  ),
  texts.value('reminders.minimumLeadMinutes', 'the reminder on the morning comes at the latest', (rules) =>
    beforeStart(rules.reminders.minimumLeadMinutes),
  ),
  texts.value('reminders.eveningBeforeAt', 'where the morning is too late, the reminder goes the evening before at', (rules) =>
    time(rules.reminders.eveningBeforeAt),
  ),
  texts.onOff(
    'reminders.combineAllowed',
    (rules) => rules.reminders.combineAllowed,
    'Members may now have two sessions of one morning in one text',
    'Members may no longer have two sessions of one morning in one text',
  ),
  texts.onOff(
    'texts.optOutAllowed',
    (rules) => rules.texts.optOutAllowed,
    'Members may now opt out of reminder texts',
    'Members may no longer opt out of reminder texts',
  ),
]

function beforeStart(minutes: number): string {
  return `${counted(minutes, 'minute')} before the start`
}
