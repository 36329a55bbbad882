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

test.concurrent('whoever comes back at once to what she saved begins on what she saved, before anything is read again', async () => {
  const shown = await preview.visit({ as: 'officer', sub })
  const aims = shown.tab.getByRole('textbox', { name: 'Aims and objectives' })
  const version = () => JSON.parse(shown.answers().get('details') ?? '{}').version
  await aims.fill('First')
  await shown.page.route(/\/details$/, (route) => (route.request().method() === 'GET' ? undefined : route.continue()))
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await shown.tab.getByText('Saved: the details of this session.').waitFor()
  const before = version()
  await shown.tab.getByRole('link', { name: 'Details' }).click()
  await aims.fill('Second')
  await shown.tab.getByRole('button', { name: 'Save the details' }).click()
  await expect.poll(version).toBe(before + 1)
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

test.concurrent('C14.5 C12.9 C12.14 a plan says what speaks against it, and another time is one press away', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer-planned', sub: 'plan?session=s-planning' })
  await shown.tab.getByText('Not like this: This room is not step-free.').waitFor() // checked as it stands, without a press
  await shown.tab.getByText('Think again: It falls on Guru Nanak’s birthday.').waitFor()
  await shown.tab.getByText('Have its publicity checked before anything is announced.').waitFor()
  await shown.tab.getByText('Family and work: not answered yet').waitFor()
  await shown.tab.getByRole('button', { name: /^Take this time: Tuesday 1 December/ }).click()
  await shown.tab.getByText('Nothing that is known speaks against it.', { exact: true }).waitFor()
  expect(await shown.tab.getByLabel('Day', { exact: true }).inputValue()).toBe('2026-12-01')
  expect(JSON.parse(shown.answers().get('plan') ?? '{}')).toMatchObject({
    sessionId: 's-planning',
    startsAt: '2026-12-01T18:00:00Z',
    loopNeeded: true,
  })
  await shown.tab.getByLabel('Until', { exact: true }).fill('17:00')
  await shown.tab.getByText('You have changed something since.').waitFor()
  await shown.tab.getByRole('button', { name: 'Check it' }).click()
  await shown.tab.getByText('It ends before it begins. Choose a later time, or a later day below').waitFor()
  await shown.tab.getByLabel('Ends on').selectOption('The next day, Wednesday 2 December')
  await shown.tab.getByRole('button', { name: 'Check it' }).click()
  await expect.poll(() => JSON.parse(shown.answers().get('plan') ?? '{}').endsAt as unknown).toBe('2026-12-02T17:00:00Z')
  await shown.close()
})

test.concurrent('C14.9 a new plan is asked for its day, and a refusal is said beside its field', async () => {
  const shown = await preview.visit({ as: 'officer-plan-refused', sub: 'programme' })
  await shown.tab.getByRole('link', { name: 'Plan a session' }).click()
  await shown.tab.getByRole('button', { name: 'Check it' }).click()
  await shown.tab.getByText('Choose the day.').waitFor()
  await shown.tab.getByLabel('Day', { exact: true }).fill('2031-12-01')
  await shown.tab.getByLabel('From', { exact: true }).fill('14:00')
  await shown.tab.getByLabel('Until', { exact: true }).fill('16:00')
  await shown.tab.getByRole('button', { name: 'Check it' }).click()
  await shown.tab.getByText('That is more than three years away. Choose a nearer day.').waitFor()
  await shown.close()
})
