import { londonDay } from '../../domain/kernel/london.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Lacking } from '../../domain/pdp/lacking.ts'
import type { Pdp } from '../../domain/pdp/plan.ts'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { partIn } from '../../domain/policy/pdp.ts'
import { pdpAgreementBody, pdpBody, pdpPage, pdpReaders, pdpReadersBody, pdpSaved, pdpStandings, pdpVersions } from '../contracts/pdp.ts'
import { forMembers, forMembersAnd, forRoles, notForYou, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { Refused, RefusalWords } from '../http/problem.ts'
import type { Council, Stored } from '../ports/council.ts'
import { planHelpers } from '../use-cases/plan-helpers.ts'
import { agreePdp, nameSupporter, readPdpReaders, readPdpVersions } from '../use-cases/my-pdp.ts'
import type { AgreeRefusal, NameRefusal } from '../use-cases/my-pdp.ts'
import { readPdps } from '../use-cases/read-pdps.ts'
import { pdpPageFor, writePdp } from '../use-cases/write-pdp.ts'
import type { PdpReader, WritePdpRefusal } from '../use-cases/write-pdp.ts'
import { ofMember } from './shapes.ts'

const refusals = {
  'changed-since-seen': {
    status: 412,
    title: 'This plan was changed somewhere else meanwhile',
    detail: 'Nothing that you wrote is lost. Look at both, and choose.',
  },
  'no-plan': { status: 409, title: 'There is no plan to agree yet', detail: 'Add an objective first.' },
  'not-ready': { status: 409, title: 'This plan is not finished', detail: 'Each objective needs its words and a date.' },
  'no-such-officer': { status: 422, title: 'That is nobody who can support you', detail: 'Choose one of the officers who are named.' },
} as const satisfies Record<(AgreeRefusal | NameRefusal | WritePdpRefusal)['kind'], RefusalWords>

/**
 * C6.1, C6.22: personal development plans. Under `/my` whose it is comes from the sign-in; for officers each request asks anew what they
 * are to this one plan. There is no route by which anybody but its Member agrees one.
 */
export function pdpRoutes(): readonly Operation[] {
  return [...ownRoutes(), ...helpersRoutes(), standingsRoute()]
}

function ownRoutes(): readonly Operation[] {
  return [
    forMembers(
      { route: 'GET /my/pdp', says: 'The Member’s own development plan, with the sessions that serve it', gives: pdpPage },
      async ({ council, member, person }) => {
        const found = await council.pdps.find(member.value.id)
        return done(await pdpPageFor(council, member.value, found, { personId: person.id, part: 'owner' }))
      },
    ),
    forMembers(
      {
        route: 'PUT /my/pdp',
        says: 'Keeps what the Member is writing; refused when it was changed elsewhere meanwhile',
        body: pdpBody,
        gives: pdpSaved,
        refuses: { 'changed-since-seen': refusals['changed-since-seen'] },
      },
      async ({ council, member, body }) => {
        const result = await writePdp(council, member.value, { kind: 'member' }, body)
        return result.ok ? done(result.value) : refusal(result.refusal)
      },
    ),
    forMembers(
      {
        route: 'POST /my/pdp/agreement',
        says: 'The Member agrees the plan as it was seen. Nobody else can',
        body: pdpAgreementBody,
        gives: pdpSaved,
        refuses: {
          'changed-since-seen': refusals['changed-since-seen'],
          'no-plan': refusals['no-plan'],
          'not-ready': refusals['not-ready'],
        },
      },
      async ({ council, member, body }) => {
        const result = await agreePdp(council, member.value, body)
        return result.ok ? done(result.value) : refusal(result.refusal)
      },
    ),
    forMembers(
      { route: 'GET /my/pdp/versions', says: 'What the plan said before, newest first', gives: pdpVersions },
      async ({ council, member }) => done(await readPdpVersions(council, member.value)),
    ),
    forMembers(
      { route: 'GET /my/pdp/readers', says: 'Who can open the plan, and when each last did', gives: pdpReaders },
      async ({ council, member }) => done(await readPdpReaders(council, member.value)),
    ),
    forMembers(
      {
        route: 'PUT /my/pdp/readers',
        says: 'Names the officer who supports the Member, or nobody any more',
        body: pdpReadersBody,
        gives: pdpReaders,
        refuses: { 'changed-since-seen': refusals['changed-since-seen'], 'no-such-officer': refusals['no-such-officer'] },
      },
      async ({ council, member, body }) => {
        const result = await nameSupporter(council, member.value, body)
        return result.ok ? done(result.value) : refusal(result.refusal)
      },
    ),
  ]
}

function helpersRoutes(): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /members/:memberId/pdp',
        says: 'A Member’s plan, for the supporter whom the Member named and the officers whom the rulebook names. That it was opened is written down',
        params: ofMember,
        gives: pdpPage,
      },
      async ({ council, officer, params }) => {
        const about = await openedBy(council, officer, params.memberId)
        return 'refused' in about ? about.refused : done(await pdpPageFor(council, about.member, about.found, about.reader))
      },
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'PUT /members/:memberId/pdp',
        says: 'Keeps what such an officer writes for the Member, who agrees it or does not',
        params: ofMember,
        body: pdpBody,
        gives: pdpSaved,
        refuses: { 'changed-since-seen': refusals['changed-since-seen'] },
      },
      async ({ council, officer, params, body }) => {
        const about = await openedBy(council, officer, params.memberId)
        if ('refused' in about) return about.refused
        const result = await writePdp(council, about.member, { kind: 'officer', id: officer.id, name: officer.name }, body)
        return result.ok ? done(result.value) : refusal(result.refusal)
      },
    ),
  ]
}

