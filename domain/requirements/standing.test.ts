import { describe, expect, test } from 'vitest'
import { courseId, sessionId } from '../kernel/ids.ts'
import { day } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { presets } from '../rulebook/presets.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { aMember, aRule, towerHamlets } from '../testing/builders.ts'
import type { Accepted, Attended, Completed, Evidence } from './evidence.ts'
import { standingOf } from './standing.ts'

const election = (on: string) => ({ id: `e${on}`, label: 'Borough election', part: 'ordinary-election' as const, from: on, to: on })
const rules: Rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, cycle: [election('2026-05-07'), election('2030-05-02')] } }
const noDates = towerHamlets

function rule(id: string): MandatoryRule {
  const found = towerHamlets.mandatory.rules.find((each) => each.id === id)
  if (!found) throw new Error(`there is no rule ${id}`)
  return found
}

function attended(on: string, course = `course-${on}`): Attended {
  return { kind: 'attended', on: day(on), sessionId: sessionId(`s-${on}`), courseId: courseId(course), title: 'A course' }
}

type Asked = {
  readonly on: string
  readonly who?: Partial<Member>
  readonly did?: readonly (string | Evidence)[]
  readonly under?: Rulebook
}

function standing(of: MandatoryRule, { on, who = {}, did = [], under = rules }: Asked) {
  const evidence = did.map((each) => (typeof each === 'string' ? attended(each) : each))
  return standingOf(of, aMember(1, who), evidence, day(on), under)
}

function said(of: MandatoryRule, asked: Asked): string {
  const { status } = standing(of, asked)
  switch (status.kind) {
    case 'not-needed':
      return status.because
    case 'due':
      return `due ${status.by?.toString() ?? 'before sitting'}`
    case 'done':
      return `done ${status.on.toString()}${status.moreBy ? `, more by ${status.moreBy.toString()}` : ''}`
    case 'refresher-due':
      return `refresher by ${status.by.toString()}`
    case 'overdue':
      break
  }
  return `${status.neverDone ? 'overdue' : 'lapsed'} since ${status.by.toString()}`
}

