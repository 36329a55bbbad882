import type { RecordText } from '../../../domain/sessions/details.ts'
import type { SessionDetails } from '../../../api/contracts/details.ts'
import { asAtWords, sessionWhen } from '../../ui/words-of-time.ts'

type Choices = SessionDetails['choices']

/** Every word of the page on which an officer puts down what an appointment cannot say. */
export const words = {
  title: 'Details of this session',
  trail: 'Details',
  save: 'Save the details',
  saved: 'Saved: the details of this session.',
  notSaved: 'We could not reach Quorate. What you have written is still here: try again.',
  lookAgain: 'See what is there now',
  optional: 'Leave anything empty that you do not know. Nothing here is sent to anybody.',
  putRight: 'Some answers need putting right. They are marked below.',

  aims: 'What will Members be able to do afterwards?',
  aimsLabel: 'Aims and objectives',
  aimsHint: 'In a few sentences. Members see it with the invitation.',

  commitment: 'What does it ask of them, besides being there?',
  preWork: 'To read or do beforehand',
  preWorkHint: 'For example: read chapter 3, about 30 minutes.',
  followUp: 'To do afterwards',
  followUpHint: 'For example: a second meeting in January.',

  audience: 'Who is it for?',
  audienceLabel: 'For',
  audienceFixed: 'Sessions of this kind are for all Members, and nobody may narrow that.',
  audienceHint:
    'We tell you when somebody is missing from the invitation, or invited although it is not for them, as the register changes.',
  usual: {
    'all-members': 'As usual for its kind: all Members',
    'new-members': 'As usual for its kind: new Members',
    'relevant-members': 'Nobody has said yet',
  },
  audiences: {
    'all-members': 'All Members',
    'new-members': 'New Members',
    committee: 'A committee',
    office: 'A role or office',
    named: 'Members by name',
  },
  committee: 'Which committee',
  office: 'Which role or office',
  named: 'Which Members',
  memberGone: 'Somebody who is not a Member on that day',
  chooseCommittee: 'Choose a committee',
  chooseOffice: 'Choose a role or office',

  mandatory: 'Which mandatory training does it meet?',
  mandatoryByTitle: 'As its title says.',
  mandatoryChosen: 'As you have chosen.',
  byTitleAgain: 'Go by the title again',
  /** Nothing is left of it but its id. */
  ruleGone: (id: string) => `${id.replaceAll('-', ' ')} (no longer in the council’s rulebook)`,

  partners: 'Does it suit partners?',
  partnersSwitch: 'It may be shared with the council’s partners',
  partnersHint: 'Saving shares nothing yet. You read the email before it goes. Nothing of any Member is ever in it.',
  partnersFacts: 'Besides its title, partners are told',
  facts: { when: 'When it is', where: 'Where it is', purpose: 'What it is for', booking: 'How to book' },
  booking: 'How to book, and through whom',
  bookingHint: 'Leave it empty to give the council’s own number for help.',

  provider: 'Who runs it?',
  providerLabel: 'Trainer or provider',
  providerHint: 'Leave it empty for the council’s own officers.',

  costs: 'What does it cost, and what is owed if it is cancelled?',
  noCosts: 'No costs put down. A decision on this session then says nothing of money.',
  addCost: 'Add a cost',
  addAnotherCost: 'Add another cost',
  removeCost: (label: string) => `Take out ${label || 'this cost'}`,
  cost: (number: number) => `Cost ${number}`,
  category: 'What for',
  chooseCategory: 'Choose what for',
  pounds: 'Pounds',
  poundsHint: 'For example: 850 or 42.50',
  payable: 'If the session is cancelled',
  payables: {
    'if-it-runs': 'Nothing is owed: it is paid only if it runs',
    committed: 'All of it is owed: it is spent or promised already',
    'on-terms': 'It depends on how late we cancel',
    'usual-terms': 'By the council’s usual terms',
    unknown: 'Nobody knows yet',
  },
  terms: 'What is owed, nearer and nearer to the start',
  termDays: 'From so many working days before',
  termAt: 'From what time (empty: when it starts)',
  termPercent: 'Per cent owed',
  addTerm: 'Add a step',
  removeTerm: (number: number) => `Take out step ${number}`,
  step: (number: number) => `Step ${number}`,

  capacity: 'How many does the room hold?',
  capacityLabel: 'Places',
  capacityHint: 'Where Outlook does not know the room. Leave it empty for an online session.',

  serves: 'What does it serve?',
  priorities: 'Priorities of the council',
  noPriorities:
    'No priorities of the council are in the rulebook for that day. An administrator puts them down in Settings, under Planning.',
  priorityGone: 'A priority that is no longer in force on that day',
  answersFor: 'Who answers for it?',
  noService: 'Nobody has said',
  partner: (number: number) => `Run jointly with, partner ${number}`,
  partnerPays: 'They pay',
  partnerPaysHint: 'In pounds. Leave it empty if they pay nothing.',
  removePartner: (number: number) => `Take out partner ${number}`,
  addPartner: 'Add another council or a partner with whom it is run',
  addAnotherPartner: 'Add another partner',
  outside: 'Beyond the council’s own people and rooms',

  check: 'The short check',
  checkHint: 'Every plan is looked at in these four ways. A line that is left empty is shown as not answered.',
  loop: 'Somebody who is to come needs a hearing loop (who it is, is written nowhere)',
  checkLink: 'See what is known for and against it',

  places: 'Limited places',
  placesHint:
    'Where there are only so many places, Members say by a closing date that they would like one, and places are given by a stated method.',
  placesLink: 'Limit the places, or give them',
  planRepeat: 'Plan a repeat',
  repeat: 'Is it the same training as another session?',
  repeatLabel: 'Another run of',
  repeatHint: 'Sessions with the same title are known to be runs of one course. Say so here where the titles differ.',
  noRepeat: 'No other, or the titles say so',
  runGone: 'A session that is cancelled, or too far away',
} as const

