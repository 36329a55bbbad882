import { mayReadSessions, mayTakeRegister } from '../../domain/policy/may.ts'
import { attendanceRegister, checkedIn, checkInBody, checkInCode, marksBody, marksTaken } from '../contracts/attendance.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import type { Allowance } from '../http/limits.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { checkIn, readCheckInCode } from '../use-cases/check-in.ts'
import type { CheckInRefusal } from '../use-cases/check-in.ts'
import { readAttendance } from '../use-cases/read-attendance.ts'
import { takeRegister } from '../use-cases/take-register.ts'
import type { RegisterRefusal } from '../use-cases/take-register.ts'
import { idOfSession, ofSession } from './shapes.ts'

const keptOnPhone = 'Nothing was recorded. Your marks are still on your phone.'
const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'not-yet': { status: 409, title: 'The register opens an hour before the start', detail: keptOnPhone },
  cancelled: { status: 409, title: 'This session was cancelled, and has no register', detail: keptOnPhone },
  untagged: { status: 409, title: 'This is no longer marked as training in Outlook', detail: keptOnPhone },
  postponed: { status: 409, title: 'It was postponed. Its register opens at its new time', detail: keptOnPhone },
  'not-yours-to-record': {
    status: 409,
    title: 'Your council leaves the register to whoever arranged the session',
    detail: keptOnPhone,
  },
  'too-many': { status: 409, title: 'This register has been changed more often than any register is', detail: keptOnPhone },
  busy: { status: 503, title: 'Quorate is busy', detail: keptOnPhone },
} as const satisfies Record<RegisterRefusal['kind'], RefusalWords>

const ask = 'Or give your name to whoever keeps the register.'
const checkInRefusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'wrong-code': { status: 422, title: 'That is not the code on the screen', detail: `Look again: it changes each minute. ${ask}` },
  'old-code': { status: 422, title: 'That code has changed since', detail: `Type the one that is on the screen now. ${ask}` },
  'too-early': { status: 409, title: 'Checking in begins 15 minutes before the start', detail: 'Please try again then.' },
  over: { status: 409, title: 'This session has ended', detail: 'If you were there, tell whoever kept the register.' },
  cancelled: { status: 409, title: 'This session is cancelled', detail: 'There is nothing to check in to.' },
  postponed: { status: 409, title: 'This session was postponed', detail: 'You can check in at its new time.' },
  off: { status: 409, title: 'This session has no check-in code', detail: 'Give your name to whoever keeps the register.' },
  busy: { status: 503, title: 'Quorate is busy', detail: `You are not checked in yet. Please try again. ${ask}` },
} as const satisfies Record<CheckInRefusal['kind'], RefusalWords>

/** `codes`: how often one Member may try a code. */
export function attendanceRoutes(kick: () => void, codes: Allowance): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /sessions/:sessionId/attendance',
        says: 'The register: who was there, what each had answered, what Teams suggests',
        params: ofSession,
        gives: attendanceRegister,
      },
      async ({ council, officer, params }) => {
        const register = await readAttendance(council, officer, params.sessionId)
        return register ? done(register) : notFound
      },
    ),
    forRoles(
      mayTakeRegister,
      {
        route: 'POST /sessions/:sessionId/attendance',
        says: 'Takes up to 100 marks, each known by its own id and taken once however often it is sent',
        params: ofSession,
        body: marksBody,
        gives: marksTaken,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await takeRegister(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        return done(result.value)
      },
    ),
    forRoles(
      mayTakeRegister,
      {
        route: 'GET /sessions/:sessionId/check-in-code',
        says: 'The code for a screen in the room, and how long it is shown',
        params: ofSession,
        gives: checkInCode,
      },
      async ({ council, params }) => {
        const code = await readCheckInCode(council, params.sessionId)
        return code ? done(code) : notFound
      },
    ),
    forMembers(
      {
        route: 'POST /my/check-in',
        says: 'Checks the Member in by the code on the screen; six tries a minute',
        body: checkInBody,
        gives: checkedIn,
        refuses: checkInRefusals,
      },
      async ({ council, person, member, body }) => {
        const allowed = codes(`${council.profile.id} ${person.id}`)
        if (!allowed.ok) return tooManyCodes(allowed.retryAfterSeconds)
        const named = body.sessionId === undefined ? undefined : idOfSession.safeParse(body.sessionId)
        if (named?.success === false) return notFound
        const result = await checkIn(council, member.value, { code: body.code, ...(named ? { sessionId: named.data } : {}) })
        if (!result.ok) return problem(result.refusal.kind, checkInRefusals[result.refusal.kind])
        kick()
        return done(result.value)
      },
    ),
  ]
}

function tooManyCodes(retryAfterSeconds: number) {
  return problem(
    'too-many-codes',
    { status: 429, title: 'You have tried several codes', detail: `Please wait a minute, then type the one on the screen. ${ask}` },
    { headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}
