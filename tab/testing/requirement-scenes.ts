import {
  memberRequirements,
  myRequirements,
  requirementsGrid,
  type MemberRequirements,
  type MyRequirements,
  type Requirement,
  type RequirementsGrid,
} from '../../api/contracts/requirements.ts'
import { now } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const licensing: Requirement = {
  ruleId: 'licensing',
  label: 'Licensing Committee training',
  says: 'Members and substitutes of the Licensing Committee: before they first sit, and again in each municipal year.',
  why: 'You sit on the Licensing Committee, since Monday 28 September 2026.',
  stands: 'Not done yet. You need this before you sit on the Licensing Committee on Thursday 5 November 2026.',
  status: 'due',
  maySit: false,
  evidence: [],
  next: {
    sessionId: 's-licensing',
    title: 'Licensing training',
    startsAt: '2026-10-28T18:00:00Z',
    endsAt: '2026-10-28T20:00:00Z',
    answer: 'accepted',
  },
}

const safety: Requirement = {
  ruleId: 'personal-safety',
  label: 'Personal Safety',
  says: 'The Mayor and every councillor: once during induction.',
  why: 'You are a councillor.',
  stands: 'Not done yet. It is to be done by Friday 7 May 2027.',
  status: 'due',
  by: '2027-05-07',
  evidence: [],
}

const chairing: Requirement = {
  ...safety,
  ruleId: 'chairing-skills',
  label: 'Chairing skills',
  says: 'Whoever is Speaker and whoever is Chair: once, within 8 weeks of the start of the municipal year or of taking the office.',
  why: 'You are Chair, Licensing Committee.',
  stands: 'Not done yet. It was to be done by Monday 6 July 2026. Doing it late still counts.',
  status: 'overdue',
  by: '2026-07-06',
  next: {
    sessionId: 's-other',
    title: 'Chairing skills',
    startsAt: '2026-11-10T10:00:00Z',
    endsAt: '2026-11-10T12:00:00Z',
    answer: 'uninvited',
  },
}

const ethics: Requirement = {
  ruleId: 'ethics-and-probity',
  label: 'Ethics and Probity Training',
  says: 'Every Member: once during induction, and once more in each election cycle.',
  why: 'You are a councillor.',
  stands: 'Done on Wednesday 20 May 2026. Once more by Wednesday 1 May 2030.',
  status: 'done',
  by: '2030-05-01',
  evidence: [{ kind: 'attended', on: '2026-05-20', title: 'Ethics and Probity', sessionId: 's-ethics' }],
}

const equalities: Requirement = {
  ...ethics,
  ruleId: 'equalities',
  label: 'Equalities Training',
  says: 'The Mayor and every councillor: once during induction.',
  stands: 'Done on Wednesday 10 June 2026.',
  evidence: [{ kind: 'attended', on: '2026-06-10', title: 'Equalities', sessionId: 's-equalities' }],
}

/** What a Member must do, in each scene. */
export function requirementsForMember({ name }: Scene): Given {
  const requirements = name.endsWith('empty')
    ? []
    : name === 'member-all-done'
      ? [ethics, equalities]
      : [chairing, licensing, safety, ethics, equalities]
  return ok(myRequirements, { on: now.slice(0, 10), requirements, now } satisfies MyRequirements)
}

const theirs = (own: Requirement, given: Partial<Requirement>): Requirement => ({ ...own, ...given })
const data: Requirement = {
  ruleId: 'data',
  label: 'Data and Information Security',
  says: 'Every Member: once, by e-learning.',
  why: 'They are a councillor.',
  stands: 'Done on Thursday 1 October 2026.',
  status: 'done',
  eLearning: true,
  evidence: [{ kind: 'completed', on: '2026-10-01', by: 'Hannah Brightwell' }],
}

const trask: MemberRequirements = {
  member: { memberId: 'm-trask', name: 'Cllr Oluwaseun Trask' },
  on: now.slice(0, 10),
  requirements: [
    theirs(chairing, { why: 'They are Chair, Licensing Committee.' }),
    theirs(licensing, {
      why: 'They sit on the Licensing Committee, since Monday 28 September 2026.',
      stands: 'Not done yet. They need this before they sit on the Licensing Committee on Thursday 5 November 2026.',
    }),
    theirs(ethics, {
      why: 'They are a councillor.',
      evidence: [
        ...ethics.evidence,
        {
          kind: 'accepted',
          on: '2024-06-04',
          by: 'Hannah Brightwell',
          what: 'Ethics at another council, certificate seen',
          until: '2028-04-30',
        },
      ],
    }),
    data,
  ],
  choices: [
    { ruleId: 'ethics-and-probity', label: ethics.label, eLearning: false, equivalence: true, needsUntil: true },
    { ruleId: 'data', label: data.label, eLearning: true, equivalence: true, needsUntil: false },
  ],
  completions: [
    {
      completionId: 'c000000000000000000000001',
      label: ethics.label,
      kind: 'accepted',
      on: '2024-06-04',
      until: '2028-04-30',
      what: 'Ethics at another council, certificate seen',
      at: '2026-10-12T09:00:00Z',
      by: 'Hannah Brightwell',
    },
    {
      completionId: 'c000000000000000000000002',
      label: data.label,
      kind: 'completed',
      on: '2026-09-01',
      at: '2026-09-02T09:00:00Z',
      by: 'Hannah Brightwell',
      withdrawn: { at: '2026-09-03T09:00:00Z', by: 'Hannah Brightwell', why: 'It was another Member.' },
    },
  ],
  now,
}

/** One Member's page, and what comes of pressing on it. */
export function requirementsForOfficer(scene: Scene, { method, path, body }: Asked): Given {
  if (scene.name === 'officer-empty') return ok(memberRequirements, { ...trask, requirements: [], choices: [], completions: [] })
  if (method === 'GET') return ok(memberRequirements, trask)
  if (path.endsWith('/withdrawal')) {
    const withdrawn = { at: now, by: 'Hannah Brightwell', why: String(body.why) }
    return ok(memberRequirements, { ...trask, completions: trask.completions.map((each) => ({ ...each, withdrawn })) })
  }
  if (String(body.on) > now.slice(0, 10)) return problem(422, 'That day has yet to come', 'Put down the day on which it was done.')
  return ok(memberRequirements, trask, 201)
}

const rules = [ethics, licensing, equalities, safety, chairing, data]
const clear = { status: 'done', day: '2026-05-20' } as const
const grid: RequirementsGrid = {
  on: now.slice(0, 10),
  rules: rules.map(({ ruleId, label, says }) => ({ ruleId, label, says })),
  members: [
    {
      memberId: 'm-trask',
      name: 'Cllr Oluwaseun Trask',
      group: 'Riverside',
      cells: [
        clear,
        { status: 'due', maySit: false },
        clear,
        { status: 'due', day: '2027-05-07' },
        { status: 'overdue', day: '2026-07-06' },
        clear,
      ],
    },
    {
      memberId: 'm-fennimore',
      name: 'Cllr Dorothy Fennimore',
      group: 'Riverside',
      cells: [
        { status: 'refresher-due', day: '2027-04-30' },
        { status: 'overdue', day: '2026-04-30', maySit: false },
        { status: 'not-needed' },
        clear,
        { status: 'not-needed' },
        { status: 'due' },
      ],
    },
    { memberId: 'm-tadworth', name: 'Cllr Maureen Tadworth', cells: rules.map(() => clear) },
  ],
  now,
}

export function gridForOfficer({ name }: Scene): Given {
  return ok(requirementsGrid, name === 'officer-empty' ? { ...grid, rules: [], members: [] } : grid)
}
