import { season } from './season.ts'

const everyone = 'm1 m2 m3 m4 m5 m6 m7'

/*
 * Thurrock's strategy names twelve methods and two providers, and no number or hour: those are the common ground. Its officers let the
 * bulletin leave by itself.
 */
season({
  preset: 'thurrock',
  settings: {
    workingDays: { schoolHolidays: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] },
    bulletin: { autoRelease: true },
  },
  members: everyone,
  textsOff: 'm2',
  from: '2026-10-12 09:00',
  until: '2026-11-08 12:00',
  sessions: [
    {
      title: 'The code of conduct again',
      category: 'Member training',
      called: 'Training course',
      on: '2026-10-28',
      from: '18:30',
      until: '20:30',
      sent: '2026-10-12 10:00',
      accepted: everyone,
      texts: { weekBefore: ['2026-10-21 10:00', 'm1 m3 m4 m5 m6 m7'], onTheDay: ['2026-10-28 08:00', 'm1 m3 m4 m5 m6 m7'] },
      emails: [
        ['2026-10-21 10:00', 'm2'],
        ['2026-10-28 08:00', 'm2'],
      ],
      forms: [
        ['2026-10-29 09:00', everyone],
        ['2026-11-03 09:00', everyone],
      ],
      ends: 'going-ahead',
    },
    {
      // Reviewed at nine on the first morning of winter time. Noon passes; it is let run the next day.
      title: 'Managing casework',
      category: 'Member workshop',
      called: 'Informal in-house workshop',
      on: '2026-11-02',
      from: '18:00',
      until: '20:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4',
      tentative: 'm5 m6',
      nudged: [['2026-10-22 10:00', 'm7']],
      asked: '2026-10-26 09:00',
      escalated: '2026-10-26 12:00',
      then: [{ at: '2026-10-27 09:00', kind: 'decides', choice: 'run' }],
      texts: { weekBefore: ['2026-10-26 10:00', 'm1 m3 m4 m5 m6 m7'], onTheDay: ['2026-11-02 08:00', 'm1 m3 m4 m5 m6'] },
      emails: [
        ['2026-10-26 10:00', 'm2'],
        ['2026-11-02 08:00', 'm2'],
      ],
      forms: [
        ['2026-11-03 09:00', 'm1 m2 m3 m4'],
        ['2026-11-08 09:00', 'm1 m2 m3 m4'],
      ],
      ends: 'going-ahead',
    },
    {
      // Moved to the evening within the week before, after the reminder: nobody is reminded a second time of the week before. All answers
      // are gone, so officers are asked at once, until enough have answered anew.
      title: 'Treasury management',
      category: 'Member briefing',
      called: 'Member briefing',
      on: '2026-11-05',
      from: '10:00',
      until: '11:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      nudged: [['2026-10-27 10:00', 'm7']],
      asked: '2026-10-30 10:30',
      then: [
        { at: '2026-10-30 10:30', kind: 'moved', on: '2026-11-05', from: '18:00', until: '19:00' },
        { at: '2026-11-02 09:00', kind: 'answers', act: 'accept', who: 'm1 m2 m3 m4 m5 m6' },
      ],
      texts: { weekBefore: ['2026-10-29 10:00', 'm1 m3 m4 m5 m6 m7'], onTheDay: ['2026-11-05 08:00', 'm1 m3 m4 m5 m6'] },
      emails: [
        ['2026-10-29 10:00', 'm2'],
        ['2026-11-05 08:00', 'm2'],
      ],
      ends: 'going-ahead',
    },
    {
      // A gale the day before. Three on a visit are as many as it is for.
      title: 'A visit to the port',
      category: 'Member visit',
      called: 'Visit to another council or a relevant partner',
      on: '2026-11-06',
      from: '14:00',
      until: '16:00',
      sent: '2026-10-19 10:00',
      to: 'm1 m2 m3',
      accepted: 'm1 m2',
      tentative: 'm3',
      then: [
        { at: '2026-11-05 12:00', kind: 'decides', choice: 'cancel', because: { reasonId: 'weather-or-travel' } },
        { at: '2026-11-05 12:10', kind: 'rings' },
      ],
      texts: { weekBefore: ['2026-10-30 10:00', 'm1 m3'], cancelled: ['2026-11-05 12:00', 'm1 m3'] },
      emails: [['2026-10-30 10:00', 'm2']],
      rung: 'm2',
      reason: 'Weather or travel',
      ends: 'cancelled',
    },
    {
      // Taken out of Outlook the evening before: the texts go at once, and the officer is asked why.
      title: 'Community safety',
      category: 'Member webinar',
      called: 'Online training or webinar',
      on: '2026-11-03',
      from: '12:00',
      until: '13:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      nudged: [['2026-10-23 10:00', 'm7']],
      asked: '2026-11-02 17:00',
      then: [
        { at: '2026-11-02 17:00', kind: 'cancelled-in-outlook' },
        { at: '2026-11-02 17:30', kind: 'says-why', because: { reasonId: 'trainer-unavailable' } },
        { at: '2026-11-02 17:35', kind: 'rings' },
      ],
      texts: { weekBefore: ['2026-10-27 10:00', 'm1 m3 m4 m5 m6 m7'], cancelled: ['2026-11-02 17:00', 'm1 m3 m4 m5 m6'] },
      emails: [['2026-10-27 10:00', 'm2']],
      rung: 'm2',
      reason: 'The trainer cannot come',
      ends: 'cancelled',
    },
    {
      // Cancelled before ten on the morning of its review: calendars say it, and no text was due yet.
      title: 'The local plan: next steps',
      category: 'Member training',
      called: 'Training course',
      on: '2026-11-09',
      from: '18:00',
      until: '20:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2 m3',
      declined: 'm4 m5',
      nudged: [['2026-10-29 10:00', 'm6 m7']],
      asked: '2026-11-02 09:00',
      then: [{ at: '2026-11-02 09:45', kind: 'decides', choice: 'cancel', because: { reasonId: 'lack-of-interest' } }],
      texts: {},
      reason: 'Lack of interest: too few were coming',
      ends: 'cancelled',
    },
  ],
  bulletin: {
    name: 'Member Bulletin',
    notices: [
      {
        at: '2026-10-20 11:00',
        body: { section: 'external', title: 'New leaders in the South East', provider: 'South East Employers', from: '2026-11-26' },
      },
    ],
    released: [],
    reminded: [],
    issues: [
      {
        at: '2026-10-16 10:00',
        says: {
          m2: {
            subject: 'Member Bulletin: 3 new sessions',
            under: { New: ['The code of conduct again', 'Managing casework', 'Treasury management'] },
          },
        },
      },
      {
        at: '2026-10-23 10:00',
        says: {
          m1: {
            subject: 'Member Bulletin: 3 new sessions',
            under: {
              New: ['Community safety', 'A visit to the port', 'The local plan: next steps'],
              'Coming up': ['The code of conduct again', 'Managing casework', 'Treasury management'],
              Elsewhere: ['New leaders in the South East'],
            },
            words: ['By South East Employers, a provider your council recognises.'],
          },
          m7: {
            subject: 'Member Bulletin: 2 answers wanted, 3 new sessions',
            under: {
              'For you': ['Can you come to Managing casework?', 'Can you come to Treasury management?'],
              New: ['Community safety', 'A visit to the port', 'The local plan: next steps'],
              'Coming up': ['The code of conduct again'],
              Elsewhere: ['New leaders in the South East'],
            },
          },
        },
      },
      {
        at: '2026-10-30 10:00',
        says: {
          m1: {
            subject: 'Member Bulletin',
            under: {
              'Coming up': [
                'Managing casework',
                'Community safety',
                'Treasury management',
                'A visit to the port',
                'The local plan: next steps',
              ],
            },
          },
          // What is decided on Monday at noon is asked first; the others go ahead, soonest first. The visit asks nothing of her.
          m7: {
            subject: 'Member Bulletin: 4 answers wanted',
            under: {
              'For you': [
                'Can you come to The local plan: next steps?',
                'Can you come to Managing casework?',
                'Can you come to Community safety?',
                'Can you come to Treasury management?',
              ],
              'Coming up': ['A visit to the port'],
            },
          },
        },
      },
      {
        at: '2026-11-06 10:00',
        says: {
          m6: { subject: 'Member Bulletin', under: { 'Not now taking place': ['A visit to the port', 'The local plan: next steps'] } },
        },
      },
    ],
  },
  programme: 'Member development programme',
  // Nobody keeps a register in this season.
  waiting: ['register-empty The code of conduct again', 'register-empty Managing casework', 'register-empty Treasury management'],
})