describe('C5.2 Ethics and Probity: once in induction, and once more in each election cycle', () => {
  const ethics = rule('ethics-and-probity')

  test.each([
    ['2026-05-10', [], 'not-yet-in-office'],
    ['2026-05-11', [], 'due 2027-05-07'],
    ['2027-05-07', [], 'due 2027-05-07'],
    ['2027-05-08', [], 'overdue since 2027-05-07'],
    ['2027-05-08', ['2026-05-20'], 'done 2026-05-20, more by 2030-05-01'],
    ['2027-09-01', ['2027-09-01'], 'done 2027-09-01, more by 2030-05-01'], // the first, late
    ['2029-05-01', ['2026-05-20'], 'done 2026-05-20, more by 2030-05-01'],
    ['2029-05-02', ['2026-05-20'], 'refresher by 2030-05-01'], // its last year
    ['2030-05-01', ['2026-05-20'], 'refresher by 2030-05-01'],
    ['2030-05-01', ['2026-05-20', '2029-11-04'], 'done 2029-11-04'],
    ['2026-06-30', ['2026-05-20', '2026-06-24'], 'done 2026-06-24'],
  ])('on %s with %o it is %s', (on, did, expected) => {
    expect(said(ethics, { on, did })).toBe(expected)
  })

  test('one attendance meets only one of the two, and the two halves of one repeat are one', () => {
    const within = towerHamlets.programme.repeatWithinDays
    const first = attended('2026-05-20', 'ethics')
    const on = first.on.add({ days: within })
    const evening = { ...attended(on.toString(), 'ethics'), on }
    const next = { ...evening, on: on.add({ days: 1 }) }
    expect(said(ethics, { on: '2027-01-01', did: [first, evening] })).toBe('done 2026-05-20, more by 2030-05-01')
    expect(said(ethics, { on: '2027-01-01', did: [first, next] })).toBe(`done ${next.on.toString()}`)
  })

  test('the cycle begins anew on the day of the next ordinary election, also for whoever stays in office', () => {
    const did = ['2026-05-20', '2028-02-01']
    expect(said(ethics, { on: '2030-05-01', did })).toBe('done 2028-02-01')
    expect(said(ethics, { on: '2030-05-02', did })).toBe('due 2031-05-02')
    expect(said(ethics, { on: '2030-06-01', did: [...did, '2030-05-02'] })).toBe('done 2030-05-02, more by 2034-05-01')
  })

  test('what was attended between the election and taking office is of the induction, and the day before the election is not', () => {
    expect(said(ethics, { on: '2026-06-01', did: ['2026-05-07'] })).toBe('done 2026-05-07, more by 2030-05-01')
    expect(said(ethics, { on: '2026-06-01', did: ['2026-05-06'] })).toBe('due 2027-05-07')
  })

  test.each([
    ['2029-05-02', 'refresher by 2030-05-01'], // 12 months are left
    ['2029-05-03', 'done 2029-06-01'],
  ])('whoever comes at a by-election on %s does the second only if 12 months of the cycle are left: %s', (from, expected) => {
    expect(said(ethics, { on: '2029-12-01', who: { from: day(from) }, did: ['2029-06-01'] })).toBe(expected)
    expect(said(ethics, { on: '2029-12-01', who: { from: day(from) } })).toMatch(/^due 2030-05-0[23]$/)
  })

  test('where only the next election is put down, the cycle ends on its eve, whenever the Member took office', () => {
    const under = { ...rules, planning: { ...rules.planning, cycle: [election('2030-05-02')] } }
    const who = { from: day('2028-03-01') } // at a by-election
    expect(said(ethics, { on: '2029-06-01', who, did: ['2028-06-01'], under })).toBe('refresher by 2030-05-01')
    expect(said(ethics, { on: '2030-05-02', who, did: ['2028-06-01'], under })).toBe('due 2031-05-02')
    const late = { from: day('2029-05-03') } // with less than 12 months left
    expect(said(ethics, { on: '2029-12-01', who: late, did: ['2029-06-01'], under })).toBe('done 2029-06-01')
    const early = { from: day('2025-05-01') } // whose own four years are over before
    expect(said(ethics, { on: '2028-06-01', who: early, did: ['2025-06-01'], under })).toBe('refresher by 2029-04-30')
  })

  test('where no election is put down, the cycle is four years at a time from taking office', () => {
    expect(said(ethics, { on: '2030-05-10', did: ['2026-05-20'], under: noDates })).toBe('refresher by 2030-05-10')
    expect(said(ethics, { on: '2030-05-11', did: ['2026-05-20'], under: noDates })).toBe('due 2031-05-11')
  })
})

