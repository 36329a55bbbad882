import { instant, type Instant } from '../../domain/kernel/time.ts'
import { aMember, anOfficer, aSession, arrangedAt, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { anchorAudit } from '../account/anchoring.ts'
import type { Anchors } from '../ports/audit.ts'
import { answerInvitation } from '../use-cases/answer-invitation.ts'
import { correctMobile } from '../use-cases/correct-mobile.ts'
import { decideSession } from '../use-cases/decide-session.ts'
import { changeMyTexts } from '../use-cases/my-texts.ts'
import { recordCall, takeBackCall } from '../use-cases/phone-list.ts'
import { createAnchorsDouble } from './anchors.ts'
import { testCouncil, type TestCouncil } from './council.ts'

export const officer = anOfficer(901)
const session = aSession({ accepted: 2, tentative: 1, none: 1 })

/**
 * A council that lives from September to November: a session is arranged, answered, put to officers and cancelled at short notice, one
 * Member is rung, numbers and wishes change. Anchored on some of the nights.
 */
export async function anAuditedCouncil(): Promise<TestCouncil & { readonly anchors: Anchors }> {
  const members = [...someMembers(3), aMember(4, { mobile: { kind: 'none' } })]
  const world = await testCouncil({ now: arrangedAt, rulebook: towerHamlets, members, officers: [officer], sessions: [session] })
  const anchors = createAnchorsDouble()
  const { council } = world
  const anchorOn = async (at: Instant) => {
    await world.advanceTo(at)
    await anchorAudit(council, anchors)
  }

  await anchorOn(arrangedAt.add({ hours: 14 }))
  await answerInvitation(council, aMember(4), { sessionId: session.id, answer: 'accepted' })
  await correctMobile(council, officer, { memberId: aMember(3).id, mobile: '07700 900777' })
  const mine = await council.members.find(aMember(2).id)
  if (mine) await changeMyTexts(council, mine, { reminders: false, combine: false, etag: mine.etag })
  await anchorOn(instant('2026-10-20T08:30:00Z'))
  await world.change(session.id, (before) => ({ ...before, place: 'Town Hall', startsAt: before.startsAt.add({ minutes: 15 }) }))
  await anchorOn(instant('2026-10-27T09:00:00Z'))
  await cancel(world)
  await world.advance({ minutes: 5 })
  await ring(world)
  await anchorOn(instant('2026-10-28T00:05:00Z'))
  await world.advanceTo(instant('2026-11-03T00:05:00Z'))
  await council.officers.replaceAll([officer, anOfficer(902)], world.clock.now())
  await anchorOn(instant('2026-11-04T00:05:00Z'))
  await council.officers.replaceAll([officer], world.clock.now())
  await correctMobile(council, officer, { memberId: aMember(3).id, mobile: '' })
  await world.advance({ minutes: 5 })
  return { ...world, anchors }
}

async function cancel({ council }: TestCouncil): Promise<void> {
  const seen = (await council.sessions.find(session.id))?.etag ?? ''
  const words = { reasonId: 'room-unavailable', message: 'The room is not to be had.' }
  const decided = await decideSession(council, officer, { sessionId: session.id, choice: 'cancel', ...words, seen })
  if (!decided.ok) throw new Error(`the cancellation was refused: ${decided.refusal.kind}`)
}

async function ring({ council }: TestCouncil): Promise<void> {
  const order = { sessionId: session.id, memberId: aMember(4).id }
  const rung = await recordCall(council, officer, { ...order, outcome: 'told', id: 'call-1' })
  if (!rung.ok) throw new Error(`the call was refused: ${rung.refusal.kind}`)
  await takeBackCall(council, officer, order)
}
