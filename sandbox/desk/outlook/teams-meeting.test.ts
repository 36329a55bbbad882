import { expect, test } from 'vitest'
import { momentOf } from '../dates.ts'
import { absentFrom, attendancesOf, phaseAt } from './teams-meeting.ts'

const times = { startsAt: momentOf('2026-10-20T12:00:00Z'), endsAt: momentOf('2026-10-20T13:00:00Z') }

test.each([
  ['2026-10-20T11:59:59Z', 'before'],
  ['2026-10-20T12:00:00Z', 'on'],
  ['2026-10-20T12:59:59Z', 'on'],
  ['2026-10-20T13:00:00Z', 'over'],
])('at %s a meeting of 1pm to 2pm in London is %s', (now, phase) => {
  expect(phaseAt(momentOf(now), times)).toBe(phase)
})

test('who came, went and came back is one person with all their minutes, and is in it', () => {
  const rook = { name: 'Cllr Rook', address: 'rook@x.example' }
  const stays = [
    { ...rook, joined: '2026-10-20T12:00:00Z', left: '2026-10-20T12:10:59Z' },
    { name: 'A caller', joined: '2026-10-20T12:05:00Z', left: '2026-10-20T12:05:00Z' },
    { ...rook, joined: '2026-10-20T12:20:00Z' },
  ]
  expect(attendancesOf(stays, momentOf('2026-10-20T12:30:00Z'))).toEqual([
    { ...rook, isIn: true, minutes: 20 },
    { name: 'A caller', isIn: false, minutes: 0 },
  ])
  expect(attendancesOf([], times.startsAt)).toEqual([])
})

test('who accepted and is not in it, or has left, is absent; while that is not known, nobody is', () => {
  const accepted = ['rook@x.example', 'haddon@x.example', 'byrne@x.example']
  const all = [
    { name: 'Cllr Rook', address: 'rook@x.example', isIn: true, minutes: 5 },
    { name: 'Cllr Haddon', address: 'haddon@x.example', isIn: false, minutes: 2 },
  ]
  expect(absentFrom(all, accepted)).toEqual(['haddon@x.example', 'byrne@x.example'])
  expect(absentFrom([], accepted)).toEqual(accepted)
  expect(absentFrom(undefined, accepted)).toEqual([])
})
