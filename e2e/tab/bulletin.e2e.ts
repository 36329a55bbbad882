import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

test.concurrent('C4.2 an officer rewords, reorders and leaves out; each is kept, and release is the only filled button', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'officer-arranging', sub: 'bulletin' })
  await tab.getByLabel('Opening words').fill('Two new dates.')
  await tab.getByRole('button', { name: 'Move down: New' }).click()
  await tab.getByRole('checkbox', { name: 'Elsewhere' }).click()
  await tab.getByRole('button', { name: 'Edit: New' }).click()
  await tab.getByRole('checkbox', { name: 'Talking to the press, and when not to' }).click()
  await tab.getByText('Saved.').waitFor()
  const sent = JSON.parse(answers().get('issue') ?? '{}') as {
    opening: string
    sections: { id: string; on: boolean; leftOut: string[] }[]
  }
  expect(sent.opening).toBe('Two new dates.')
  expect(sent.sections.slice(0, 3)).toMatchObject([
    { id: 'sessions', on: true },
    { id: 'new', leftOut: ['course~press'] },
    { id: 'external', on: false },
  ])
  await tab.getByRole('button', { name: 'Release for Thursday 4pm' }).click()
  await tab.getByRole('button', { name: 'Take back' }).click()
  await tab.getByRole('button', { name: 'Release for Thursday 4pm' }).waitFor()
  await close()
})

test.concurrent('C4.2 who saw something older is told, and shown what there is', async ({ expect }) => {
  const { tab, close } = await preview.visit({ as: 'officer-bulletin-stale', sub: 'bulletin' })
  await tab.getByRole('checkbox', { name: 'Elsewhere' }).click()
  await tab.getByText('Somebody has changed this issue since you looked').waitFor()
  await tab.getByRole('checkbox', { name: 'Elsewhere', checked: true }).waitFor()
  await expect.poll(async () => tab.getByLabel('Opening words').inputValue()).toBe('What somebody else wrote.')
  await tab.getByLabel('Opening words').fill('Mine.')
  await tab.getByLabel('Opening words').blur()
  await expect.poll(async () => tab.getByLabel('Opening words').inputValue()).toBe('What somebody else wrote.')
  await close()
})

test.concurrent('C4.1 an officer is told of an issue that never left', async () => {
  const { tab, close } = await preview.visit({ as: 'officer-bulletin-lapsed', sub: 'bulletin' })
  await tab.getByText('The issue due on Thursday 8 October was not sent.').waitFor()
  await tab.getByText('Nobody released it within twelve hours of its time.').waitFor()
  await close()
})

test.concurrent('C4.5 an item for the bulletin is asked only what its kind has, and told what is missing', async () => {
  const { tab, close } = await preview.visit({ as: 'officer-noticing', sub: 'notices' })
  await tab.getByRole('button', { name: 'Add an item' }).click()
  await tab.getByRole('button', { name: 'Add', exact: true }).click()
  await tab.getByText('Give it a title.').waitFor()
  await tab.getByLabel('What it is', { exact: true }).selectOption('own-time')
  expect(await tab.getByLabel('What it costs').count()).toBe(0)
  await tab.getByLabel('Title').fill('Slides: chairing')
  await tab.getByLabel('Instead of a session').selectOption('s-chairing')
  await tab.getByRole('button', { name: 'Add', exact: true }).click()
  await tab.getByRole('heading', { name: 'Slides: chairing' }).waitFor()
  await close()
})

test.concurrent('an item without a title is not added, and focus is where it is to be written', async ({ expect }) => {
  const { tab, answers, close } = await preview.visit({ as: 'officer', sub: 'notices' })
  await tab.getByRole('button', { name: 'Add an item' }).click()
  await tab.getByRole('button', { name: 'Add', exact: true }).click()
  await tab.getByText('Give it a title.').waitFor()
  const title = tab.getByLabel('Title', { exact: true })
  await expect.poll(async () => title.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(answers().size).toBe(0)
  await close()
})

test.concurrent('C4.4 an item with limited places is taken out at the second press, and focus is where one goes on', async ({ expect }) => {
  const { tab, answers, close } = await preview.visit({ as: 'officer', sub: 'notices' })
  const focused = tab.locator(':focus')
  const opener = tab.getByRole('button', { name: 'Take out: Reading a council budget' })
  await opener.press('Enter')
  await expect.poll(async () => focused.textContent()).toBe('Leave it in')
  await focused.press('Enter')
  await expect.poll(async () => focused.getAttribute('aria-label')).toBe('Take out: Reading a council budget')
  expect(answers().has('taken-out')).toBe(false)
  await opener.press('Enter')
  await tab.getByRole('button', { name: 'Yes, take it out and write to 4 Members' }).press('Enter')
  await tab.getByText('“Reading a council budget” is taken out.').waitFor()
  expect(answers().has('taken-out')).toBe(true)
  await expect.poll(async () => focused.count()).toBe(1)
  await close()
})

test.concurrent('C2.1 an answer chosen in the email is given when it is confirmed, and not by opening the link', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'member-from-email', sub: 'my-session/s-chairing?answer=accepted' })
  const confirm = tab.getByRole('button', { name: 'Confirm: Accept' })
  await confirm.waitFor()
  expect(answers().size).toBe(0)
  await confirm.click()
  await tab.getByText('You accepted').first().waitFor()
  expect(answers().get('s-chairing')).toBe('accepted')
  await close()
})

test('C4.2 an officer sends herself a test, as the Member whom she is looking at', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'officer-testing', sub: 'bulletin' })
  await tab.getByRole('button', { name: 'Send me a test' }).click()
  await tab.getByText('On its way to hannah.brightwell@thamesbrook.example.').waitFor()
  expect(JSON.parse(answers().get('test') ?? '{}')).toEqual({ memberId: 'm-3' }) // the first by surname
  await close()
})

test('C4.17 whom an issue could not be delivered to is told first, with what to do', async () => {
  const { tab, close } = await preview.visit({ as: 'officer', sub: 'bulletin/issue-2026-w41' })
  await tab.getByText('This issue could not be delivered to 2 addresses.').waitFor()
  await tab.getByText('Ask each of them whether the address is right').waitFor()
  await tab.getByRole('listitem').filter({ hasText: 'Cllr Simon Quarrie, simon.quarrie@thamesbrook.example' }).waitFor()
  await tab.getByRole('row', { name: /Cllr Simon Quarrie Could not be delivered/ }).waitFor()
  await close()
})
