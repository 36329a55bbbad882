import { expect, test } from 'vitest'
import type { Bulletin } from '../../../api/contracts/bulletin.ts'
import type { Answer } from '../../api/answer.ts'
import { createEditing, type IssueView, type Told } from './editing.ts'

const issue: IssueView = {
  issueId: 'issue-2026-w42',
  number: 23,
  dueAt: '2026-10-15T15:00:00Z',
  state: 'draft',
  sections: [],
  warnings: [],
  seen: 'seen-0',
}
const saying = (opening: string, seen = issue.seen): IssueView => ({ ...issue, opening, seen })
const silent: Answer<Bulletin> = { kind: 'unreachable' }
const stale: Answer<Bulletin> = { kind: 'refused', problem: { type: 'about:blank', title: 'Changed since you looked', status: 412 } }

/** An API that takes what it is sent, unless told otherwise; each thing asked of it as a line. */
function setUp(...answers: readonly Answer<Bulletin>[]) {
  const left = [...answers]
  const asked: string[] = []
  const told: Told[] = []
  let version = 0
  async function ask(what: string, { opening }: IssueView, seen: string): Promise<Answer<Bulletin>> {
    asked.push(`${what} ${opening ?? ''} on ${seen}`)
    await Promise.resolve()
    const answer = left.shift()
    if (answer) return answer
    version += 1
    const value = { now: '', name: '', members: 0, readers: [], past: [], issue: { ...issue, seen: `seen-${version}` } }
    return { kind: 'ok', value }
  }
  const editing = createEditing({
    put: async (next, seen) => ask('put', next, seen),
    post: async (next, what, seen) => ask(what, next, seen),
    told: (now) => void told.push(now),
  })
  const settled = async () => new Promise((resolve) => setTimeout(resolve, 0))
  return { ...editing, asked, settled, last: () => told.at(-1), told }
}

test('C4.2 changes go in their order, each on what the one before it left; what is waiting goes as it has become', async () => {
  const { change, asked, settled, last } = setUp()
  change(saying('One'))
  await settled()
  change(saying('Two', 'seen-1'))
  change(saying('Three', 'seen-1'))
  await settled()
  expect(asked).toEqual(['put One on seen-0', 'put Three on seen-1'])
  expect(last()).toEqual({ kind: 'saved', edited: undefined })
})

test('C4.2 a change made while one is under way goes after it, on what that one left', async () => {
  const { change, asked, settled, last } = setUp()
  change(saying('One'))
  await Promise.resolve()
  await Promise.resolve()
  change(saying('Two'))
  await settled()
  expect(asked).toEqual(['put One on seen-0', 'put Two on seen-1'])
  expect(last()).toMatchObject({ kind: 'saved', edited: undefined, value: { issue: { seen: 'seen-2' } } })
})

test('C4.2 what could not be sent is still shown, and goes before a release: nothing is released without it', async () => {
  const { change, release, asked, settled, last } = setUp(silent)
  change(saying('Mine'))
  await settled()
  expect(last()).toMatchObject({ kind: 'trouble', edited: { opening: 'Mine' } })
  release(saying('Mine', 'seen-of-somebody-else'))
  await settled()
  expect(asked).toEqual(['put Mine on seen-0', 'put Mine on seen-0', 'release Mine on seen-1'])
  expect(last()).toMatchObject({ kind: 'saved', edited: undefined })
})

test('C4.2 what could not be sent before an issue was released is not said to be saved when it is taken back', async () => {
  const { change, takeBack, asked, settled, last } = setUp(silent)
  change(saying('Mine'))
  await settled()
  takeBack({ ...issue, state: 'released' })
  await settled()
  expect(asked).toEqual(['put Mine on seen-0', 'take-back  on seen-0'])
  expect(last()).toMatchObject({ kind: 'saved', edited: undefined })
})

test('C4.2 nothing is released while a change cannot be sent', async () => {
  const { change, release, asked, settled, last } = setUp(silent, silent)
  change(saying('Mine'))
  release(saying('Mine'))
  await settled()
  expect(asked).toEqual(['put Mine on seen-0', 'put Mine on seen-0'])
  expect(last()).toMatchObject({ kind: 'trouble', edited: { opening: 'Mine' } })
})

test('C4.2 what is refused is not shown any more, and nothing that waited behind it is done', async () => {
  const { change, release, takeBack, asked, settled, last } = setUp(stale)
  change(saying('Mine'))
  change(saying('Mine too'))
  release(saying('Mine too'))
  await settled()
  expect(asked).toEqual(['put Mine too on seen-0'])
  expect(last()).toMatchObject({ kind: 'trouble', edited: undefined, trouble: { kind: 'refused' } })
  change(saying('Again', 'seen-9'))
  await settled()
  takeBack(saying('Again', 'seen-1'))
  await settled()
  expect(asked.slice(1)).toEqual(['put Again on seen-9', 'take-back Again on seen-1'])
})
