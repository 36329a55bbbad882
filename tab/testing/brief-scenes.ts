import { presenterBrief, type PresenterBrief } from '../../api/contracts/brief.ts'
import { brightwell, now } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

export const brief: PresenterBrief = {
  sessionId: 's-planning',
  title: 'Planning: making sound decisions',
  startsAt: '2026-10-15T09:00:00Z',
  endsAt: '2026-10-15T11:30:00Z',
  opening: 'Please begin the session by saying what it is for: its aims and objectives are these.',
  aims: ['To decide an application on planning grounds alone.', 'To give reasons that stand up on appeal.'],
  sections: [
    {
      heading: 'What, when and where',
      lines: [
        'Planning: making sound decisions',
        'Thursday 15 October 2026, 10am to 12:30pm',
        'Committee Room 1',
        'It is: Hybrid training.',
        'Arranged by Hannah Brightwell.',
      ],
    },
    {
      heading: 'Who is expected',
      lines: [
        '4 Members have accepted and 2 may come. Please plan for 4 to 6.',
        'The room holds 30.',
        'These are the answers as they stood on Tuesday 13 October at 2:08pm.',
      ],
    },
    { heading: 'Access', lines: ['The room is step-free.', 'The room has a hearing loop.'] },
    { heading: 'Before and afterwards', lines: ['Before: Read the two decision notices, 20 minutes.'] },
    { heading: 'What it serves', lines: ['The council’s priority:', 'Homes for everybody'] },
    { heading: 'Evaluation', lines: ['It is evaluated afterwards. Who sees to that: Priya Shah'] },
  ],
  closing: [
    'If any of this does not fit, or something changes with you, please tell us as soon as you can.',
    'Whom to ring: Priya Shah, Member support, 020 7946 0142.',
  ],
  presenters: [{ name: 'Farrow Lyle Planning', address: 'training@farrowlyle.example' }],
  dueAt: '2026-10-08T08:00:00Z',
  seen: 'seen-1',
  now,
}

export const withoutAims: PresenterBrief = { ...brief, aims: [], presenters: [], cannot: 'no-aims' }

const given = (changed: boolean) => ({ at: '2026-10-12T10:00:00Z', by: brightwell.name, changed })

/** In the scene `officer-no-aims` nobody has put them down; in `officer-outdated` it was given before it changed; in `officer-stale` it changes while it is read. */
export function briefIn(scene: Scene, { method, body }: Asked): Given {
  if (scene.name === 'officer-no-aims') return ok(presenterBrief, withoutAims)
  if (method !== 'POST') return ok(presenterBrief, scene.name === 'officer-outdated' ? { ...brief, given: given(true) } : brief)
  scene.answers.set('brief', JSON.stringify(body))
  if (scene.name === 'officer-stale') {
    const detail = 'Nothing was written down. Read it again, and give it to the presenter as it is now.'
    return problem(412, 'The brief has changed since you read it', detail)
  }
  return ok(presenterBrief, { ...brief, given: { ...given(false), at: now } })
}
