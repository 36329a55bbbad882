import { season } from './season.ts'

const everyone = 'm1 m2 m3 m4 m5 m6 m7'

/*
 * Brent's plan names a member information bulletin in which sessions are promoted well in advance, alerts by text, one mandatory course,
 * and a quarterly update to be passed on. Its numbers and hours are the common ground. Its bulletin goes on over half term.
 */
season({
  preset: 'brent',
  settings: { workingDays: { schoolHolidays: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] } },
  members: everyone,
  textsOff: 'm2',
  from: '2026-10-12 09:00',
  until: '2026-11-08 12:00',
  sessions: [
    {
      // The first working day of winter time. It is the one course that Brent's plan makes mandatory.
      title: 'Data and Information Security',
      category: 'Member webinar',
      called: 'Webinar',
      on: '2026-10-26',
      from: '12:30',
      until: '13:30',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      declined: 'm7',
      texts: { weekBefore: ['2026-10-19 10:00', 'm1 m3 m4 m5 m6'], onTheDay: ['2026-10-26 08:00', 'm1 m3 m4 m5 m6'] },
      emails: [
        ['2026-10-19 10:00', 'm2'],
        ['2026-10-26 08:00', 'm2'],
      ],
      forms: [
        ['2026-10-27 09:00', 'm1 m2 m3 m4 m5 m6'],
        ['2026-11-01 09:00', 'm1 m2 m3 m4 m5 m6'],
      ],
      ends: 'going-ahead',
    },
    {
      // Asked again, one declines; five are coming at the review. A sixth accepts within the morning, and nobody need decide.
      title: 'Scrutiny in public',
      category: 'Member seminar',
      called: 'Member seminar',
      on: '2026-10-30',
      from: '18:00',
      until: '19:30',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4 m5',
      nudged: [['2026-10-21 10:00', 'm6 m7']],
      asked: '2026-10-23 09:00',
      then: [
        { at: '2026-10-22 09:00', kind: 'answers', act: 'decline', who: 'm6' },
        { at: '2026-10-23 11:00', kind: 'accepts-in-teams', who: 'm7' },
      ],
      texts: { weekBefore: ['2026-10-23 10:00', 'm1 m3 m4 m5 m7'], onTheDay: ['2026-10-30 08:00', 'm1 m3 m4 m5 m7'] },
      emails: [
        ['2026-10-23 10:00', 'm2'],
        ['2026-10-30 08:00', 'm2'],
      ],
      forms: [
        ['2026-10-31 09:00', 'm1 m2 m3 m4 m5 m7'],
        ['2026-11-05 09:00', 'm1 m2 m3 m4 m5 m7'],
      ],
      ends: 'going-ahead',
    },
    {
      // Moved from summer time into winter time before any issue told of it: it is new at its new time. Who never answers is asked for each.
      title: 'Speaking up for your ward',
      category: 'Member training',
      called: 'In-person training',
      on: '2026-10-23',
      from: '14:00',
      until: '16:00',
      sent: '2026-10-12 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      nudged: [
        ['2026-10-14 10:00', 'm7'],
        ['2026-10-19 10:00', 'm7'],
      ],
      then: [
        { at: '2026-10-15 11:00', kind: 'moved', on: '2026-10-28', from: '14:00', until: '16:00' },
        { at: '2026-10-16 09:00', kind: 'answers', act: 'accept', who: 'm1 m2 m3 m4 m5 m6' },
      ],
      texts: { weekBefore: ['2026-10-21 10:00', 'm1 m3 m4 m5 m6 m7'], onTheDay: ['2026-10-28 08:00', 'm1 m3 m4 m5 m6'] },
      emails: [
        ['2026-10-21 10:00', 'm2'],
        ['2026-10-28 08:00', 'm2'],
      ],
      forms: [
        ['2026-10-29 09:00', 'm1 m2 m3 m4 m5 m6'],
        ['2026-11-03 09:00', 'm1 m2 m3 m4 m5 m6'],
      ],
      ends: 'going-ahead',
    },
    {
      // The room is lost the day before: a text to whoever was coming or might have come, and a call to whoever takes none.
      title: 'Licensing at night',
      category: 'Member workshop',
      called: 'Workshop',
      on: '2026-11-05',
      from: '18:30',
      until: '20:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2 m3 m4 m5 m6',
      tentative: 'm7',
      then: [
        { at: '2026-11-04 09:00', kind: 'decides', choice: 'cancel', because: { reasonId: 'room-unavailable' } },
        { at: '2026-11-04 09:20', kind: 'rings' },
      ],
      texts: { weekBefore: ['2026-10-29 10:00', 'm1 m3 m4 m5 m6 m7'], cancelled: ['2026-11-04 09:00', 'm1 m3 m4 m5 m6 m7'] },
      emails: [['2026-10-29 10:00', 'm2']],
      rung: 'm2',
      reason: 'The room is not available',
      ends: 'cancelled',
    },
    {
      // Taken out of Outlook before any issue told of it: no issue tells of it at all. The officer says why the same day.
      title: 'The housing surgery',
      category: 'Member briefing',
      called: 'Member briefing',
      on: '2026-11-09',
      from: '10:00',
      until: '11:00',
      sent: '2026-10-19 10:00',
      accepted: 'm1 m2',
      asked: '2026-10-22 16:00',
      then: [
        { at: '2026-10-22 16:00', kind: 'cancelled-in-outlook' },
        { at: '2026-10-22 17:00', kind: 'says-why', because: { reasonId: 'other', reasonWords: 'Entered for the wrong month' } },
      ],
      texts: {},
      reason: 'Something else',
      ends: 'cancelled',
    },
    {
      // One Member's place at somebody else's course is never too few.
      title: 'London Councils: leading change',
      category: 'External training',
      called: 'External learning and development session',
      on: '2026-11-04',
      from: '09:30',
      until: '16:30',
      sent: '2026-10-19 10:00',
      to: 'm5',
      accepted: 'm5',
      texts: { weekBefore: ['2026-10-28 10:00', 'm5'], onTheDay: ['2026-11-04 08:00', 'm5'] },
      forms: [['2026-11-05 09:00', 'm5']],
      ends: 'going-ahead',
    },
    {
      // Three are coming a working week before. It has been reminded of when it is cancelled, half an hour before it was to be decided.
      title: 'Budget: a first look',
      category: 'Member training',
      called: 'In-person training',
      on: '2026-11-10',
      from: '18:00',
      until: '20:00',
      sent: '2026-10-26 10:00',
      accepted: 'm1 m2 m3',
      tentative: 'm4 m5',
      declined: 'm6',
      nudged: [['2026-10-30 10:00', 'm7']],
      asked: '2026-11-03 09:00',
      then: [{ at: '2026-11-03 11:30', kind: 'decides', choice: 'cancel', because: { reasonId: 'lack-of-interest' } }],
      texts: { weekBefore: ['2026-11-03 10:00', 'm1 m3 m4 m5 m7'] },
      emails: [['2026-11-03 10:00', 'm2']],
      reason: 'Lack of interest: too few were coming',
      ends: 'cancelled',
    },
  ],
  bulletin: {
    name: 'Member information bulletin',
    notices: [
      {
        at: '2026-10-14 11:00',
        body: { section: 'circulars', title: 'Highlighting Political Leadership, autumn', recurring: 'highlighting-political-leadership' },
      },
      {
        at: '2026-10-28 11:00',
        body: { section: 'external', title: 'Housing for new cabinet members', provider: 'London Councils', from: '2026-11-25' },
      },
    ],
    released: ['2026-10-15 09:30', '2026-10-23 08:30', '2026-10-29 09:30', '2026-11-05 09:30'],
    reminded: ['2026-10-22 10:00'],
    // Row 11: the quarter's update is asked for until an issue has passed it on.
    glances: [{ at: '2026-10-14 10:30', toPassOn: ['LGA Highlighting Political Leadership'] }, { at: '2026-10-20 10:00' }],
    issues: [
      {
        at: '2026-10-16 10:00',
        says: {
          m1: {
            subject: 'Member information bulletin: 3 new sessions',
            under: {
              New: ['Data and Information Security', 'Speaking up for your ward', 'Scrutiny in public'],
              'Passed on to you': ['Highlighting Political Leadership, autumn'],
            },
            words: ['Wednesday 28 October, 2pm to 4pm', 'You must do this if you are a Member of the council.'],
          },
        },
      },
      {
        at: '2026-10-23 10:00',
        says: {
          m1: {
            subject: 'Member information bulletin: 2 new sessions',
            under: {
              New: ['London Councils: leading change', 'Licensing at night'],
              'Coming up': ['Data and Information Security', 'Speaking up for your ward', 'Scrutiny in public'],
            },
          },
          // What is decided at noon that day is asked before what goes ahead. What was declined is not asked again.
          m7: {
            subject: 'Member information bulletin: 2 answers wanted, 2 new sessions',
            under: {
              'For you': ['Can you come to Scrutiny in public?', 'Can you come to Speaking up for your ward?'],
              New: ['London Councils: leading change', 'Licensing at night'],
              'Coming up': ['Data and Information Security'],
            },
            words: ['5 of 6 coming when this was sent. Decided on Friday 23 October at noon.'],
          },
        },
      },
      {
        // In half term as in any week.
        at: '2026-10-30 10:00',
        says: {
          m7: {
            subject: 'Member information bulletin: 1 new session',
            under: {
              New: ['Budget: a first look'],
              'Coming up': ['Scrutiny in public', 'London Councils: leading change', 'Licensing at night'],
              Elsewhere: ['Housing for new cabinet members'],
            },
            words: ['By London Councils, a provider your council recognises.', 'You said tentative.'],
          },
        },
      },
      {
        at: '2026-11-06 10:00',
        says: { m3: { subject: 'Member information bulletin', under: { 'Not now taking place': ['Budget: a first look'] } } },
      },
    ],
  },
  programme: 'Member development programme',
  // Nobody keeps a register in this season.
  waiting: [
    'register-empty Data and Information Security',
    'register-empty Speaking up for your ward',
    'register-empty Scrutiny in public',
    'register-empty London Councils: leading change',
  ],
})
