import type { Act } from '../support/outlook.ts'

/**
 * A municipal year of a council that works by the Tower Hamlets strategy, written as its officers would tell it: what was arranged, who
 * answered what, what came in between, and what each Member should have had on the phone. Times are London's clocks, "2026-06-03 10:00".
 * What should come is said by hand, from the strategy's own words, and not worked out from the rules under test.
 */
export type Told = {
  readonly title: string
  readonly category: string
  readonly on: string
  readonly from: string
  readonly until: string
  /** When the officer sent the invitation. Two days later, at 9am, those named below answered it. */
  readonly sent: string
  /** "m1 m2 m3"; else every Member, by their list. */
  readonly to?: string
  readonly accepted?: string
  readonly tentative?: string
  readonly declined?: string
  readonly then?: readonly Turn[]
  readonly texts: {
    /** When the text of the week before came, and to whom. */
    readonly weekBefore?: readonly [at: string, to: string]
    readonly onTheDay?: readonly [at: string, to: string]
    readonly cancelled?: readonly [at: string, to: string]
  }
  /** When the card that asks for a decision, or for a reason, came to the officers. */
  readonly asked?: string
  readonly ends: 'going-ahead' | 'cancelled'
}

/** What came in between. */
export type Turn = { readonly at: string } & (
  | { readonly kind: 'answers'; readonly act: Act; readonly who: string }
  | { readonly kind: 'accepts-in-teams'; readonly who: string }
  | { readonly kind: 'decides'; readonly choice: 'run' | 'cancel' }
  | { readonly kind: 'moved'; readonly on: string; readonly from: string; readonly until: string }
  | { readonly kind: 'cancelled-in-outlook' }
  | { readonly kind: 'forwarded'; readonly by: string; readonly to: string }
  | { readonly kind: 'trouble'; readonly service: 'notify' | 'graph' | 'connector'; readonly over: boolean }
  | { readonly kind: 'restart' }
)

const everyone = 'm1 m2 m3 m4 m5 m6 m7 m8 m9'