describe('C5.3 committee training', () => {
  const planning = rule('planning')
  const member = { posts: ['Member, Planning Committee'] }
  const substitute = { posts: ['Planning Committee (substitute)'] }
  const sits = (asked: Asked, of = planning) => standing(of, asked).sits.map(({ seat, maySit }) => `${seat} ${maySit ? 'may' : 'not yet'}`)

  test('binds whoever sits on the committee and their substitutes, and nobody else', () => {
    expect(said(planning, { on: '2026-10-01' })).toBe('not-for-them')
    expect(sits({ on: '2026-10-01', who: member })).toEqual(['member not yet'])
    expect(sits({ on: '2026-10-01', who: substitute })).toEqual(['substitute not yet'])
  })

  test('leaves substitutes out where the council says so', () => {
    const membersOnly = { ...planning, substitutes: false }
    expect(said(membersOnly, { on: '2026-10-01', who: substitute })).toBe('not-for-them')
    expect(sits({ on: '2026-10-01', who: member }, membersOnly)).toEqual(['member not yet'])
  })

  test('lets them sit from the day on which they have attended', () => {
    expect(sits({ on: '2026-10-14', who: member, did: ['2026-10-15'] })).toEqual(['member not yet'])
    expect(sits({ on: '2026-10-15', who: member, did: ['2026-10-15'] })).toEqual(['member may'])
  })

  test('what was held on a past day is what counts for that day', () => {
    const who = { posts: [], held: [{ post: 'Member, Planning Committee', from: day('2026-09-17'), to: day('2027-01-10') }] }
    expect(['2026-09-16', '2026-09-17', '2027-01-10', '2027-01-11'].map((on) => said(planning, { on, who }))).toEqual([
      'not-for-them',
      'due before sitting',
      'due before sitting',
      'not-for-them',
    ])
    expect(standing(planning, { on: '2026-10-01', who }).sits).toEqual([
      { committee: 'Planning Committee', seat: 'member', since: day('2026-09-17'), maySit: false },
    ])
  })

  test.each([
    ['2027-04-30', 'done 2026-05-28, more by 2028-04-30', 'member may'],
    ['2027-05-01', 'refresher by 2028-04-30', 'member may'], // a new municipal year
    ['2028-04-30', 'refresher by 2028-04-30', 'member may'],
    ['2028-05-01', 'lapsed since 2028-04-30', 'member not yet'],
  ])('C5.4 on %s the refresher of each municipal year makes it %s', (on, expected, seat) => {
    expect(said(planning, { on, who: member, did: ['2026-05-28'] })).toBe(expected)
    expect(sits({ on, who: member, did: ['2026-05-28'] })).toEqual([seat])
  })

  test.each([
    ['2027-04-02', 'done 2026-05-28, more by 2027-05-28'],
    ['2027-04-03', 'refresher by 2027-05-28'], // eight weeks before
    ['2027-05-28', 'refresher by 2027-05-28'],
    ['2027-05-29', 'lapsed since 2027-05-28'],
  ])('C5.4 on %s a refresher every twelve months makes it %s', (on, expected) => {
    expect(said({ ...planning, again: 'each-twelve-months' }, { on, who: member, did: ['2026-05-28'] })).toBe(expected)
  })

  test('C5.4 twelve months from 29 February end on the 28th', () => {
    const yearly = { ...planning, again: 'each-twelve-months' as const }
    expect(said(yearly, { on: '2029-02-28', who: member, did: ['2028-02-29'] })).toBe('refresher by 2029-02-28')
    expect(said(yearly, { on: '2029-03-01', who: member, did: ['2028-02-29'] })).toBe('lapsed since 2029-02-28')
  })

  test('C5.4 a lapse bars from nothing where the council says so', () => {
    const asked = { on: '2028-05-01', who: member, did: ['2026-05-28'] }
    expect(sits(asked, { ...planning, lapseBlocks: false })).toEqual(['member may'])
    expect(sits({ ...asked, did: [] }, { ...planning, lapseBlocks: false })).toEqual(['member not yet'])
  })
})

test.each(['equalities', 'information-governance', 'corporate-parenting', 'personal-safety'])(
  'C5.5 C5.7 %s is for the Mayor and councillors, once, during induction',
  (id) => {
    const on = (day: string, given: Partial<Asked> = {}) => said(rule(id), { on: day, ...given })
    expect(on('2027-05-07')).toBe('due 2027-05-07')
    expect(on('2027-05-08')).toBe('overdue since 2027-05-07')
    expect(on('2031-01-01', { did: ['2026-06-02'] })).toBe('done 2026-06-02')
    expect(on('2027-05-08', { who: { kind: 'mayor' } })).toBe('overdue since 2027-05-07')
    expect(on('2027-05-08', { who: { kind: 'co-optee' } })).toBe('not-for-them')
  },
)

test('C5.11 what was attended before the election is not assumed to count for an induction', () => {
  expect(said(rule('equalities'), { on: '2026-06-01', did: ['2022-06-02'] })).toBe('due 2027-05-07')
})

