import { pdpPage, pdpReaders, pdpSaved, pdpStandings, pdpVersions, type PdpContentView, type PdpPage } from '../../api/contracts/pdp.ts'
import { now, roll } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const empty: PdpContentView = { gaps: '', transferable: '', aspirations: '', otherSkills: '', needs: [], objectives: [] }

const written: PdpContentView = {
  gaps: 'How the budget is made, and what scrutiny may ask of it.',
  transferable: 'Thirty years as a ward sister. British Sign Language.',
  aspirations: 'To chair a committee by 2028.',
  otherSkills: '',
  needs: ['chairing', 'speaking'],
  objectives: [
    {
      id: 'o-chair',
      aim: 'Chair a meeting that stays fair and keeps to time',
      byOn: '2027-03-31',
      help: ['session', 'watching'],
      measure: 'Nobody runs over, and everybody has spoken.',
      sessions: ['s-shadow', 's-chairing'],
    },
    {
      id: 'o-licensing',
      aim: 'Know licensing law well enough to explain a decision to residents',
      byOn: '2026-12-25',
      help: ['session'],
      measure: '',
      sessions: ['s-licensing'],
    },
    {
      id: 'o-speak',
      aim: 'Speak at full council without reading from notes',
      byOn: '2027-05-31',
      help: [],
      measure: '',
      sessions: ['s-speak'],
    },
  ],
}

const page: PdpPage = {
  member: { id: 'm-tadworth', name: 'Cllr Maureen Tadworth' },
  part: 'owner',
  content: written,
  etag: 'e1',
  saved: { at: '2026-10-12T09:42:00Z', by: { mine: true } },
  agreed: { at: '2026-06-09T10:00:00Z', changed: false },
  skills: [
    { id: 'chairing', label: 'Chairing meetings' },
    { id: 'speaking', label: 'Public speaking and presenting' },
    { id: 'finance', label: 'Council finance' },
  ],
  sessions: [
    { sessionId: 's-shadow', title: 'Chairing: the first steps', startsAt: '2026-09-17T17:30:00Z', towards: 'attended' },
    { sessionId: 's-chairing', title: 'Chairing a difficult meeting', startsAt: '2026-10-22T17:30:00Z', towards: 'to-answer' },
    { sessionId: 's-licensing', title: 'Licensing training', startsAt: '2026-10-28T18:30:00Z', towards: 'booked' },
    { sessionId: 's-speak', title: 'Speaking so people listen', startsAt: '2026-11-10T18:30:00Z', towards: 'perhaps' },
    { sessionId: 's-off', title: 'Media skills', startsAt: '2026-09-01T17:30:00Z', towards: 'called-off' },
  ],
  supporter: 'Priya Shah',
  designated: ['Daniel Okafor', 'Ruth Penhale'],
  leads: true,
  now,
}

/** Plans, as the API answers a Member or an officer about them. */
export function pdpIn(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/my/pdp/versions') return ok(pdpVersions, versionsIn(scene))
  if (path === '/my/pdp/readers') return readersIn(scene, method, body)
  if (path === '/my/pdp/agreement') {
    scene.answers.set('agreed', 'yes')
    return ok(pdpSaved, { etag: 'e3', at: now })
  }
  if (path === '/pdps') return standingsIn(scene)
  if (method === 'PUT') return savedIn(scene, body)
  if (path.startsWith('/members/') && scene.name === 'officer-empty') return problem(403, 'This part of Quorate is not open to you')
  return ok(pdpPage, pageIn(scene, path))
}

