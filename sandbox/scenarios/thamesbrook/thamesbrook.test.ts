import { expect, test } from 'vitest'
import { readWorld } from '../../world-mistakes.ts'
import { answersTo } from './answers.ts'
import { members } from './people.ts'
import { sessions } from './sessions.ts'
import { thamesbrook } from './world.ts'

test('Thamesbrook is a world without mistakes: a Mayor, 45 councillors, four co-opted Members and six officers', () => {
  expect(readWorld(thamesbrook)).toMatchObject({ ok: true })
  const kinds = Object.groupBy(thamesbrook.register.members, ({ kind }) => kind)
  expect([kinds.mayor, kinds.councillor, kinds['co-optee']].map((each) => each?.length)).toEqual([1, 45, 4])
  expect(thamesbrook.people.filter(({ roles }) => roles)).toHaveLength(6)
  expect(members).toHaveLength(50)
})

test('every telephone number is one that Ofcom keeps for drama, nobody shares one, and none is one of Notify’s own', () => {
  const mobiles = thamesbrook.people.flatMap(({ mobile }) => (mobile ? [mobile.replaceAll(' ', '')] : []))
  expect(mobiles.filter((number) => !/^07700900\d{3}$/.test(number))).toEqual([])
  expect(new Set(mobiles).size).toBe(mobiles.length)
  expect(mobiles.filter((number) => /(000|111|222|002|003)$/.test(number))).toEqual([])
  const landlines = thamesbrook.people.flatMap(({ landline }) => (landline ? [landline] : []))
  expect(landlines.filter((number) => !/^(01632 960 \d{3}|020 7946 0\d{3})$/.test(number))).toEqual([])
})

test.each(sessions.map((session, number) => ({ session, number, name: `${session.subject}, ${session.start}` })))(
  'the answers to $name come out as the story has them',
  ({ session, number }) => {
    const answers = answersTo(session, number)
    const last = new Map(answers.toSorted((one, other) => one.at.localeCompare(other.at)).map(({ person, answer }) => [person, answer]))
    const count = (wanted: string) => [...last.values()].filter((answer) => answer === wanted).length
    expect({ accept: count('accept'), tentativelyAccept: count('tentativelyAccept'), decline: count('decline') }).toEqual(session.counts)
    for (const [person, answer] of Object.entries(session.named)) expect(last.get(person) ?? 'none').toBe(answer)
    expect(answers.filter(({ person }) => !session.to.people.includes(person))).toEqual([])
    expect(answers.filter(({ at }) => at <= session.invitedAt)).toEqual([])
  },
)