type Asked = { readonly label: string; readonly hint: string; readonly atMost: 120 | 300 }
export const recordWords: Readonly<Record<RecordText, Asked>> = {
  functions: { label: 'Roles or functions of councillors', hint: 'For example: scrutiny, work in the ward, chairing.', atMost: 300 },
  implements: { label: 'Who puts it on', hint: 'A name or a post.', atMost: 120 },
  monitors: { label: 'Who watches over it', hint: 'A name or a post.', atMost: 120 },
  evaluates: { label: 'Who evaluates it', hint: 'A name or a post.', atMost: 120 },
  requestedBy: { label: 'Which service asked for it', hint: 'A seminar is put on for a service of the council.', atMost: 120 },
  whyExternal: { label: 'Why somebody from outside', hint: 'The skill or experience that makes it worth the money.', atMost: 300 },
  trackRecord: { label: 'Their track record', hint: 'For example: ran it for two other boroughs last year.', atMost: 300 },
  venueValue: { label: 'What another place adds', hint: 'Only where it is not held at the usual venue.', atMost: 300 },
  joint: {
    label: 'What else is to be said of running it together',
    hint: 'For example: they bring the trainer, we the room.',
    atMost: 300,
  },
  sponsors: { label: 'Who proposed or sponsors it', hint: 'Cabinet members and senior managers, for sessions with partners.', atMost: 300 },
}

export const checkLines = [
  ['type', 'Type of training', 'Why it is held in this way and not another.'],
  ['commitments', 'Family and work', 'How the time of day suits those who care for others or go to work.'],
  [
    'events',
    'Religious and cultural events',
    'Only where something is to be said: the calendar is looked at by itself. Never write who keeps a day.',
  ],
  ['access', 'Access to the room', 'Only where something is to be said. Where a room that is not step-free is approved: by whom, and why.'],
] as const

export function leadWords({ title, startsAt, endsAt, now }: SessionDetails): string {
  return `${title} · ${sessionWhen({ startsAt, endsAt }, now)}`
}

export function changedWords({ changed, now }: SessionDetails): string | undefined {
  return changed && `Last changed by ${changed.by}, ${asAtWords(changed.at, now)}.`
}

export function usualAudience({ usualAudience: usual }: Choices): string {
  return words.usual[usual]
}

/** What is wrong with an answer, by the API's word for it. */
const faults: Readonly<Record<string, string>> = {
  'audience-fixed': words.audienceFixed,
  'nobody-named': 'Tick at least one Member.',
  'no-such-member': 'One of these is no longer a Member. Take them out.',
  'no-such-category': 'Choose what this cost is for.',
  'no-terms': 'Say from when how much is owed.',
  'term-twice': 'Two steps begin on the same day. Take one out.',
  'owed-less-later': 'Nearer to the start less would be owed than before. Check the order and the figures.',
  'no-such-rule': 'One of these is no longer in the council’s rulebook. Take it out.',
  'no-such-run': 'That session is no longer there. Choose another.',
  'no-such-service': 'This service is no longer in the council’s rulebook. Choose another.',
  'partner-twice': 'This partner stands here twice. Take one out.',
  'shared-too-much': 'Together they would pay more than it costs. Check what each of them pays, and the costs above.',
  'no-such-priority': 'One of these is no longer in the council’s rulebook. Take it out.',
}

export function faultWords(because: string): string {
  return faults[because] ?? 'This was not understood. Please write it anew.'
}

export const wrongWords = {
  committee: 'Choose the committee.',
  office: 'Choose the role or office.',
  category: 'Choose what this cost is for.',
  partner: 'Write the name of the council or partner, or take this line out.',
  pounds: 'Write the sum in pounds, such as 850 or 42.50.',
  days: 'Write how many working days, from 0 to 250.',
  percent: 'Write a figure from 0 to 100.',
  at: 'Write a time such as 12:00.',
  capacity: 'Write how many the room holds, as a number from 1 to 5000.',
} as const
