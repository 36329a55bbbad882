import { memberIdOf } from '../../../api/use-cases/roll-after.ts'
import { answerInvitation } from '../../../api/use-cases/answer-invitation.ts'
import { correctMobile } from '../../../api/use-cases/correct-mobile.ts'
import { decideSession } from '../../../api/use-cases/decide-session.ts'
import { giveReason } from '../../../api/use-cases/give-reason.ts'
import { readPhoneList, recordCall } from '../../../api/use-cases/phone-list.ts'
import type { Council } from '../../../api/ports/council.ts'
import { memberId as toMemberId, type MemberId, type SessionId } from '../../../domain/kernel/ids.ts'
import type { Officer } from '../../../domain/members/officer.ts'
import type { Answer } from '../../../domain/sessions/response.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import type { Chance } from './chance.ts'
import { mobileOf, profile } from './outside/council-world.ts'
import type { World } from './outside/world.ts'
import type { Processes } from './processes.ts'
import type { Scheduler } from './scheduler.ts'

/** What people meant, and what they were told of it: true whatever the product made of it. */
export type Meant = {
  readonly answers: { readonly member: number; readonly eventId: string; readonly answer: Answer; readonly at: number; toldAt?: number }[]
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
}

export type People = {
  readonly meant: Meant
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

/** `again`: not yet; whoever asked looks again in a while. */
type Tried = 'done' | 'again' | 'given up'

const tries = 60

export const officer: Officer = anOfficer(901)

export function memberIdFor(number: number): MemberId {
  return memberIdOf(profile.id, { number: String(number) })
}

/** People who try again when nothing answers, meaning the same each time. */
export function createPeople(deps: {
  readonly scheduler: Scheduler
  readonly processes: Processes
  readonly world: World
  readonly chance: Chance
}): People {
  const { scheduler, processes, world, chance } = deps
  const meant: Meant = { answers: [], decisions: [], calls: [], corrected: [], reasons: [] }

  const wait = (milliseconds: number) => new Promise<void>((resolve) => void scheduler.after(milliseconds, resolve))

  /** True once it was done and they were told so. */
  async function persist(attempt: (council: Council) => Promise<Tried>): Promise<boolean> {
    for (let tried = 0; tried < tries; tried += 1) {
      const asked = await processes.ask(attempt)
      if (asked.kind === 'answer' && asked.answer !== 'again') return asked.answer === 'done'
      await wait(chance.between(2_000, 40_000))
    }
    return false
  }

  return {
    meant,
    async answer({ member, eventId, sessionId, answer }) {
      const own: Meant['answers'][number] = { member, eventId, answer, at: world.now() }
      meant.answers.push(own)
      const isTold = await persist(async (council) => {
        const found = await council.members.find(memberIdFor(member))
        if (!found) return 'again'
        const result = await answerInvitation(council, found.value, { sessionId, answer })
        if (result.ok) return 'done'
        const later = result.refusal.kind === 'no-such-session' || result.refusal.kind === 'busy' || result.refusal.kind === 'not-invited'
        return later ? 'again' : 'given up'
      })
      if (isTold) own.toldAt = world.now()
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