function standingsRoute(): Operation {
  return forMembersAnd(
    mayReadSessions,
    {
      route: 'GET /pdps',
      says: 'Who has a plan, and nothing that is in one: for officers of every Member, for group leaders and whips of their own group',
      gives: pdpStandings,
    },
    async ({ council, person, member }) => {
      const page = await readPdps(council, { personId: person.id, roles: person.roles, member: member?.value })
      return page ? done(page) : notForYou
    },
  )
}

type Opened =
  { readonly member: Member; readonly found: Stored<Pdp> | undefined; readonly reader: PdpReader } | { readonly refused: Refused }

/** Whoever may not is told the same whether there is a plan or none. */
async function openedBy(council: Council, { id }: Officer, memberId: MemberId): Promise<Opened> {
  const { members, pdps, rulebook, clock } = council
  const member = (await members.find(memberId))?.value
  if (!member) return { refused: notFound }
  const [found, helpers] = await Promise.all([pdps.find(memberId), planHelpers(council)])
  const officer = helpers.find((each) => each.id === id)
  if (!officer) return { refused: notForYou }
  const asker = { personId: officer.id, roles: officer.roles, address: officer.address }
  const part = partIn({ member, supporter: found?.value.supporter }, asker, rulebook, londonDay(clock.now()))
  return part === 'none' ? { refused: notForYou } : { member, found, reader: { personId: officer.id, part } }
}

function refusal(given: AgreeRefusal | NameRefusal | WritePdpRefusal): Refused {
  const { detail, ...words } = refusals[given.kind]
  return problem(given.kind, { ...words, detail: given.kind === 'not-ready' ? lackingWords(given.lacking) : detail })
}

function lackingWords(lacking: readonly Lacking[]): string {
  return lacking.map((each) => lackingLine(each)).join(' ')
}

function lackingLine(lacking: Lacking): string {
  if (lacking.kind === 'objective') return 'Add at least one objective.'
  return lacking.kind === 'aim'
    ? `Say what objective ${lacking.number} is.`
    : `Say by when you want to have done objective ${lacking.number}.`
}