function pageIn(scene: Scene, path: string): PdpPage {
  const saved = scene.answers.get('content')
  const content = saved ? (JSON.parse(saved) as PdpContentView) : undefined
  const { agreed: _agreed, saved: _saved, supporter: _supporter, ...bare } = page
  const agreed = scene.answers.has('agreed') ? { agreed: { at: now, changed: false } } : {}
  if (path !== '/my/pdp') return { ...page, part: 'designated', leads: false, content: content ?? written, etag: content ? 'e2' : 'e1' }
  switch (scene.name) {
    case 'member-plan-empty':
      return { ...bare, content: content ?? empty, etag: content ? 'e2' : 'new', sessions: [], designated: [], leads: false, ...agreed }
    case 'member-plan-draft': {
      const first = content ?? {
        ...written,
        objectives: [...written.objectives.slice(0, 1), { id: 'o-new', aim: '', help: [], measure: '', sessions: [] }],
      }
      return {
        ...bare,
        saved: { at: '2026-10-12T09:42:00Z', by: { mine: false, name: 'Priya Shah' } },
        supporter: 'Priya Shah',
        content: first,
        ...agreed,
      }
    }
    case 'member-plan-conflict':
      return scene.answers.has('met')
        ? { ...page, etag: 'e9', content: { ...written, gaps: 'What the council owns, and what it owes.' } }
        : page
    default:
      return { ...page, content: content ?? written, etag: content ? 'e2' : 'e1' }
  }
}

function savedIn(scene: Scene, body: Record<string, unknown>): Given {
  if (scene.name === 'member-plan-offline') return problem(503, 'Quorate cannot reach its records just now')
  if (scene.name === 'member-plan-conflict' && body.etag !== 'e9') {
    scene.answers.set('met', 'yes')
    return problem(412, 'This plan was changed somewhere else meanwhile')
  }
  scene.answers.set('content', JSON.stringify(body.content))
  return ok(pdpSaved, { etag: 'e2', at: now })
}

function versionsIn(scene: Scene) {
  if (scene.name === 'member-plan-empty') return { versions: [], now }
  return {
    versions: [
      {
        number: 2,
        keptAt: '2026-10-01T09:00:00Z',
        because: 'another-hand' as const,
        by: { mine: false, name: 'Priya Shah' },
        content: { ...written, gaps: '' },
      },
      { number: 1, keptAt: '2026-06-09T10:00:00Z', because: 'agreed' as const, by: { mine: true }, content: written },
    ],
    now,
  }
}

function readersIn(scene: Scene, method: string, body: Record<string, unknown>): Given {
  const officers = [
    { id: 'priya', name: 'Priya Shah' },
    { id: 'daniel', name: 'Daniel Okafor' },
    { id: 'ruth', name: 'Ruth Penhale' },
  ]
  if (method === 'PUT') scene.answers.set('supporter', typeof body.supporter === 'string' ? body.supporter : '')
  const supporter = scene.name === 'member-plan-empty' ? '' : (scene.answers.get('supporter') ?? 'priya')
  const named = officers.find(({ id }) => id === supporter)
  const designated = officers.filter(({ id }) => id !== 'priya' && id !== supporter)
  return ok(pdpReaders, {
    ...(named ? { supporter } : {}),
    readers: [
      ...(named ? [{ ...named, part: 'supporter' as const, lastOpenedAt: '2026-06-09T10:00:00Z' }] : []),
      ...designated.map((officer, index) => ({
        ...officer,
        part: 'designated' as const,
        ...(index === 0 ? { lastOpenedAt: '2026-10-02T10:00:00Z' } : {}),
      })),
    ],
    officers,
    etag: 'e1',
    now,
  })
}

function standingsIn(scene: Scene): Given {
  const isOfficer = scene.name.startsWith('officer')
  const rows = roll.slice(0, isOfficer ? 12 : 5).map(({ memberId, name }, index) => ({
    memberId,
    name,
    group: isOfficer && index % 3 === 0 ? 'Riverside' : 'Civic Alliance',
    standing: (['agreed', 'begun', 'none'] as const)[index % 3] ?? 'none',
    ...(index % 3 === 0 ? { agreedAt: '2026-06-09T10:00:00Z' } : {}),
    mayOpen: isOfficer,
  }))
  return ok(pdpStandings, { of: isOfficer ? 'council' : 'group', ...(isOfficer ? {} : { group: 'Civic Alliance' }), rows, now })
}