describe('C5.6 chairing skills: those who chair and have never been trained, at the start of each municipal year', () => {
  const chairing = rule('chairing-skills')
  const chair = { posts: ['Chair, Planning Committee'] }

  test.each([
    [{ posts: ['Speaker'] }, 'due 2026-07-06'], // eight weeks from taking office on 11 May
    [chair, 'due 2026-07-06'],
    [{ posts: ['Vice-Chair, Planning Committee'] }, 'not-for-them'],
    [{ posts: ['Deputy Speaker'] }, 'not-for-them'],
  ])('of %o it is %s', (who, expected) => {
    expect(said(chairing, { on: '2026-06-01', who })).toBe(expected)
  })

  test('vice-chairs too, where the council names them', () => {
    const also = { ...chairing, appliesTo: { ...chairing.appliesTo, offices: ['Speaker', 'Chair', 'Vice-Chair'] } }
    expect(said(also, { on: '2026-06-01', who: { posts: ['Vice-Chair, Planning Committee'] } })).toBe('due 2026-07-06')
  })

  test('whoever has attended before, in whatever year, is not asked again', () => {
    expect(said(chairing, { on: '2027-06-01', who: { ...chair, from: day('2018-05-07') }, did: ['2019-06-03'] })).toBe('done 2019-06-03')
  })

  test('of an office taken within the year, the weeks run from then, and being late does not end with the year', () => {
    const who = { posts: [], held: [{ post: 'Chair, Planning Committee', from: day('2026-11-18') }] }
    expect(said(chairing, { on: '2027-01-13', who })).toBe('due 2027-01-13')
    expect(said(chairing, { on: '2027-01-14', who })).toBe('overdue since 2027-01-13')
    expect(said(chairing, { on: '2027-06-01', who })).toBe('overdue since 2027-01-13')
  })

  test('of an office whose start nobody knows, they run from this year’s annual meeting', () => {
    const meeting = { id: 'am', label: 'Annual meeting', part: 'annual-meeting' as const, from: '2027-05-19', to: '2027-05-19' }
    const under = { ...rules, planning: { ...rules.planning, cycle: [...rules.planning.cycle, meeting] } }
    expect(said(chairing, { on: '2027-06-01', who: chair })).toBe('due 2027-06-26')
    expect(said(chairing, { on: '2027-06-01', who: chair, under })).toBe('due 2027-07-14')
  })
})

describe('C5.8 a co-optee', () => {
  const who = { kind: 'co-optee' as const, posts: ['Co-opted member, Licensing Committee'] }

  test('has what is for all Members and for a committee on which they sit, and is never overdue for what is the Mayor’s and councillors’', () => {
    const bound = towerHamlets.mandatory.rules.filter((each) => said(each, { on: '2027-06-01', who }) !== 'not-for-them')
    expect(bound.map(({ id }) => id)).toEqual(['ethics-and-probity', 'licensing'])
  })
})

describe('C5.9 a course by a target date', () => {
  const data = aRule({ due: { by: 'day', on: '2026-12-31' } })

  test.each([
    ['2026-12-31', [], 'due 2026-12-31'],
    ['2027-01-01', [], 'overdue since 2026-12-31'],
    ['2027-01-01', ['2026-12-31'], 'done 2026-12-31'],
  ])('on %s with %o it is %s', (on, did, expected) => {
    expect(said(data, { on, did })).toBe(expected)
  })

  test('whoever takes office after the date has their induction for it', () => {
    expect(said(data, { on: '2027-06-01', who: { from: day('2026-12-31') } })).toBe('overdue since 2026-12-31')
    expect(said(data, { on: '2027-06-01', who: { from: day('2027-01-01') } })).toBe('due 2028-01-01')
  })

  test('without a date it is never overdue', () => {
    expect(standing(aRule(), { on: '2036-01-01' }).status).toEqual({ kind: 'due' })
  })
})

test('C5.1 the same day is answered the same whenever it is asked: what came later does not change it', () => {
  const asked = { on: '2027-05-08', did: ['2026-05-20'] }
  const later = { ...asked, did: [...asked.did, '2027-05-09', '2029-11-04'] }
  for (const each of towerHamlets.mandatory.rules) expect(standing(each, later)).toEqual(standing(each, asked))
})

test('C5.1 nothing is asked of whoever has left office, from the day after', () => {
  const who = { to: day('2027-06-01') }
  expect(['2027-06-01', '2027-06-02'].map((on) => said(rule('equalities'), { on, who }))).toEqual([
    'overdue since 2027-05-07',
    'left-office',
  ])
})

test('C5.1 of whoever took office on a day that the register does not say, nothing is overdue', () => {
  const unknown: Member = { ...aMember(1) }
  const { from: _from, ...who } = unknown
  expect(standingOf(rule('equalities'), who, [], day('2036-01-01'), rules).status).toEqual({ kind: 'due' })
})

