import {
  bulletin,
  bulletinDelivery,
  bulletinPreview,
  myBulletin,
  myBulletins,
  notices,
  testSent,
  type Bulletin,
  type BulletinPage,
} from '../../api/contracts/bulletin.ts'
import { heldWarning } from './held-scene.ts'
import { brightwell, now, roll } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const past = [
  { issueId: 'issue-2026-w41', number: 22, sentAt: '2026-10-08T15:00:00Z', subject: 'Member Bulletin: 3 new sessions' },
  { issueId: 'issue-2026-w40', number: 21, sentAt: '2026-10-01T15:00:00Z', subject: 'Member Bulletin: 1 new session' },
]

const page: BulletinPage = {
  subject: 'Member Bulletin: 1 answer wanted, 2 new sessions',
  name: 'Member Bulletin',
  headline: 'Thamesbrook, Thursday 15 October 2026, issue 23',
  opening: 'Half-term is nearly here, so there is only one session in the week of 26 October. Two new dates are below.',
  asks: [
    {
      sessionId: 's-chairing',
      title: 'Chairing a difficult meeting',
      heading: 'Can you come to Chairing a difficult meeting?',
      lines: [
        'Thursday 22 October, 6:30pm to 8pm, Town Hall or online.',
        '4 of 6 coming when this was sent. Decided on Thursday 15 October at noon.',
      ],
      instead: [],
    },
  ],
  sections: [
    {
      id: 'new',
      heading: 'New',
      items: [
        {
          title: 'Licensing hearings in practice',
          sessionId: 's-licensing',
          lines: [
            'Wednesday 18 November, 6pm to 8pm, Town Hall.',
            'Also Tuesday 24 November, 12:30pm to 2:30pm, online.',
            'You must do this if you are on the Licensing Committee or a named substitute.',
          ],
          instead: [{ line: 'Or in your own time: Slides: licensing, about 15 minutes.', link: 'https://www.example.org/licensing' }],
        },
        {
          title: 'Talking to the press, and when not to',
          sessionId: 's-press',
          lines: ['Thursday 26 November, 6:30pm to 8pm, Town Hall or online.', 'You accepted.'],
          instead: [],
        },
      ],
    },
    {
      id: 'external',
      heading: 'Elsewhere',
      words: 'Ring Hannah before you book.',
      items: [
        {
          title: 'Leadership weekend for new chairs',
          link: 'https://www.example.org/leadership',
          lines: [
            'Friday 15 January to Sunday 17 January.',
            'By Local Government Association, a provider your council recognises.',
            'It costs £390.',
            'It suits: chairs of committees.',
          ],
          instead: [],
        },
      ],
    },
    {
      id: 'cancellations',
      heading: 'Not now taking place',
      items: [
        { title: 'Social media basics', lines: ['Monday 19 October: cancelled.', 'It runs on Tuesday 1 December at 6pm.'], instead: [] },
      ],
    },
  ],
}

const issue: NonNullable<Bulletin['issue']> = {
  issueId: 'issue-2026-w42',
  number: 23,
  dueAt: '2026-10-15T15:00:00Z',
  state: 'draft',
  ...(page.opening ? { opening: page.opening } : {}),
  sections: [
    {
      id: 'new',
      heading: 'New',
      on: true,
      items: [
        { key: 'course~licensing', title: 'Licensing hearings in practice', leftOut: false },
        { key: 'course~press', title: 'Talking to the press, and when not to', leftOut: false },
      ],
    },
    {
      id: 'sessions',
      heading: 'Coming up',
      on: true,
      items: [{ key: 'course~chairing', title: 'Chairing a difficult meeting', leftOut: false }],
    },
    {
      id: 'external',
      heading: 'Elsewhere',
      on: true,
      words: 'Ring Hannah before you book.',
      items: [{ key: 'notice~weekend', title: 'Leadership weekend for new chairs', leftOut: false }],
    },
    { id: 'own-time', heading: 'In your own time', on: true, items: [] },
    {
      id: 'cancellations',
      heading: 'Not now taking place',
      on: true,
      items: [{ key: 's@cancelled', title: 'Social media basics', leftOut: false }],
    },
    { id: 'you-said-we-did', heading: 'You said, we did', on: true, items: [] },
  ],
  warnings: [
    { kind: 'undecided', sessionId: 's-planning', title: 'Planning: making sound decisions', startsAt: '2026-10-15T17:30:00Z' },
    { kind: 'none-passed-on', label: 'Highlighting Political Leadership', until: '2026-12-31', missed: true },
  ],
  seen: 'seen-1',
}

const kept = {
  noticeId: 'n-weekend',
  section: 'external' as const,
  title: 'Leadership weekend for new chairs',
  provider: 'Local Government Association',
  recognised: true,
  costPence: 39_000,
  from: '2027-01-15',
  to: '2027-01-17',
  roles: ['chairs of committees'],
  addedAt: '2026-10-12T10:00:00Z',
  addedBy: brightwell.name,
  stands: 'next-issue' as const,
  issues: [],
}

