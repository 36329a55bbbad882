import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

const sub = 'session/s-planning/details'

test.concurrent('C1.5 C3.5 an officer puts down what an appointment cannot say, one question after another', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning' })
  const saved = shown.tab.getByRole('status').getByText('Saved: the details of this session.')
  await shown.tab.getByRole('link', { name: 'Details' }).click()
  await shown.tab.getByRole('textbox', { name: 'Aims and objectives' }).fill('Give reasons that stand up.')
  await shown.tab.getByRole('combobox', { name: 'For', exact: true }).selectOption('A committee')
  await shown.tab.getByRole('button', { name: 'Add another cost' }).click()
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByText('Choose the committee.').waitFor()
  await shown.tab.getByText('Write the sum in pounds, such as 850 or 42.50.').waitFor()
  expect(shown.answers().has('details')).toBe(false)

  await shown.tab.getByRole('combobox', { name: 'Which committee' }).selectOption('Planning Committee')
  await shown.tab.getByRole('button', { name: 'Take out this cost' }).click()
  await shown.tab.getByRole('checkbox', { name: 'Licensing Committee training' }).check()
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Planning: making sound decisions' }).waitFor()
  await saved.waitFor()
  expect(JSON.parse(shown.answers().get('details') ?? '{}')).toMatchObject({
    version: 2,
    aims: 'Give reasons that stand up.',
    audience: { kind: 'committee', committee: 'Planning Committee' },
    meets: ['planning', 'licensing'],
    capacity: 30,
  })
  await shown.tab.getByRole('link', { name: 'Programme' }).first().click()
  await shown.tab.getByRole('link', { name: 'Planning: making sound decisions', exact: true }).first().click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Planning: making sound decisions' }).waitFor()
  await shown.page.waitForTimeout(100)
  expect(await saved.count()).toBe(0) // said once
  await shown.close()
})

test.concurrent('what was begun is kept through a look at another page, and when somebody else was faster', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer-stale', sub })
  const aims = shown.tab.getByRole('textbox', { name: 'Aims and objectives' })
  await aims.fill('Not lost')
  await shown.tab.getByRole('link', { name: 'Programme' }).first().click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Programme' }).waitFor()
  await shown.tab.locator('html').evaluate(() => history.back())
  await expect.poll(() => aims.inputValue()).toBe('Not lost')
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByText('Somebody else has changed these details since you looked').waitFor()
  expect(await aims.inputValue()).toBe('Not lost')
  await shown.tab.getByRole('button', { name: 'See what is there now' }).click()
  await expect.poll(() => aims.inputValue()).toMatch(/^Say what makes/)
  await shown.close()
})

test.concurrent('C1.7 C3.6 what the rulebook no longer has is shown, holds back nothing else, and can be taken out', async () => {
  const shown = await preview.visit({ as: 'officer-outgrown', sub })
  const gone = shown.tab.getByRole('checkbox', { name: 'site visits (no longer in the council’s rulebook)' })
  await shown.tab.getByText('One of these is no longer in the council’s rulebook. Take it out.').waitFor()
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByText('Some answers need putting right. They are marked below.').waitFor()
  expect(shown.answers().has('details')).toBe(false)
  await gone.uncheck()
  const audience = shown.tab.getByRole('combobox', { name: 'For', exact: true })
  await audience.selectOption('')
  expect(await audience.isVisible()).toBe(true)
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Planning: making sound decisions' }).waitFor()
  const saved = JSON.parse(shown.answers().get('details') ?? '{}')
  expect(saved).toMatchObject({ meets: ['planning'] })
  expect(saved).not.toHaveProperty('audience')
  await shown.close()
})

test.concurrent('C1.7 of a seminar nobody is offered to narrow whom it is for; of another session they are', async () => {
  const seminar = await preview.visit({ as: 'officer-seminar', sub })
  await seminar.tab.getByText('Sessions of this kind are for all Members, and nobody may narrow that.').waitFor()
  expect(await seminar.tab.getByRole('combobox', { name: 'For', exact: true }).count()).toBe(0)
  await seminar.close()
  const other = await preview.visit({ as: 'officer', sub })
  await other.tab.getByRole('combobox', { name: 'For', exact: true }).waitFor()
  expect(await other.tab.getByText('nobody may narrow that').count()).toBe(0)
  await other.close()
})
