import { describe, expect, test } from 'vitest'
import type { Bulletin, BulletinDelivery, BulletinWarning } from '../../../api/contracts/bulletin.ts'
import { undelivered, warningsWords } from './words.ts'

const now = '2026-10-13T13:10:00Z'
const aTuesday = '2026-10-20T12:00:00Z'
const undecided: BulletinWarning = { kind: 'undecided', sessionId: 's1', title: 'Reading reports', startsAt: aTuesday }
const late = (title: string): BulletinWarning => ({ kind: 'late-notice', sessionId: title, title, startsAt: aTuesday, weeks: 4, issues: 2 })

function said(...warnings: BulletinWarning[]) {
  const issue: NonNullable<Bulletin['issue']> = {
    issueId: 'issue-2026-w42',
    number: 2,
    dueAt: '2026-10-16T09:00:00Z',
    state: 'draft',
    seen: 'x',
    sections: [],
    warnings,
  }
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return warningsWords(issue, now).map(({ claim, rest, which }) => ({
    claim: plain(claim),
    rest: plain(rest),
    which: which?.map(({ words, to }) => `${plain(words)}${to ? ` (${to})` : ''}`),
  }))
}

describe('C4.3 what an officer should know before an issue is let out', () => {
  test('one session announced late is named in a sentence', () => {
    expect(said(late('Planning'))).toEqual([
      {
        claim: 'Planning, Tuesday 20 October, is announced late.',
        rest: 'Members should hear 4 weeks ahead, in at least 2 issues.',
        which: undefined,
      },
    ])
  })

  test('several are one thing to know, each of them named, after what is still to be decided', () => {
    expect(said(late('Planning'), undecided, late('Budget')).map(({ claim, which }) => [claim, which])).toEqual([
      ['Reading reports, Tuesday 20 October, is undecided.', undefined],
      ['2 sessions are announced late.', ['Planning, Tuesday 20 October', 'Budget, Tuesday 20 October']],
    ])
  })
})

test('C1.9 what does not say its aims is named, each with its session, and whether it is held or announced all the same', () => {
  const aimless = (title: string, held: boolean): BulletinWarning => ({ kind: 'no-aims', sessionId: 's1', title, startsAt: aTuesday, held })
  expect(said(aimless('Planning', true))).toEqual([
    {
      claim: '1 session does not say what it is to achieve.',
      rest: 'It is held out of this issue, and stands in it as soon as it does.',
      which: ['Planning, Tuesday 20 October (s1)'],
    },
  ])
  expect(said(aimless('Planning', false), aimless('Budget', false))).toMatchObject([
    { claim: '2 sessions do not say what they are to achieve.', rest: 'They are announced all the same.' },
  ])
})

test('C4.17 what helps with a copy that came back is true of Members and of whom the rulebook adds', () => {
  const back = (name: string): BulletinDelivery['rows'][number] => ({
    name,
    state: 'came-back',
    at: now,
    address: 'clerk@thamesbrook.example',
  })
  const rows = [back('Cllr Simon Quarrie'), back('clerk@thamesbrook.example')]
  const told = undelivered({ issueId: 'issue-2026-w41', number: 1, sentAt: now, subject: 'Bulletin', rows })
  expect(told?.rest).toContain('A Member’s address is put right in Microsoft 365 or in the register, anybody else’s in the rulebook.')
  expect(told?.which).toEqual(['Cllr Simon Quarrie, clerk@thamesbrook.example', 'clerk@thamesbrook.example'])
})
