import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

test.concurrent('an administrator reads that everything works, has it tried again, and is told that it was', async () => {
  const shown = await preview.visit({ as: 'administrator', width: 390 })
  await shown.tab.getByRole('link', { name: 'Health' }).click()
  await shown.tab.getByText('Everything works.', { exact: true }).waitFor()
  await shown.tab.getByText('Refused, as it must be. Tried at 12:05am.').waitFor()
  await shown.tab.getByRole('button', { name: 'Check now' }).click()
  await shown.tab.getByRole('status').filter({ hasText: 'Checked just now.' }).waitFor()
  await shown.tab.getByText('Refused, as it must be. Tried at 2:10pm.').waitFor()
  await shown.close()
})

test.concurrent('what needs somebody stands first, with what to do, and a check that could not be made says so', async () => {
  const shown = await preview.visit({ as: 'administrator-trouble', sub: 'health' })
  await shown.tab.getByText(/^\d+ things need you\.$/).waitFor()
  const headings = await shown.tab.getByRole('heading', { level: 2 }).allTextContents()
  expect(headings.slice(0, 2)).toEqual(['What needs you', 'Good to know'])
  await shown.tab.getByText('Quorate can read kofi.marsden@thamesbrook.example, which must be closed to it.').waitFor()
  await shown.tab.getByRole('button', { name: 'Check now' }).click()
  await shown.tab.getByRole('status').filter({ hasText: 'We could not reach Quorate, and do not know whether it was checked.' }).waitFor()
  await shown.close()
})

test.concurrent('of a council set up a moment ago the page says what is not known yet', async () => {
  const shown = await preview.visit({ as: 'administrator-empty', sub: 'health' })
  await shown.tab.getByText(/^None yet\. Quorate reads the calendars of those/).waitFor()
  await shown.tab.getByText('Nobody has tried yet. Press “Check now”.').waitFor()
  await shown.close()
})

test.concurrent('whoever is no administrator is told that it is not open to them', async () => {
  for (const as of ['officer', 'member']) {
    const shown = await preview.visit({ as, sub: 'health' })
    await shown.tab.getByText('This part of Quorate is not open to you').waitFor()
    expect(await shown.tab.getByRole('button', { name: 'Check now' }).count()).toBe(0)
    await shown.close()
  }
})
