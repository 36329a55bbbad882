import { season } from './season.ts'

const everyone = 'm1 m2 m3 m4 m5 m6 m7'

/*
 * Harrow's plan names its brochure and flexible learning, asks each event for its aims and names no number or hour: those are the common ground. In half term nobody is there
 * to release the bulletin.
 */
season({
  preset: 'harrow',
  settings: { workingDays: { schoolHolidays: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] } },
  members: everyone,
  textsOff: 'm3',
  from: '2026-10-12 09:00',
  until: '2026-11-08 12:00',
  sessions: [
    {
      // The last week of summer time. Arranged eight working days ahead: those who had not answered by the next day, everyone, were asked to.
      title: 'Casework online',
      aims: 'Answer a constituent within a week.',
      category: 'Member webinar',
      called: 'Online training or webinar',
      on: '2026-10-22',
      from: '18:00',
      until: '19:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      declined: 'm7',
      nudged: [['2026-10-13 10:00', everyone]],
      texts: { weekBefore: ['2026-10-15 10:00', 'm1 m2 m4 m5 m6'], onTheDay: ['2026-10-22 08:00', 'm1 m2 m4 m5 m6'] },
      emails: [
        ['2026-10-15 10:00', 'm3'],
        ['2026-10-22 08:00', 'm3'],
      ],
      forms: [
        ['2026-10-23 09:00', 'm1 m2 m3 m4 m5 m6'],
        ['2026-10-28 09:00', 'm1 m2 m3 m4 m5 m6'],
      ],
      ends: 'going-ahead',
    },
    {
      // It says only after the first issue what it is to achieve, so the second is the first to tell of it (3.2).
      // Three are coming, and noon passes with no decision. The next day the other three accept, and it is settled.
      title: 'Mentoring new Members',
      category: 'Member workshop',
      called: 'Workshop',
      on: '2026-10-27',
      from: '18:00',
      until: '20:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3',
      tentative: 'm4',
      nudged: [['2026-10-16 10:00', 'm5 m6 m7']],
      asked: '2026-10-20 09:00',
      escalated: '2026-10-20 12:00',
      then: [
        { at: '2026-10-19 11:00', kind: 'says-aims', aims: 'Know how to mentor, and what not to promise.' },
        { at: '2026-10-21 16:00', kind: 'answers', act: 'accept', who: 'm5 m6 m7' },
      ],
      texts: { weekBefore: ['2026-10-20 10:00', 'm1 m2 m4 m5 m6 m7'], onTheDay: ['2026-10-27 08:00', 'm1 m2 m4 m5 m6 m7'] },
      emails: [
        ['2026-10-20 10:00', 'm3'],
        ['2026-10-27 08:00', 'm3'],
      ],
      forms: [
        ['2026-10-28 09:00', 'm1 m2 m3 m5 m6 m7'],
        ['2026-11-02 09:00', 'm1 m2 m3 m5 m6 m7'],
      ],
      ends: 'going-ahead',
    },
    {
      // Moved by three days after an issue told of it. One who was coming cannot come then.
      title: 'Equality of access',
      aims: 'See who is left out, and why.',
      category: 'Member training',
      called: 'In-person training',
      on: '2026-11-03',
      from: '14:00',
      until: '16:00',
      sent: '2026-10-12 10:00',
      accepted: everyone,
      then: [
        { at: '2026-10-23 11:00', kind: 'moved', on: '2026-11-06', from: '14:00', until: '16:00' },
        { at: '2026-10-26 09:00', kind: 'answers', act: 'accept', who: 'm1 m2 m3 m4 m5 m6' },
        { at: '2026-10-26 09:05', kind: 'answers', act: 'decline', who: 'm7' },
      ],
      texts: { weekBefore: ['2026-10-30 10:00', 'm1 m2 m4 m5 m6'], onTheDay: ['2026-11-06 08:00', 'm1 m2 m4 m5 m6'] },
      emails: [
        ['2026-10-30 10:00', 'm3'],
        ['2026-11-06 08:00', 'm3'],
      ],
      forms: [['2026-11-07 09:00', 'm1 m2 m3 m4 m5 m6']],
      ends: 'going-ahead',
    },
    {
      // Two working days before is Monday at six. Half an hour later it is short notice.
      title: 'Finance: the year ahead',
      aims: 'Question next year’s budget.',
      category: 'Member briefing',
      called: 'Member briefing',
      on: '2026-11-04',
      from: '18:00',
      until: '19:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      tentative: 'm7',
      then: [
        { at: '2026-11-02 18:30', kind: 'decides', choice: 'cancel', because: { reasonId: 'council-business' } },
        { at: '2026-11-03 09:30', kind: 'rings' },
      ],
      texts: { weekBefore: ['2026-10-28 10:00', 'm1 m2 m4 m5 m6 m7'], cancelled: ['2026-11-02 18:30', 'm1 m2 m4 m5 m6 m7'] },
      emails: [['2026-10-28 10:00', 'm3']],
      rung: 'm3',
      reason: 'It clashes with council business',
      ends: 'cancelled',
    },
    {
      // Taken out of Outlook in half term. Nobody says why.
      title: 'What other councils do',
      aims: 'Bring back one thing that works.',
      category: 'Member seminar',
      called: 'Member seminar',
      on: '2026-11-09',
      from: '10:00',
      until: '12:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      asked: '2026-10-28 12:00',
      then: [{ at: '2026-10-28 12:00', kind: 'cancelled-in-outlook' }],
      texts: {},
      ends: 'cancelled',
    },
    {
      // Five are coming. Noon passes; three days later, with two working days and half an hour to go, it is cancelled in time.
      title: 'The modern councillor',
      category: 'Member training',
      called: 'In-person training',
      on: '2026-11-10',
      from: '10:00',
      until: '12:00',
      sent: '2026-10-26 10:00',
      accepted: 'm1 m2 m3 m4 m5',
      nudged: [['2026-10-30 10:00', 'm6 m7']],
      asked: '2026-11-03 09:00',
      escalated: '2026-11-03 12:00',
      then: [{ at: '2026-11-06 09:30', kind: 'decides', choice: 'cancel', because: { reasonId: 'trainer-unavailable' } }],
      texts: { weekBefore: ['2026-11-03 10:00', 'm1 m2 m4 m5 m6 m7'] },
      emails: [['2026-11-03 10:00', 'm3']],
      reason: 'The trainer cannot come',
      ends: 'cancelled',
    },
  ],
  bulletin: {
    name: 'Member Bulletin',
    notices: [{ at: '2026-10-14 11:00', body: { section: 'own-time', title: 'Reading a balance sheet', minutes: 40 } }],
    released: ['2026-10-15 09:30', '2026-10-22 09:30', '2026-11-06 09:00'],
    reminded: ['2026-10-29 10:00', '2026-11-05 10:00'],
    glances: [{ at: '2026-10-31 09:00', lapsed: { dueAt: '2026-10-30 10:00', because: 'not-released' } }],
    issues: [
      {
        at: '2026-10-16 10:00',
        says: {
          m1: {
            subject: 'Member Bulletin: 2 new sessions',
            under: {
              New: ['Casework online', 'Equality of access'],
              'In your own time': ['Reading a balance sheet'],
            },
            words: ['About 40 minutes.'],
          },
        },
      },
      {
        at: '2026-10-23 10:00',
        says: {
          m7: {
            subject: 'Member Bulletin: 3 new sessions',
            under: {
              New: ['Mentoring new Members', 'Finance: the year ahead', 'What other councils do'],
              'Coming up': ['Equality of access'],
            },
          },
        },
      },
      {
        // The issue of 30 October never left, so the training that was arranged and cancelled since was in none.
        at: '2026-11-06 10:00',
        says: {
          m1: { subject: 'Member Bulletin', under: { 'Cancelled or moved': ['Equality of access', 'What other councils do'] } },
          m7: { subject: 'Member Bulletin', under: { 'Cancelled or moved': ['Equality of access', 'What other councils do'] } },
        },
      },
    ],
  },
  programme: 'The Modern Councillor Professional Development Brochure',
  // Nobody keeps a register in this season.
  waiting: ['register-empty Mentoring new Members', 'register-empty Equality of access', 'reason-missing What other councils do'],
})
