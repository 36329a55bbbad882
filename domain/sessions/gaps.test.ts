import { expect, test } from 'vitest'
import { gapKinds, gapsIn } from './gaps.ts'

const whole = { aims: 'Keep order', record: { functions: 'Chairing', implements: 'Dana', monitors: 'Head', evaluates: 'Panel' } }

test('C1.9 C1.10 C1.12 of a session of which nothing is put down everything is missing, and of a whole one nothing', () => {
  expect(gapsIn({})).toEqual(gapKinds)
  expect(gapsIn(whole)).toEqual([])
})

test('C1.10 a priority or a function is link enough', () => {
  const { functions: _none, ...record } = whole.record
  expect(gapsIn({ ...whole, record })).toEqual(['serves'])
  expect(gapsIn({ ...whole, record: { ...record, priorities: ['homes'] } })).toEqual([])
  expect(gapsIn({ ...whole, record: { ...record, priorities: [] } })).toEqual(['serves'])
})

test.each(['implements', 'monitors', 'evaluates'] as const)('C1.12 without whoever %s it, that is missing', (name) => {
  expect(gapsIn({ ...whole, record: { ...whole.record, [name]: ' ' } })).toEqual([name])
})

test('C1.9 spaces are no objective', () => {
  expect(gapsIn({ ...whole, aims: '  ' })).toEqual(['aims'])
})
