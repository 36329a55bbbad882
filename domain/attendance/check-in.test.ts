import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { aSession, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { checkInState, codeNow, judgeCode } from './check-in.ts'

const secret = 'a'.repeat(64)
const session = aSession()
const rule = towerHamlets.attendance
const { code } = codeNow(secret, session, startsAt)
const seconds = (many: number) => startsAt.add({ seconds: many })

test('the code is six digits, and changes with each minute', () => {
  expect(code).toMatch(/^\d{6}$/)
  expect(codeNow(secret, session, seconds(59))).toEqual({ code, secondsLeft: 1 })
  expect(codeNow(secret, session, seconds(60)).code).not.toBe(code)
})

test('the code is taken while it is shown and for a minute after, then said to have changed, and in the end is wrong', () => {
  expect([0, 59, 60, 119].map((at) => judgeCode(secret, session, code, seconds(at)))).toEqual(['right', 'right', 'right', 'right'])
  expect(judgeCode(secret, session, code, seconds(120))).toBe('old')
  expect(judgeCode(secret, session, code, seconds(60 * 17 - 1))).toBe('old')
  expect(judgeCode(secret, session, code, seconds(60 * 17))).toBe('wrong')
  expect(judgeCode(secret, session, code, seconds(-1))).toBe('wrong')
})

test('a code may be typed with a gap or a hyphen', () => {
  expect(judgeCode(secret, session, `${code.slice(0, 3)} ${code.slice(3)}`, startsAt)).toBe('right')
  expect(judgeCode(secret, session, `${code.slice(0, 3)}-${code.slice(3)}`, startsAt)).toBe('right')
  expect(judgeCode(secret, session, '', startsAt)).toBe('wrong')
})

test('the code of another session, of another secret, and of the time before a move opens nothing', () => {
  expect(judgeCode(secret, { ...session, id: sessionId('s2') }, code, startsAt)).toBe('wrong')
  expect(judgeCode('b'.repeat(64), session, code, startsAt)).toBe('wrong')
  expect(judgeCode(secret, { ...session, startsAt: seconds(3600) }, code, startsAt)).toBe('wrong')
})

test('checking in is possible from fifteen minutes before the start to the end', () => {
  const minutes = (many: number) => startsAt.add({ minutes: many })
  expect(checkInState(session, rule, minutes(-16))).toEqual({ kind: 'too-early', opensAt: minutes(-15) })
  expect(checkInState(session, rule, minutes(-15))).toEqual({ kind: 'open' })
  expect(checkInState(session, rule, minutes(119))).toEqual({ kind: 'open' })
  expect(checkInState(session, rule, minutes(120))).toEqual({ kind: 'over' })
})

test('C3.14 nobody checks in to a cancelled session, nor where the council keeps its registers by hand alone', () => {
  const cancelled = aSession({ standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } })
  expect(checkInState(cancelled, rule, startsAt)).toEqual({ kind: 'cancelled' })
  expect(checkInState(session, { ...rule, recordedBy: ['officers'] }, startsAt)).toEqual({ kind: 'off' })
})

test('C2.6 nobody checks in with a code to what is held online alone', () => {
  const at = (delivery: 'online' | 'hybrid') => checkInState({ ...session, delivery }, rule, startsAt).kind
  expect([at('online'), at('hybrid')]).toEqual(['off', 'open'])
})

test('C3.4 nobody checks in at the old time of a postponed session', () => {
  expect(checkInState(postponed(session), rule, startsAt)).toEqual({ kind: 'postponed' })
})