/** What the API answers an officer about the bulletin; in the scene `officer-bulletin-stale` somebody else changed it first, in `officer-bulletin-lapsed` the last one never left. */
export function bulletinForOfficer(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/bulletin/notices' || path.startsWith('/bulletin/notices/')) return noticesIn(scene, method, body)
  if (path.includes('/preview/'))
    return ok(bulletinPreview, { page, text: `${page.headline}\n\n${page.name.toUpperCase()}\n\n${page.opening ?? ''}` })
  if (path.endsWith('/test')) {
    scene.answers.set('test', JSON.stringify(body))
    return ok(testSent, { address: 'hannah.brightwell@thamesbrook.example' }, 202)
  }
  if (path.endsWith('/delivery')) return ok(bulletinDelivery, delivery())
  if (scene.name === 'officer-bulletin-stale' && method === 'PUT') {
    scene.answers.set('issue', JSON.stringify({ opening: 'What somebody else wrote.' }))
    return problem(412, 'Somebody has changed this issue since you looked', 'Look at it as it is now, then try again.')
  }
  if (method === 'PUT') scene.answers.set('issue', JSON.stringify(body))
  if (path.endsWith('/release')) scene.answers.set('released', 'yes')
  if (path.endsWith('/take-back')) scene.answers.delete('released')
  return ok(bulletin, bulletinIn(scene))
}

function bulletinIn(scene: Scene): Bulletin {
  const readers = roll.map(({ memberId, name }) => ({ memberId, name }))
  const lapsed = scene.name === 'officer-bulletin-lapsed' && { lapsed: { dueAt: '2026-10-08T15:00:00Z', because: 'not-released' as const } }
  const about = { now, name: 'Member Bulletin', next: issue.dueAt, members: 50, readers, past, ...lapsed }
  if (scene.name === 'officer-empty') return { ...about, past: [] }
  const edited = JSON.parse(scene.answers.get('issue') ?? '{}') as {
    opening?: string
    sections?: { id: string; on: boolean; words?: string; leftOut: string[] }[]
  }
  const sections = edited.sections?.flatMap(({ id, on, words, leftOut }) => {
    const found = issue.sections.find((section) => section.id === id)
    const items = found?.items.map((item) => ({ ...item, leftOut: leftOut.includes(item.key) })) ?? []
    return found ? [{ id: found.id, heading: found.heading, items, on, ...(words ? { words } : {}) }] : []
  })
  const released = scene.answers.has('released')
  return {
    ...about,
    issue: {
      ...issue,
      ...(scene.name === 'officer-held' ? { warnings: [heldWarning, ...issue.warnings] } : {}),
      ...('opening' in edited || edited.sections ? { opening: edited.opening } : {}),
      ...(sections ? { sections } : {}),
      ...(released ? { state: 'released', releasedBy: brightwell.name } : {}),
    },
  }
}

function delivery() {
  const [first, second, third, ...rest] = roll
  const sent = rest.slice(0, 8).map(({ memberId, name }) => ({ memberId, name, state: 'sent' as const, at: '2026-10-08T15:01:00Z' }))
  const address = (name: string) => `${name.replace('Cllr ', '').replace(' ', '.').toLowerCase()}@thamesbrook.example`
  const failed = first
    ? [{ ...first, state: 'failed' as const, because: 'refused', address: address(first.name), at: '2026-10-08T15:01:00Z' }]
    : []
  const back = third ? [{ ...third, state: 'came-back' as const, address: address(third.name), at: '2026-10-08T15:03:00Z' }] : []
  const checked = second ? [{ ...second, state: 'unknown' as const }] : []
  return {
    issueId: 'issue-2026-w41',
    number: 22,
    sentAt: '2026-10-08T15:00:00Z',
    subject: 'Member Bulletin',
    rows: [...failed, ...back, ...checked, ...sent],
  }
}

function noticesIn(scene: Scene, method: string, body: Record<string, unknown>): Given {
  if (method === 'POST') scene.answers.set('notice', String(body['title']))
  if (method === 'DELETE') scene.answers.set('taken-out', 'yes')
  const added = scene.answers.get('notice')
  const all = [
    ...(added ? [{ ...kept, noticeId: 'n-added', title: added }] : []),
    ...(scene.answers.has('taken-out') ? [] : [kept]),
    {
      ...kept,
      noticeId: 'n-old',
      title: 'Reading a council budget',
      section: 'own-time' as const,
      stands: 'over' as const,
      issues: [22],
      places: { interested: 4 },
    },
  ]
  return ok(notices, {
    notices: scene.name === 'officer-empty' ? [] : all,
    sessions: [{ sessionId: 's-chairing', title: 'Chairing a difficult meeting', startsAt: '2026-10-22T17:30:00Z' }],
    providers: ['Local Government Association', 'London Councils'],
    recurring: [{ id: 'hpl', label: 'Highlighting Political Leadership' }],
    youSaidWeDid: true,
  })
}

/** What the API answers a Member about past issues. */
export function bulletinForMember(path: string): Given {
  if (path === '/my/bulletins') return ok(myBulletins, { name: 'Member Bulletin', issues: past })
  return ok(myBulletin, { issueId: 'issue-2026-w42', page })
}
