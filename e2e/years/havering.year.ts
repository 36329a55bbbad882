import { season } from './season.ts'

const everyone = 'm1 m2 m3 m4 m5 m6'

/*
 * Havering's framework names its methods and its syllabus, and no number, hour or provider: six Members, 9am and noon, the week before at
 * ten and the morning at eight are the common ground. The council keeps its bulletin silent over half term. It has six Members only, so
 * that one who stays away is one too few.
 */
season({
  preset: 'havering',
  settings: {
    workingDays: { schoolHolidays: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] },
    bulletin: { recess: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] },
  },
  members: everyone,
  textsOff: 'm6',
  from: '2026-10-12 09:00',
  until: '2026-11-08 12:00',
  sessions: [
    {
      // In half term, on the second day of winter time: what is reminded of by summer time, and comes by winter time.
      title: 'Audit: asking for evidence',
      category: 'Member training',
      called: 'Core programme course',
      on: '2026-10-27',
      from: '18:30',
      until: '20:30',
      sent: '2026-10-12 10:00',
      accepted: everyone,
      texts: { weekBefore: ['2026-10-20 10:00', 'm1 m2 m3 m4 m5'], onTheDay: ['2026-10-27 08:00', 'm1 m2 m3 m4 m5'] },
      emails: [
        ['2026-10-20 10:00', 'm6'],
        ['2026-10-27 08:00', 'm6'],
      ],
      forms: [
        ['2026-10-28 09:00', everyone],
        ['2026-11-02 09:00', everyone],
      ],
      ends: 'going-ahead',
    },
    {
      // Three are coming. Nobody decides by noon; it is let run in the afternoon.
      title: 'Chairing with confidence',
      category: 'Member workshop',
      called: 'Facilitated workshop',
      on: '2026-10-29',
      from: '10:00',
      until: '12:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3',
      tentative: 'm4',
      declined: 'm5',
      nudged: [['2026-10-20 10:00', 'm6']],
      asked: '2026-10-22 09:00',
      escalated: '2026-10-22 12:00',
      then: [{ at: '2026-10-22 15:00', kind: 'decides', choice: 'run' }],
      texts: { weekBefore: ['2026-10-22 10:00', 'm1 m2 m3 m4'], onTheDay: ['2026-10-29 08:00', 'm1 m2 m3 m4'] },
      emails: [['2026-10-22 10:00', 'm6']],
      forms: [
        ['2026-10-30 09:00', 'm1 m2 m3'],
        ['2026-11-04 09:00', 'm1 m2 m3'],
      ],
      ends: 'going-ahead',
    },
    {
      // Moved out of half term, and everyone asked again.
      title: 'Reading the accounts',
      category: 'Member briefing',
      called: 'Member briefing',
      on: '2026-10-28',
      from: '10:00',
      until: '11:30',
      sent: '2026-10-12 10:00',
      accepted: everyone,
      then: [
        { at: '2026-10-19 11:00', kind: 'moved', on: '2026-11-04', from: '10:00', until: '11:30' },
        { at: '2026-10-20 09:00', kind: 'answers', act: 'accept', who: everyone },
      ],
      texts: { weekBefore: ['2026-10-28 10:00', 'm1 m2 m3 m4 m5'], onTheDay: ['2026-11-04 08:00', 'm1 m2 m3 m4 m5'] },
      emails: [
        ['2026-10-28 10:00', 'm6'],
        ['2026-11-04 08:00', 'm6'],
      ],
      forms: [['2026-11-05 09:00', everyone]],
      ends: 'going-ahead',
    },
    {
      // Off the afternoon before: texts at once, and whoever takes none is rung.
      title: 'Planning: a fresh look',
      category: 'Member webinar',
      called: 'Online training or webinar',
      on: '2026-11-03',
      from: '18:00',
      until: '19:30',
      sent: '2026-10-13 10:00',
      accepted: everyone,
      then: [
        {
          at: '2026-11-02 16:00',
          kind: 'decides',
          choice: 'cancel',
          because: { reasonId: 'other', reasonWords: 'The platform is down for the week' },
        },
        { at: '2026-11-02 16:30', kind: 'rings' },
      ],
      texts: { weekBefore: ['2026-10-27 10:00', 'm1 m2 m3 m4 m5'], cancelled: ['2026-11-02 16:00', 'm1 m2 m3 m4 m5'] },
      emails: [['2026-10-27 10:00', 'm6']],
      rung: 'm6',
      reason: 'Something else',
      ends: 'cancelled',
    },
    {
      // Taken out of Outlook in half term, before it was asked about or reminded of. Nobody says why.
      title: 'Safeguarding and you',
      category: 'Member seminar',
      called: 'Member seminar',
      on: '2026-11-05',
      from: '18:00',
      until: '19:30',
      sent: '2026-10-13 10:00',
      accepted: 'm1 m2 m3',
      asked: '2026-10-26 09:30',
      then: [{ at: '2026-10-26 09:30', kind: 'cancelled-in-outlook' }],
      texts: {},
      ends: 'cancelled',
    },
    {
      // Two working days before its review is a Friday in half term, which is a working day. Cancelled within the hour of the question.
      title: 'Social media for councillors',
      category: 'Member training',
      called: 'Core programme course',
      on: '2026-11-10',
      from: '18:00',
      until: '20:00',
      sent: '2026-10-20 10:00',
      accepted: 'm1 m2',
      declined: 'm3',
      nudged: [['2026-10-30 10:00', 'm4 m5 m6']],
      asked: '2026-11-03 09:00',
      then: [{ at: '2026-11-03 09:30', kind: 'decides', choice: 'cancel', because: { reasonId: 'lack-of-interest' } }],
      texts: {},
      reason: 'Lack of interest: too few were coming',
      ends: 'cancelled',
    },
  ],
  bulletin: {
    name: 'Member Bulletin',
    // No provider is named in the framework, so none is recognised.
    notices: [
      {
        at: '2026-10-13 11:00',
        body: {
          section: 'external',
          title: 'Leadership weekend',
          provider: 'Local Government Association',
          from: '2026-11-21',
          to: '2026-11-22',
        },
      },
    ],
    released: ['2026-10-15 09:30', '2026-10-23 09:00', '2026-11-05 09:30'],
    reminded: ['2026-10-22 10:00'],
    issues: [
      {
        at: '2026-10-16 10:00',
        says: {
          m1: {
            subject: 'Member Bulletin: 5 new sessions',
            under: {
              New: [
                'Audit: asking for evidence',
                'Reading the accounts',
                'Chairing with confidence',
                'Planning: a fresh look',
                'Safeguarding and you',
              ],
              Elsewhere: ['Leadership weekend'],
            },
            words: ['By Local Government Association.', 'Tuesday 27 October, 6:30pm to 8:30pm'],
          },
        },
      },
      {
        at: '2026-10-23 10:00',
        says: {
          m1: {
            subject: 'Member Bulletin: 1 new session',
            under: {
              New: ['Social media for councillors'],
              'Coming up': ['Audit: asking for evidence', 'Chairing with confidence', 'Planning: a fresh look', 'Safeguarding and you'],
              'Cancelled or moved': ['Reading the accounts'],
            },
          },
          // Who has answered neither is asked, what is decided first coming first, and does not have them twice.
          m6: {
            subject: 'Member Bulletin: 2 answers wanted, 1 new session',
            under: {
              'For you': ['Can you come to Chairing with confidence?', 'Can you come to Safeguarding and you?'],
              New: ['Social media for councillors'],
              'Coming up': ['Audit: asking for evidence', 'Planning: a fresh look'],
              'Cancelled or moved': ['Reading the accounts'],
            },
          },
        },
      },
      {
        // None left in half term.
        at: '2026-11-06 10:00',
        says: { m4: { subject: 'Member Bulletin', under: { 'Not now taking place': ['Social media for councillors'] } } },
      },
    ],
  },
  programme: 'Member development syllabus',
  // Nobody keeps a register in this season.
  waiting: [
    'register-empty Audit: asking for evidence',
    'register-empty Chairing with confidence',
    'register-empty Reading the accounts',
    'reason-missing Safeguarding and you',
  ],
})