export const year: readonly Told[] = [
  {
    title: 'Welcome: how the council works',
    category: 'Member training',
    on: '2026-06-03',
    from: '18:00',
    until: '20:00',
    sent: '2026-05-19 10:00',
    accepted: everyone,
    texts: { weekBefore: ['2026-05-27 10:00', everyone], onTheDay: ['2026-06-03 08:00', everyone] },
    ends: 'going-ahead',
  },
  {
    // Five are coming, one fewer than six: raised at nine, five working days before; the officers let it run.
    title: 'Code of conduct',
    category: 'Member training',
    on: '2026-06-10',
    from: '14:00',
    until: '16:00',
    sent: '2026-05-20 10:00',
    accepted: 'm1 m2 m3 m4 m5',
    tentative: 'm6',
    declined: 'm8 m9',
    asked: '2026-06-03 09:00',
    then: [{ at: '2026-06-03 11:00', kind: 'decides', choice: 'run' }],
    texts: {
      weekBefore: ['2026-06-03 10:00', 'm1 m2 m3 m4 m5 m6 m7'],
      onTheDay: ['2026-06-10 08:00', 'm1 m2 m3 m4 m5 m6'],
    },
    ends: 'going-ahead',
  },
  {
    title: 'Planning in an evening',
    category: 'Member workshop',
    on: '2026-06-24',
    from: '18:30',
    until: '20:30',
    sent: '2026-06-04 16:00',
    to: 'm1 m2 m3 m4 m5 m6 m7',
    accepted: 'm1 m2 m3 m4 m5 m6',
    texts: {
      weekBefore: ['2026-06-17 10:00', 'm1 m2 m3 m4 m5 m6 m7'],
      onTheDay: ['2026-06-24 08:00', 'm1 m2 m3 m4 m5 m6'],
    },
    ends: 'going-ahead',
  },
  {
    // Cancelled five working days before, in good time: the calendars say it, and no text is due.
    title: 'The budget explained',
    category: 'Member briefing',
    on: '2026-07-08',
    from: '10:00',
    until: '11:30',
    sent: '2026-06-15 10:00',
    accepted: 'm1 m2 m3',
    declined: 'm4',
    asked: '2026-07-01 09:00',
    then: [{ at: '2026-07-01 09:30', kind: 'decides', choice: 'cancel' }],
    texts: {},
    ends: 'cancelled',
  },
  {
    // Two Members on a visit are as many as it is for: no minimum holds for it.
    title: 'A visit to the recycling centre',
    category: 'Member visit',
    on: '2026-07-14',
    from: '10:00',
    until: '12:00',
    sent: '2026-06-22 10:00',
    to: 'm2 m3',
    accepted: 'm2',
    tentative: 'm3',
    texts: { weekBefore: ['2026-07-07 10:00', 'm2 m3'], onTheDay: ['2026-07-14 08:00', 'm2 m3'] },
    ends: 'going-ahead',
  },
  {
    // Moved by a day, which asks everyone again; the reminders follow the new date.
    title: 'Cyber security at home',
    category: 'Member webinar',
    on: '2026-07-22',
    from: '13:00',
    until: '14:00',
    sent: '2026-06-29 10:00',
    accepted: everyone,
    then: [
      { at: '2026-07-06 10:00', kind: 'moved', on: '2026-07-23', from: '13:00', until: '14:00' },
      { at: '2026-07-07 09:00', kind: 'answers', act: 'accept', who: 'm1 m2 m3 m4 m5 m6' },
      { at: '2026-07-07 09:05', kind: 'answers', act: 'decline', who: 'm9' },
    ],
    texts: {
      weekBefore: ['2026-07-16 10:00', 'm1 m2 m3 m4 m5 m6 m7 m8'],
      onTheDay: ['2026-07-23 08:00', 'm1 m2 m3 m4 m5 m6'],
    },
    ends: 'going-ahead',
  },
  {
    // Falls below six after the review and is raised then; a late acceptance settles it, and nobody need decide.
    title: 'Licensing in practice',
    category: 'Member training',
    on: '2026-09-16',
    from: '18:00',
    until: '20:00',
    sent: '2026-08-24 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    declined: 'm9',
    asked: '2026-09-10 15:00',
    then: [
      { at: '2026-09-10 15:00', kind: 'answers', act: 'decline', who: 'm6' },
      { at: '2026-09-11 09:00', kind: 'answers', act: 'accept', who: 'm7' },
    ],
    texts: {
      weekBefore: ['2026-09-09 10:00', 'm1 m2 m3 m4 m5 m6 m7 m8'],
      onTheDay: ['2026-09-16 08:00', 'm1 m2 m3 m4 m5 m7'],
    },
    ends: 'going-ahead',
  },
  {
    // Taken out of Outlook by its organiser a fortnight ahead: no reminder, no text; the officers are asked why.
    title: 'Equalities in decisions',
    category: 'Member training',
    on: '2026-09-30',
    from: '18:00',
    until: '20:00',
    sent: '2026-09-01 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6 m7',
    asked: '2026-09-16 12:00',
    then: [{ at: '2026-09-16 12:00', kind: 'cancelled-in-outlook' }],
    texts: {},
    ends: 'cancelled',
  },
  {
    // The trainer rings the evening before: a text to whoever was coming or might have come.
    title: 'Chairing a meeting',
    category: 'Member training',
    on: '2026-10-07',
    from: '14:00',
    until: '17:00',
    sent: '2026-09-14 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    tentative: 'm7',
    declined: 'm8',
    then: [{ at: '2026-10-06 17:30', kind: 'decides', choice: 'cancel' }],
    texts: {
      weekBefore: ['2026-09-30 10:00', 'm1 m2 m3 m4 m5 m6 m7 m9'],
      cancelled: ['2026-10-06 17:30', 'm1 m2 m3 m4 m5 m6 m7'],
    },
    ends: 'cancelled',
  },
  {
    // The day after the clocks go back: the same times on the wall.
    title: 'Mental health first aid',
    category: 'Member training',
    on: '2026-10-26',
    from: '18:00',
    until: '20:00',
    sent: '2026-10-01 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    texts: { weekBefore: ['2026-10-19 10:00', everyone], onTheDay: ['2026-10-26 08:00', 'm1 m2 m3 m4 m5 m6'] },
    ends: 'going-ahead',
  },
  {
    // GOV.UK Notify is away over the hour of the reminder: when it is back it is asked whether it has the texts, and then they go, once.
    title: 'Finance for those who do not count',
    category: 'Member training',
    on: '2026-11-11',
    from: '18:00',
    until: '20:00',
    sent: '2026-10-20 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    then: [
      { at: '2026-11-04 09:50', kind: 'trouble', service: 'notify', over: false },
      { at: '2026-11-04 11:30', kind: 'trouble', service: 'notify', over: true },
    ],
    texts: { weekBefore: ['2026-11-04 12:00', everyone], onTheDay: ['2026-11-11 08:00', 'm1 m2 m3 m4 m5 m6'] },
    ends: 'going-ahead',
  },
  {
    // Graph is away for most of a day in which Members answer and Quorate is started anew.
    title: 'Housing: what has changed',
    category: 'Member seminar',
    on: '2026-11-25',
    from: '18:00',
    until: '19:30',
    sent: '2026-11-02 10:00',
    accepted: 'm1 m2 m3',
    then: [
      { at: '2026-11-10 08:00', kind: 'trouble', service: 'graph', over: false },
      { at: '2026-11-10 12:00', kind: 'accepts-in-teams', who: 'm4 m5 m6' },
      { at: '2026-11-10 13:00', kind: 'restart' },
      { at: '2026-11-10 20:00', kind: 'trouble', service: 'graph', over: true },
    ],
    texts: { weekBefore: ['2026-11-18 10:00', everyone], onTheDay: ['2026-11-25 08:00', 'm1 m2 m3 m4 m5 m6'] },
    ends: 'going-ahead',
  },
  {
    title: 'The national conference',
    category: 'External training',
    on: '2026-12-02',
    from: '09:30',
    until: '16:30',
    sent: '2026-11-09 10:00',
    to: 'm5',
    accepted: 'm5',
    texts: { weekBefore: ['2026-11-25 10:00', 'm5'], onTheDay: ['2026-12-02 08:00', 'm5'] },
    ends: 'going-ahead',
  },
  {
    // Begins before eight, and an hour before it is too early for a text: the second one comes the evening before.
    title: 'Breakfast with the partners',
    category: 'Member briefing',
    on: '2026-12-16',
    from: '07:45',
    until: '08:45',
    sent: '2026-11-23 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6 m7',
    texts: { weekBefore: ['2026-12-09 10:00', everyone], onTheDay: ['2026-12-15 18:00', 'm1 m2 m3 m4 m5 m6 m7'] },
    ends: 'going-ahead',
  },
  {
    // Five working days before Tuesday 5 January, over New Year's Day, Boxing Day's substitute and Christmas, is Christmas Eve.
    title: 'Scrutiny in the new year',
    category: 'Member training',
    on: '2027-01-05',
    from: '18:00',
    until: '20:00',
    sent: '2026-12-07 10:00',
    accepted: 'm1 m2 m3 m4 m5',
    declined: 'm6 m7 m8 m9',
    asked: '2026-12-24 09:00',
    then: [{ at: '2026-12-24 11:00', kind: 'decides', choice: 'cancel' }],
    texts: {},
    ends: 'cancelled',
  },
  {
    // Arranged within the week: one reminder at once, and the officers are asked until enough have answered.
    title: 'Data protection, at short notice',
    category: 'Member webinar',
    on: '2027-02-11',
    from: '12:00',
    until: '13:00',
    sent: '2027-02-06 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    asked: '2027-02-06 10:00',
    texts: { weekBefore: ['2027-02-06 10:00', everyone], onTheDay: ['2027-02-11 08:00', 'm1 m2 m3 m4 m5 m6'] },
    ends: 'going-ahead',
  },
  {
    // Cancelled the day after the question was raised, in good time.
    title: 'Social media and the law',
    category: 'Member training',
    on: '2027-03-03',
    from: '18:00',
    until: '20:00',
    sent: '2027-02-08 10:00',
    accepted: 'm1 m2 m3 m4',
    tentative: 'm5 m6',
    asked: '2027-02-24 09:00',
    then: [{ at: '2027-02-25 10:00', kind: 'decides', choice: 'cancel' }],
    texts: { weekBefore: ['2027-02-24 10:00', everyone] },
    ends: 'cancelled',
  },
  {
    // Two days after the clocks go forward.
    title: 'Speaking in public',
    category: 'Member training',
    on: '2027-03-30',
    from: '18:00',
    until: '20:00',
    sent: '2027-03-04 10:00',
    accepted: 'm1 m2 m3 m4 m5 m6',
    texts: { weekBefore: ['2027-03-23 10:00', everyone], onTheDay: ['2027-03-30 08:00', 'm1 m2 m3 m4 m5 m6'] },
    ends: 'going-ahead',
  },
  {
    // Passed on to somebody outside, who says yes and is no Member: five are five. Nobody decides, and it stands.
    title: 'Casework without overwork',
    category: 'Member workshop',
    on: '2027-04-28',
    from: '14:00',
    until: '16:00',
    sent: '2027-04-05 10:00',
    accepted: 'm1 m2 m3 m4 m5',
    declined: 'm9',
    asked: '2027-04-21 09:00',
    then: [{ at: '2027-04-09 10:00', kind: 'forwarded', by: 'm1', to: 'partner@elsewhere.example' }],
    texts: {
      weekBefore: ['2027-04-21 10:00', 'm1 m2 m3 m4 m5 m6 m7 m8'],
      onTheDay: ['2027-04-28 08:00', 'm1 m2 m3 m4 m5'],
    },
    ends: 'going-ahead',
  },
]
