import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

const mine = 'my-places/offer-notice-n-weekend'
const officers = 'places/offer-notice-n-weekend'
let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

test('C4.4 a Member expresses interest and withdraws, and finds it from her training', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'member-places', sub: 'my-training' })
  await tab.getByText('Express interest by Tuesday 27 October 2026, 6pm.').waitFor()
  await tab.getByRole('link', { name: 'See the places: Leadership weekend' }).click()
  await tab.getByText('Places go first to Members whose post needs it most').waitFor()
  await tab.getByRole('heading', { name: 'How the ballot can be checked' }).waitFor()
  expect(await tab.getByText(/[0-9a-f]{64}/).count()).toBe(0)
  await tab.getByRole('button', { name: 'Show the code' }).click()
  await tab.getByText(/^[0-9a-f]{64}$/).waitFor()
  await tab.getByRole('button', { name: 'Express interest' }).click()
  await tab.getByText('You have said that you would like a place.').waitFor()
  await tab.getByRole('button', { name: 'Withdraw' }).click()
  await tab.getByText('You have withdrawn. You can change your mind.').waitFor()
  expect(answers().get('interested')).toBe('false')
  await close()
})

test('C4.4 on a phone how places are given is said in full, and the row of pages shows where one is', async () => {
  const { page, tab, close } = await preview.visit({ as: 'officer', sub: officers, width: 390 })
  await tab.getByRole('combobox', { name: 'How places are given' }).selectOption('not-had-one.role-need.ballot')
  await tab.getByText('Chosen: those without a limited place this year, then need for a post, then a ballot.').waitFor()
  const here = tab.getByRole('navigation', { name: 'Quorate sections' }).locator('[aria-current=page]')
  expect(await here.textContent()).toContain('Bulletin')
  await page.setViewportSize({ width: 1280, height: 844 })
  await tab.getByText(/^Chosen:/).waitFor({ state: 'detached' }) // the list itself shows it there
  await close()
})

test('C4.4 late is refused with words, and X27 who holds no such post is told so', async () => {
  const late = await preview.visit({ as: 'member-places-late', sub: mine })
  await late.tab.getByRole('button', { name: 'Express interest' }).click()
  await late.tab.getByText('This closed on Tuesday 27 October 2026, 6pm.').waitFor()
  await late.close()
  const posts = await preview.visit({ as: 'member-places-posts', sub: mine })
  await posts.tab.getByText('These places are only for Members with one of the posts named here.').waitFor()
  expect(await posts.tab.getByRole('button', { name: 'Express interest' }).count()).toBe(0)
  await posts.close()
})

test('C4.4 a place is given up only when she says so twice, and the draw is there to be checked', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'member-places-given', sub: mine })
  await tab.getByText('You were drawn 1st.').waitFor()
  const focused = tab.locator(':focus')
  await tab.getByRole('button', { name: 'Give up my place' }).dblclick()
  await tab.getByText('Your place goes to the next Member on the reserve list.').waitFor()
  expect(answers().size).toBe(0)
  await expect.poll(async () => focused.textContent()).toBe('Keep it as it is')
  await focused.press('Enter')
  await expect.poll(async () => focused.textContent()).toBe('Give up my place')
  await tab.getByRole('button', { name: 'Show the whole draw' }).click()
  await tab.getByText('(Yours)').waitFor()
  await tab.getByRole('button', { name: 'Give up my place' }).click()
  await tab.getByRole('button', { name: 'Yes, give up my place' }).press('Enter')
  await tab.getByText('You gave this up.').waitFor()
  expect(await focused.count()).toBe(1)
  await close()
})

