import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

test('C4.18 an officer marks an event, and chooses what of it is shared', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'officer', sub: 'session/s-planning/details' })
  await tab.getByRole('checkbox', { name: 'It may be shared with the council’s partners' }).click()
  await tab.getByRole('checkbox', { name: 'Where it is' }).click()
  await tab.getByLabel('How to book, and through whom').fill('Write to learning@thamesbrook.example.')
  await tab.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => answers().get('details')).toBeDefined()
  const sent = JSON.parse(answers().get('details') ?? '{}') as { partners?: unknown }
  expect(sent.partners).toEqual({ facts: ['when', 'purpose', 'booking'], booking: 'Write to learning@thamesbrook.example.' })
  await close()
})

test('C4.18 nothing goes at the first press; the second sends what was read', async () => {
  const { tab, answers, close } = await preview.visit({ as: 'officer', sub: 'session/s-planning/partners' })
  await tab.getByRole('button', { name: 'Send 2 emails' }).dblclick()
  expect(answers().has('shared')).toBe(false)
  await tab.getByText('Send 2 emails? It cannot be taken back.').waitFor()
  const focused = tab.locator(':focus')
  await expect.poll(async () => focused.textContent()).toBe('Not yet')
  await focused.press('Enter')
  await expect.poll(async () => focused.textContent()).toBe('Send 2 emails')
  await tab.getByRole('button', { name: 'Send 2 emails' }).click()
  await tab.getByRole('button', { name: 'Yes, send' }).click()
  await tab.getByText('Partners know all of this already.').waitFor()
  await tab.getByText('1 email sent, not sent to training@riverhealth.example').waitFor()
  expect(JSON.parse(answers().get('shared') ?? '{}')).toEqual({ number: 1, seen: 'seen-1' })
  await close()
})

test('C4.18 words that name a Member cannot be sent, and what changed meanwhile is not sent', async () => {
  const named = await preview.visit({ as: 'officer-names', sub: 'session/s-planning/partners' })
  await named.tab.getByText('These words name Cllr Maureen Tadworth').waitFor()
  expect(await named.tab.getByRole('button', { name: /^Send/ }).count()).toBe(0)
  await named.close()
  const stale = await preview.visit({ as: 'officer-stale', sub: 'session/s-planning/partners' })
  await stale.tab.getByRole('button', { name: 'Send 2 emails' }).click()
  await stale.tab.getByRole('button', { name: 'Yes, send' }).waitFor()
  await stale.tab.locator('body').evaluate((body) => body.ownerDocument.dispatchEvent(new Event('visibilitychange')))
  await stale.tab.getByRole('heading', { name: 'Planning: another title' }).waitFor() // the page was read anew between the presses
  await stale.tab.getByRole('button', { name: 'Yes, send' }).click()
  await stale.tab.getByText('Something has changed since you read this. Nothing has been sent.').waitFor()
  expect(JSON.parse(stale.answers().get('refused') ?? '{}')).toEqual({ number: 1, seen: 'seen-1' })
  await stale.close()
})
