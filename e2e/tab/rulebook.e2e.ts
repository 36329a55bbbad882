import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

const sub = 'rulebook'

test.concurrent('an administrator sees in plain words what a change does before she can apply it, says why, and from when', async () => {
  const shown = await preview.visit({ as: 'officer-sets-up', sub })
  const minimum = shown.tab.getByRole('textbox', { name: 'Fewest Members' })
  await minimum.fill('500')
  await shown.tab.getByText('was 6').waitFor()
  await shown.tab.getByRole('button', { name: 'Show what this changes' }).click()
  await shown.tab.getByText('This is too large. Choose 100 or less.').waitFor()
  expect(await minimum.getAttribute('aria-invalid')).toBe('true')

  await minimum.fill('5')
  expect(await shown.tab.getByRole('button', { name: /^Apply/ }).count()).toBe(0)
  await shown.tab.getByLabel('First day by the new rules').fill('2026-10-19')
  await shown.tab.getByRole('button', { name: 'Show what this changes' }).click()
  await shown.tab.getByText(/fewer than 5 Members coming instead of with fewer than 6/).waitFor()
  await shown.tab.getByText(/1 session would no longer have too few/).waitFor()

  await shown.tab.getByRole('button', { name: 'Apply from Monday 19 October' }).click()
  await shown.tab.getByText('Say why, in a few words.').waitFor()
  expect(shown.answers().has('rulebook')).toBe(false)
  await shown.tab.getByRole('textbox', { name: 'Why' }).fill('Agreed by the working group')
  await shown.tab.getByRole('button', { name: 'Apply from Monday 19 October' }).click()
  await shown.tab.getByText('The new rules are written down.').waitFor()
  expect(JSON.parse(shown.answers().get('rulebook') ?? '{}')).toMatchObject({
    seen: 2,
    rules: { kind: 'settings', rulebook: { minimum: { members: 5 } } },
    startsOn: '2026-10-19',
    why: 'Agreed by the working group',
  })
  const toCome = 'These are the rules of version 3, which begins on Monday 19 October 2026. Until then version 2 is in force.'
  await shown.tab.getByText(toCome).waitFor()
  await shown.close()
})

test.concurrent(
  'whether a change was written when no answer came is seen in the versions, which are read again; a preview changes nothing',
  async () => {
    const shown = await preview.visit({ as: 'officer-sets-up', sub })
    await shown.tab.getByRole('textbox', { name: 'Fewest Members' }).fill('5')
    const show = shown.tab.getByRole('button', { name: 'Show what this changes' })
    await shown.page.route('**/api/rulebook/preview', async (route) => route.abort())
    await show.click()
    await shown.tab.getByText('Quorate did not answer, and nothing has been changed. Try again in a moment.').waitFor()
    await shown.page.unroute('**/api/rulebook/preview')
    await show.click()
    await shown.tab.getByRole('textbox', { name: 'Why' }).fill('Agreed')
    await shown.page.route('**/api/rulebook', async (route) => {
      if (route.request().method() === 'GET') return route.continue()
      await route.fetch()
      return route.abort()
    })
    await shown.tab.getByRole('button', { name: 'Apply now' }).click()
    await shown.tab.getByText('Look at the versions below before you try again.').waitFor()
    await shown.tab.getByRole('heading', { name: 'Version 3: in force' }).waitFor()
    await shown.close()
  },
)

test.concurrent(
  'what was begun is kept through a look at another page and applied by nothing but its button; the slower of two is told what changed',
  async ({ expect }) => {
    const shown = await preview.visit({ as: 'officer-sets-up-stale', sub })
    const minimum = shown.tab.getByRole('textbox', { name: 'Fewest Members' })
    await minimum.fill('5')
    await shown.tab.getByRole('link', { name: 'Members' }).first().click()
    await shown.tab.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
    expect(shown.answers().has('rulebook')).toBe(false)
    await shown.tab.locator('html').evaluate(() => history.back())
    await expect.poll(() => minimum.inputValue()).toBe('5')
    await shown.tab.getByRole('button', { name: 'Show what this changes' }).click()
    await shown.tab.getByRole('textbox', { name: 'Why' }).fill('Agreed')
    await shown.tab.getByRole('button', { name: 'Apply now' }).click()
    await shown.tab.getByText('Somebody else has changed the rulebook since you looked').waitFor()
    await shown.tab.getByText('They changed:').waitFor()
    await shown.tab.getByRole('button', { name: 'Go on from their version' }).click()
    await shown.tab.getByRole('button', { name: 'Show what this changes' }).waitFor()
    expect(await minimum.inputValue()).toBe('5')
    await shown.close()
  },
)

test.concurrent('an officer reads the rules and can change none', async () => {
  const shown = await preview.visit({ as: 'officer', sub })
  await shown.tab.getByText('Put a session to officers when fewer than 6 Members are coming.').waitFor()
  await shown.tab.getByText(/ is asked: \d+\. The first is \d+ working days before the review, at 10am\.$/).waitFor()
  await shown.tab.getByText(/^Look at the numbers 5 working days before, at 9am\.$/).waitFor()
  await shown.tab.getByRole('heading', { name: 'Versions' }).waitFor()
  await shown.tab.getByRole('button', { name: 'Versions (2)' }).click()
  expect(await shown.tab.getByRole('textbox').count()).toBe(0)
  expect(await shown.tab.getByRole('button', { name: /Go back|Apply|Show/ }).count()).toBe(0)
  await shown.close()
})

