import { planCheck, planChoices, type PlanCheck, type PlanChoices } from '../../api/contracts/plan.ts'
import { now, roll } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const choices: PlanChoices = {
  now,
  kinds: [
    { id: 'in-person-training', label: 'In-person training', audienceFixed: false, dayAndEvening: true, usualAudience: 'all-members' },
    { id: 'member-seminar', label: 'Member seminar', audienceFixed: true, dayAndEvening: true, usualAudience: 'all-members' },
  ],
  rooms: [
    { name: 'Committee Room 1', capacity: 30, stepFree: true, hearingLoop: true },
    { name: 'Mansion House', capacity: 60, stepFree: false },
  ],
  venue: 'Town Hall',
  committees: ['Licensing Committee', 'Planning Committee'],
  offices: ['Chair', 'Leader'],
  members: roll.map(({ memberId, name }) => ({ memberId, name })),
  categories: [{ id: 'in-person-training', label: 'Member training' }],
}

const ofSession: PlanChoices = {
  ...choices,
  plan: {
    sessionId: 's-planning',
    title: 'Planning: making sound decisions',
    kind: 'in-person-training',
    startsAt: '2026-11-24T18:00:00Z',
    endsAt: '2026-11-24T20:00:00Z',
    delivery: 'in-person',
    place: 'Mansion House',
    loopNeeded: true,
  },
}

/** Everything that can be said of a plan. */
const check: PlanCheck = {
  now,
  points: [
    { weight: 'refused', about: 'room', trouble: 'not-step-free', instead: ['Committee Room 1'] },
    { weight: 'refused', about: 'room', trouble: 'no-loop', instead: ['Committee Room 1'] },
    {
      weight: 'warning',
      about: 'clash',
      clashId: 'd'.repeat(20),
      against: {
        kind: 'event',
        label: 'Guru Nanak’s birthday',
        from: '2026-11-24',
        to: '2026-11-24',
        hours: 'all-day',
        isEve: false,
        isSure: true,
        startsAt: '2026-11-24T00:00:00Z',
        endsAt: '2026-11-25T00:00:00Z',
      },
    },
    { weight: 'warning', about: 'notice', weeks: 4 },
    { weight: 'warning', about: 'cycle', part: 'pre-election', label: 'By-election in Weir ward', from: '2026-11-02', to: '2026-11-26' },
    { weight: 'note', about: 'repeat', pair: 'no-repeat' },
    { weight: 'note', about: 'offer-online' },
  ],
  lines: [
    { line: 'type', state: 'answered', words: 'Members asked to practise on real cases' },
    { line: 'commitments', state: 'unanswered' },
    { line: 'events', state: 'against' },
    { line: 'access', state: 'against' },
  ],
  invited: 30,
  otherTimes: [
    { startsAt: '2026-11-25T18:30:00Z', endsAt: '2026-11-25T20:30:00Z', isSlot: true },
    { startsAt: '2026-12-01T18:00:00Z', endsAt: '2026-12-01T20:00:00Z', isSlot: false },
  ],
  meetingsKnown: false,
}

const clear: PlanCheck = { ...check, points: [], lines: check.lines.map(({ line }) => ({ line, state: 'answered' })), meetingsKnown: true }

/** What the API answers about a plan; in the scene `officer-planned` of a session that stands, in `officer-plan-refused` it does not take it. */
export function planIn(scene: Scene, { method, body }: Asked): Given {
  if (method === 'GET') return ok(planChoices, scene.name === 'officer-planned' ? ofSession : choices)
  scene.answers.set('plan', JSON.stringify(body))
  if (scene.name === 'officer-plan-refused') {
    const refused = problem(422, 'Something here needs putting right', 'Nothing has been checked. What you have written is still here.')
    return { ...refused, body: { ...Object(refused.body), errors: [{ path: 'startsAt', message: 'too-far-away' }] } }
  }
  return ok(planCheck, String(body.startsAt).startsWith('2026-11-24') ? check : clear)
}
