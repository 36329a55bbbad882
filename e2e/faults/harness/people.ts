import { answerInvitation } from '../../../api/use-cases/answer-invitation.ts'
import { correctMobile } from '../../../api/use-cases/correct-mobile.ts'
import { decideSession } from '../../../api/use-cases/decide-session.ts'
import { giveReason } from '../../../api/use-cases/give-reason.ts'
import { readPhoneList, recordCall } from '../../../api/use-cases/phone-list.ts'
import { memberId as toMemberId, type MemberId, type SessionId } from '../../../domain/kernel/ids.ts'
import type { Officer } from '../../../domain/members/officer.ts'
import type { Answer } from '../../../domain/sessions/response.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import type { Chance } from './chance.ts'
import { memberIdFor } from './member-ids.ts'
import { mobileOf } from './outside/council-world.ts'
import { issueOnTuesday } from './outside/rules.ts'
import type { World } from './outside/world.ts'
import { createBulletins, type Bulletins, type MeantOfBulletin } from './people-bulletin.ts'
import { createChasing, type Chasing, type MeantChase } from './people-chasing.ts'
import { createEvaluating, type Evaluating, type MeantEvaluation } from './people-evaluations.ts'
import { createPartnering, type MeantShare, type Partnering } from './people-partners.ts'
import { createPlaces, type MeantOfPlaces, type Places } from './people-places.ts'
import { createRegisters, type MeantOnRegister, type Registers } from './people-register.ts'
import { createPersist } from './persist.ts'
import type { Processes } from './processes.ts'
import type { Scheduler } from './scheduler.ts'

type Pressed = {
  readonly member: number
  readonly eventId: string
  readonly answer: Answer
  readonly at: number
  toldAt?: number
  isUnsure?: true
}

/** What people meant, and what they were told of it: true whatever the product made of it. */
export type Meant = {
  readonly answers: Pressed[]
  readonly decisions: {
    readonly sessionId: SessionId
    readonly eventId: string
    readonly choice: 'cancel' | 'run'
    readonly at: number
    toldAt?: number
  }[]
  readonly calls: { readonly id: string; readonly sessionId: SessionId; readonly memberId: MemberId; told: boolean }[]
  readonly corrected: { readonly member: number; readonly at: number; told: boolean }[]
  readonly reasons: { readonly sessionId: SessionId; told: boolean }[]
  readonly bulletin: MeantOfBulletin
  readonly register: MeantOnRegister
  readonly chases: readonly MeantChase[]
  readonly places: MeantOfPlaces
  readonly shares: readonly MeantShare[]
  readonly evaluations: readonly MeantEvaluation[]
}

export type People = Pick<Chasing, 'chase'> &
  Pick<Evaluating, 'evaluate'> & {
    readonly meant: Meant
    readonly bulletin: Omit<Bulletins, 'meant'>
    readonly register: Omit<Registers, 'meant'>
    readonly places: Omit<Places, 'meant'>
    readonly partners: Omit<Partnering, 'meant'>
    answer(order: {
      readonly member: number
      readonly eventId: string
      readonly sessionId: SessionId
      readonly answer: Answer
    }): Promise<void>
    decide(order: {
      readonly sessionId: SessionId
      readonly eventId: string
      readonly choice: 'cancel' | 'run'
      readonly reasonId: string
    }): Promise<void>
    ring(sessionId: SessionId): Promise<void>
    correct(member: number): Promise<void>
    explain(sessionId: SessionId): Promise<void>
  }

export const officer: Officer = anOfficer(901)

export { memberIdFor } from './member-ids.ts'

function notSure(pressed: Pressed): void {
  pressed.isUnsure = true
  delete pressed.toldAt
}

