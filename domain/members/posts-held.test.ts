import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { heldAfter, postsHeldOn } from './posts-held.ts'

const [planning, licensing] = ['Member, Planning Committee', 'Chair, Licensing Committee']
const on = day('2026-09-17')

test('C5.1 a post that the register newly names is held from the day of its reading, and one it names no more until the day before', () => {
  const held = heldAfter({ posts: [planning] }, [licensing], on)
  expect(held).toEqual([
    { post: planning, to: day('2026-09-16') },
    { post: licensing, from: on },
  ])
  const heldOn = (date: string) => postsHeldOn({ posts: [licensing], ...(held ? { held } : {}) }, day(date)).map(({ post }) => post)
  expect([heldOn('2026-09-16'), heldOn('2026-09-17')]).toEqual([[planning], [licensing]])
})

test('C5.1 a post that is given up and taken again is held twice', () => {
  const given = { posts: [], held: [{ post: planning, from: day('2026-05-20'), to: day('2026-09-16') }] }
  expect(heldAfter(given, [planning], on)).toEqual([...given.held, { post: planning, from: on }])
})

test('C5.1 reading the same again changes nothing, and of a first reading nobody knows since when', () => {
  const held = [{ post: planning, from: day('2026-05-20') }]
  expect(heldAfter({ posts: [planning], held }, [planning], on)).toBe(held)
  expect(heldAfter({ posts: [planning] }, [planning], on)).toBeUndefined()
  expect(heldAfter(undefined, [planning], on)).toBeUndefined()
  expect(postsHeldOn({ posts: [planning] }, day('2020-01-01'))).toEqual([{ post: planning }])
})