/** What a screen reader would call the thing that has focus. */
async function focused({ tab }: Awaited<ReturnType<typeof preview.visit>>): Promise<string | null> {
  return tab
    .locator(':focus')
    .evaluate((element) => element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? null)
}

test.concurrent(
  'C4.16 a room is added in a form by the keyboard, what is wrong is said beside its field, and the change is told before it applies',
  async ({ expect }) => {
    const shown = await preview.visit({ as: 'officer-sets-up', sub })
    const { tab, page } = shown
    await tab.getByRole('button', { name: 'Open the list: rooms' }).press('Enter')
    const rooms = tab.getByRole('group', { name: 'Rooms' })
    await rooms.getByRole('button', { name: 'Add a room' }).press('Enter')
    await expect.poll(() => focused(shown)).toBe('Name')
    await page.keyboard.type('Committee Room 1')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(shown)).toBe('How many it holds')
    await rooms.getByText('This is to be a whole number. Write it in figures.').waitFor()
    await page.keyboard.type('30')
    await rooms.getByRole('combobox', { name: 'Steps' }).selectOption('It is step-free')
    await page.keyboard.press('Tab')
    await rooms.getByRole('button', { name: 'Done: New: a room' }).press('Enter')
    await expect.poll(() => focused(shown)).toBe('Change: Committee Room 1')
    await rooms.getByText('holds 30').waitFor()

    await tab.getByRole('link', { name: 'Members' }).first().click()
    await tab.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
    await tab.locator('html').evaluate(() => history.back())
    await rooms.getByRole('button', { name: 'Take away: Committee Room 1' }).press('Enter')
    await rooms.getByRole('status').getByText('“Committee Room 1” is taken away.').waitFor()
    await expect.poll(() => focused(shown)).toBe('Put back: Committee Room 1')
    await tab.getByText('Nothing yet. Change a word or a number').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(shown)).toBe('Change: Committee Room 1')

    await tab.getByRole('button', { name: 'Show what this changes' }).click()
    await tab.getByText('Rooms: “Committee Room 1” is added: holds 30; is booked at no address; is step-free').waitFor()
    await tab.getByRole('textbox', { name: 'Why' }).fill('The new wing is open')
    await tab.getByRole('button', { name: 'Apply now' }).click()
    await tab.getByText('The new rules are written down.').waitFor()
    const sent = JSON.parse(shown.answers().get('rulebook') ?? '{}')
    expect(sent.rules.rulebook.rooms.register).toEqual([{ name: 'Committee Room 1', capacity: 30, stepFree: true }])
    await rooms.getByText('Committee Room 1').waitFor()
    await shown.close()
  },
)

test.concurrent(
  'what the API refuses of a list is said there, with focus, also where the list was closed; an earlier version is put in force beside it',
  async ({ expect }) => {
    const shown = await preview.visit({ as: 'officer-sets-up', sub })
    const { tab } = shown
    await tab.getByRole('button', { name: 'Open the list: kinds', exact: true }).click()
    await tab.getByRole('button', { name: 'Change: Workshop' }).click()
    await tab.getByRole('button', { name: 'Move up: Workshop' }).press('Enter')
    await tab.getByText('“Workshop” is now number 3 of 17.').waitFor({ state: 'attached' })
    await expect.poll(() => focused(shown)).toBe('Move up: Workshop')
    await tab.getByRole('button', { name: 'Take away: Workshop' }).click()
    await tab.getByRole('button', { name: 'Show what this changes' }).click()
    const categories = tab.getByRole('group', { name: 'Categories' })
    await categories.getByText('There is no kind of session "workshop". Choose another, or add it under kinds.').waitFor()
    await expect.poll(() => focused(shown)).toBe('Kind of session')
    await categories.getByRole('combobox', { name: 'Kind of session' }).selectOption('Member briefing')
    await categories.getByRole('button', { name: 'Done: Member workshop' }).click()
    await tab.getByRole('button', { name: 'Show what this changes' }).click()
    await tab.getByText('Kinds of session: “Workshop” is taken away').waitFor()
    await tab.getByText(/“Member workshop” makes an appointment a session of the kind “Member briefing” instead of/).waitFor()

    await tab.getByRole('button', { name: 'Go back to version 1' }).click()
    await tab.getByText('What you had begun is no part of this. It is kept.').waitFor()
    await tab.getByRole('button', { name: 'Back to what I had begun' }).click()
    await tab.getByText('2 settings are different. Nothing is applied yet.').waitFor()

    await tab.getByRole('button', { name: 'Go back to version 1' }).click()
    await tab.getByText(/^Too few coming: .* with fewer than 5 Members coming instead of with fewer than 6/).waitFor()
    await tab.getByRole('button', { name: 'Apply now' }).click()
    await tab.getByText('Say why, in a few words.').waitFor()
    expect(shown.answers().has('rulebook')).toBe(false)
    await tab.getByRole('textbox', { name: 'Why' }).fill('The change did not help')
    await tab.getByRole('button', { name: 'Apply now' }).click()
    await tab.getByText('The new rules are written down.').waitFor()
    expect(JSON.parse(shown.answers().get('rulebook') ?? '{}')).toEqual({
      seen: 2,
      rules: { kind: 'version', version: 1 },
      why: 'The change did not help',
    })
    await tab.getByRole('heading', { name: 'Version 3: in force' }).waitFor()
    await tab.getByRole('button', { name: 'Go back to version 2' }).waitFor()
    await tab.getByText('2 settings are different. Nothing is applied yet.').waitFor() // what was begun before is there still
    await shown.close()
  },
)