/** People who try again when nothing answers, meaning the same each time. */
export function createPeople(deps: {
  readonly scheduler: Scheduler
  readonly processes: Processes
  readonly world: World
  readonly chance: Chance
}): People {
  const { world } = deps
  const persist = createPersist(deps)
  const bulletin = createBulletins({ persist, world }, issueOnTuesday.issue.id)
  const register = createRegisters({ persist, world })
  const chasing = createChasing({ persist, world })
  const places = createPlaces({ persist, world, chance: deps.chance })
  const partners = createPartnering({ persist, world })
  const evaluating = createEvaluating({ persist, world })
  const meant: Meant = {
    answers: [],
    decisions: [],
    calls: [],
    corrected: [],
    reasons: [],
    bulletin: bulletin.meant,
    register: register.meant,
    chases: chasing.meant,
    places: places.meant,
    shares: partners.meant,
    evaluations: evaluating.meant,
  }

  return {
    meant,
    bulletin,
    register,
    places,
    partners,
    chase: async (session, number) => chasing.chase(session, number),
    evaluate: async (sessionId, member, value) => evaluating.evaluate(sessionId, member, value),
    async answer({ member, eventId, sessionId, answer }) {
      const own: Pressed = { member, eventId, answer, at: world.now() }
      meant.answers.push(own)
      const since = () =>
        meant.answers.slice(meant.answers.indexOf(own) + 1).filter((each) => each.member === member && each.eventId === eventId)
      // Whoever has changed her mind presses no longer for what she meant before.
      const isHerMind = () => since().length === 0
      const isTold = await persist(async (council) => {
        const found = await council.members.find(memberIdFor(member))
        if (!found) return 'again'
        const result = await answerInvitation(council, found.value, { sessionId, answer })
        // Two that were on their way at once: either may be the last to arrive, and she is sure of neither.
        if (result.ok && !isHerMind()) for (const each of [own, ...since()]) notSure(each)
        if (result.ok) return 'done'
        const later = result.refusal.kind === 'no-such-session' || result.refusal.kind === 'busy' || result.refusal.kind === 'not-invited'
        return later ? 'again' : 'given up'
      }, isHerMind)
      if (isTold && !own.isUnsure) own.toldAt = world.now()
    },
    async decide({ sessionId, eventId, choice, reasonId }) {
      const own: Meant['decisions'][number] = { sessionId, eventId, choice, at: world.now() }
      meant.decisions.push(own)
      const isTold = await persist(async (council) => {
        const found = await council.sessions.find(sessionId)
        if (!found) return 'again'
        if (found.session.decision?.by === officer.id) return 'done' // she sees it on the page
        const message = choice === 'cancel' ? { message: 'We are sorry.' } : {}
        const result = await decideSession(council, officer, { sessionId, choice, reasonId, ...message, seen: found.etag })
        if (result.ok) return 'done'
        return result.refusal.kind === 'changed-since-seen' || result.refusal.kind === 'nothing-to-decide' ? 'again' : 'given up'
      })
      if (isTold) own.toldAt = world.now()
    },
    async ring(sessionId) {
      const listed = new Set<MemberId>()
      await persist(async (council) => {
        const list = await readPhoneList(council, sessionId)
        for (const entry of list?.entries ?? []) if (!entry.reached) listed.add(toMemberId(entry.memberId))
        return list ? 'done' : 'again'
      })
      for (const memberId of listed) {
        const own = { id: `call-${meant.calls.length + 1}`, sessionId, memberId, told: false }
        meant.calls.push(own)
        const tell = async () =>
          persist(async (council) => {
            const result = await recordCall(council, officer, { sessionId, memberId, outcome: 'told', id: own.id })
            return result.ok ? 'done' : result.refusal.kind === 'busy' ? 'again' : 'given up'
          })
        own.told = await tell()
        // A browser sends what it had no answer to once more; here every other time, answer or not.
        if (meant.calls.length % 2 === 0) await tell()
      }
    },
    async correct(member) {
      const own = { member, at: world.now(), told: false }
      meant.corrected.push(own)
      own.told = await persist(async (council) => {
        const result = await correctMobile(council, officer, { memberId: memberIdFor(member), mobile: mobileOf(member) })
        return result.ok ? 'done' : result.refusal.kind === 'busy' || result.refusal.kind === 'no-such-member' ? 'again' : 'given up'
      })
    },
    async explain(sessionId) {
      const own = { sessionId, told: false }
      meant.reasons.push(own)
      own.told = await persist(async (council) => {
        const result = await giveReason(council, officer, { sessionId, reasonId: 'room-unavailable' })
        if (result.ok || result.refusal.kind === 'already-explained') return 'done'
        return ['changed-since-seen', 'not-cancelled', 'no-such-session'].includes(result.refusal.kind) ? 'again' : 'given up'
      })
    },
  }
}