describe('C5.11 training had elsewhere, once an officer has accepted it', () => {
  const ethics = rule('ethics-and-probity')
  const planning = rule('planning')
  const who = { posts: ['Member, Planning Committee'] }

  function accepted(given: Partial<Accepted> = {}): Accepted {
    const until = day('2027-04-30')
    return {
      kind: 'accepted',
      on: day('2024-06-04'),
      id: 'c1',
      byName: 'Officer 901',
      acceptedOn: day('2026-06-01'),
      until,
      what: 'Seen',
      ...given,
    }
  }
  const forGood = (): Accepted => {
    const { until: _until, ...rest } = accepted()
    return rest
  }

  test('meets the rule from the day of accepting it until the day that was said, and then it is to be done here', () => {
    const did = [accepted()]
    expect(said(ethics, { on: '2026-05-31', did })).toBe('due 2027-05-07')
    expect(said(ethics, { on: '2026-06-01', did })).toBe('done 2024-06-04, more by 2027-05-07')
    expect(said(ethics, { on: '2027-04-30', did })).toBe('done 2024-06-04, more by 2027-05-07')
    expect(said(ethics, { on: '2027-05-01', did })).toBe('due 2027-05-07')
    expect(said(ethics, { on: '2027-05-08', did })).toBe('lapsed since 2027-05-07')
  })

  test.each([
    ['2027-12-31', '2028-01-30', 'done 2026-07-01, more by 2028-04-30'], // in place of a refresher that is due later
    ['2028-01-31', '2028-01-30', 'refresher by 2028-04-30'],
    ['2028-04-30', '2028-06-30', 'done 2026-07-01, more by 2028-06-30'], // and of one due before it ends
    ['2028-06-30', '2028-06-30', 'done 2026-07-01, more by 2028-06-30'],
    ['2028-07-01', '2028-06-30', 'lapsed since 2028-06-30'],
  ])('on %s, accepted until %s, the day named is the one that is in time: %s', (on, last, expected) => {
    const did = ['2026-05-28', accepted({ on: day('2026-07-01'), acceptedOn: day('2027-06-01'), until: day(last) })]
    expect(said(planning, { on, who, did })).toBe(expected)
  })

  test('accepted for good, it meets what is done once for good', () => {
    expect(said(rule('equalities'), { on: '2036-01-01', did: [forGood()] })).toBe('done 2024-06-04')
  })

  test('lets somebody sit, and no longer once it is over', () => {
    const maySit = (on: string) => standing(planning, { on, who, did: [accepted()] }).sits.map((seat) => seat.maySit)
    expect(['2026-05-31', '2026-06-01', '2027-04-30', '2027-05-01'].map((on) => maySit(on))).toEqual([[false], [true], [true], [false]])
    expect(said(planning, { on: '2027-05-01', who, did: [accepted()] })).toBe('lapsed since 2027-04-30')
  })

  test('is no session of a cycle: two are still to be attended here once it is over', () => {
    const did = [accepted(), '2026-09-01']
    expect(said(ethics, { on: '2026-10-01', did })).toBe('done 2026-09-01, more by 2030-05-01')
  })

  test('of several the one that counts longest counts', () => {
    const longer = accepted({ id: 'c2', until: day('2028-04-30') })
    expect(said(planning, { on: '2027-06-01', who, did: [longer, accepted()] })).toBe('done 2024-06-04, more by 2028-04-30')
    expect(said(rule('equalities'), { on: '2028-06-01', did: [forGood(), longer] })).toBe('done 2024-06-04')
  })
})

test('C5.9 an e-learning course counts from the day on which it was finished', () => {
  const [data] = presets.brent.mandatory.rules
  if (!data) throw new Error('Brent has one rule')
  const did: readonly Completed[] = [{ kind: 'completed', on: day('2026-10-01'), id: 'c1', byName: 'Officer 901' }]
  expect(said(data, { on: '2026-09-30', did })).toBe('due before sitting')
  expect(said(data, { on: '2026-10-01', did })).toBe('done 2026-10-01')
  const renewed = { ...data, again: 'each-municipal-year' as const }
  expect(said(renewed, { on: '2027-05-01', did })).toBe('refresher by 2028-04-30')
})