test('C4.4 X27 an officer states the places, and is told beside the field what is wrong', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'officer-places', sub: officers })
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('Write a number from 1 to 500.').waitFor()
  await tab.getByLabel('How many places').fill('2')
  await tab.getByLabel('Who may have one').selectOption('posts')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('Tick at least one post.').waitFor()
  await tab.getByRole('group', { name: 'Which posts' }).getByRole('checkbox', { name: 'Leader' }).click()
  await tab.getByLabel('How places are given').selectOption('not-had-one.ballot')
  await tab.getByLabel('Last day to express interest').fill('2026-10-27')
  await tab.getByLabel('Until').fill('18:00')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('It opens with the bulletin of Thursday.').waitFor()
  expect(JSON.parse(answers().get('terms') ?? '{}')).toEqual({
    places: 2,
    openTo: { kind: 'posts', posts: ['Leader'] },
    neededFor: [],
    criteria: ['not-had-one', 'ballot'],
    closesAt: '2026-10-27T18:00:00Z',
  })
  await close()
  const wrong = await preview.visit({ as: 'officer-places-wrong', sub: officers })
  await wrong.tab.getByLabel('How many places').fill('2')
  await wrong.tab.getByRole('button', { name: 'Save' }).click()
  await wrong.tab.getByText('Tick at least one post that needs it most, or choose another method.').waitFor()
  await wrong.close()
})

test('C4.4 an officer draws, looks, confirms, and gives a place that came free to the next; all of it is taken away and printed', async () => {
  const { page, tab, answers, close } = await preview.visit({ as: 'officer-places-closed', sub: officers })
  await tab.getByText('Nobody sees who is interested until the draw is made.').waitFor()
  expect(await tab.getByLabel('Last day to express interest').count()).toBe(0)
  expect(await tab.getByRole('button', { name: /^Put down as given up/ }).count()).toBe(0)
  await tab.getByRole('button', { name: 'Make the draw' }).click()
  await tab.getByText('Would have a place. They hold a post that this is most needed for.').waitFor()
  await tab.getByRole('button', { name: 'Give 2 places and write to 4 Members' }).click()
  await tab.getByText('2 of 2 places taken.').waitFor()
  await tab.getByText('Done. We are emailing 4 Members.').waitFor()
  expect(JSON.parse(answers().get('confirmed') ?? '{}')).toEqual({ seen: 'v1', given: ['m-0', 'm-1'] })
  const [first] = await tab.getByRole('button', { name: /^Put down as given up/ }).all()
  await first?.dblclick()
  await tab.getByRole('button', { name: 'Go back' }).press('Enter')
  expect(answers().has('gave-up')).toBe(false)
  await tab.locator(':focus').press('Enter')
  await expect.poll(async () => tab.locator(':focus').textContent()).toBe('Go back')
  await tab.getByRole('button', { name: /^Yes, .* has given up/ }).click()
  await tab.getByRole('button', { name: /^Give the place to / }).waitFor()
  await tab.getByText('Saved. We email them.').waitFor()

  const [download] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Download for Excel' }).click()])
  expect(download.suggestedFilename()).toBe('limited-places-leadership-weekend.csv')
  const rows = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(rows[0]).toBe('\uFEFFOrder,Member,Where it stands,Why')
  expect(rows.slice(1, 5).map((row) => /Has given up|Has a place|Reserve \d/.exec(row)?.[0])).toEqual([
    'Has given up',
    'Has a place',
    'Reserve 1',
    'Reserve 2',
  ])
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => tab.getByText('Seed', { exact: true }).count()).toBe(1) // on paper the whole draw is open
  expect(await tab.getByRole('button').count()).toBe(0)
  expect(await tab.getByRole('textbox').count()).toBe(0)
  await close()
})

test('C4.4 the list of limited places is taken away too, and there is nothing to take where there is none', async () => {
  const { page, tab, close } = await preview.visit({ as: 'officer', sub: 'places' })
  const [download] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Download for Excel' }).click()])
  expect(download.suggestedFilename()).toBe('limited-places.csv')
  await close()
  const empty = await preview.visit({ as: 'officer-empty', sub: 'places' })
  await empty.tab.getByText('Nothing has limited places now.').waitFor()
  expect(await empty.tab.getByRole('button', { name: 'Download for Excel' }).count()).toBe(0)
  await empty.close()
})
