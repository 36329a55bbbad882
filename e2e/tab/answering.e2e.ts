import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview, type Tab } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

const phone = { width: 390 }
const answers = ({ tab }: Tab) => tab.getByRole('group', { name: 'Your answer to Chairing a difficult meeting, Thursday 22 October' })
const status = ({ tab }: Tab, words: string | RegExp) => tab.getByRole('status').filter({ hasText: words }).waitFor()

const focused = ({ tab }: Tab) => tab.locator(':focus').first().textContent()

test.concurrent('C2.1 an answer is marked at once, told to Outlook, and counted only when Outlook has it', async () => {
  const shown = await preview.visit({ as: 'member', ...phone })
  const accept = answers(shown).getByRole('button', { name: 'Accept' })
  await accept.click()
  await status(shown, 'Telling Outlook you accepted…')
  expect(await accept.getAttribute('aria-pressed')).toBe('true')
  await shown.tab.getByText('4 of 6 coming.', { exact: true }).waitFor()

  await status(shown, 'You accepted. It is in your Outlook calendar. You can change your answer at any time. 5 of 6 coming.')
  await shown.tab.getByText('5 of 6 coming.', { exact: true }).first().waitFor()
  await shown.tab.getByText('One thing left today. About one minute.').waitFor()
  expect(await accept.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true)
  await shown.close()
})

test.concurrent('C2.1 pressing another answer is the undo', async () => {
  const shown = await preview.visit({ as: 'member', ...phone })
  await answers(shown).getByRole('button', { name: 'Accept' }).click()
  await status(shown, /^You accepted\./)
  await answers(shown).getByRole('button', { name: 'Tentative' }).click()
  await status(shown, 'You said tentative. A yes or no by Thursday at noon would help: tentative is not counted in the six.')
  const pressed = await answers(shown).getByRole('button', { pressed: true }).allTextContents()
  expect(pressed).toEqual(['Tentative'])
  await shown.close()
})

test.concurrent('C14.4 whoever declines is offered the other run in the same card, one tap away', async () => {
  const shown = await preview.visit({ as: 'member', ...phone })
  await answers(shown).getByRole('button', { name: 'Decline' }).click()
  await status(shown, 'You declined. It is off your Outlook calendar and no reminders will come.')
  await shown.tab.getByRole('button', { name: /Accept that one: Tuesday 27 October/ }).click()
  await status(shown, 'You accepted that one. It is in your Outlook calendar.')
  await shown.close()
})

test.concurrent('an answer that Outlook refuses takes its mark back and says what to do', async () => {
  const shown = await preview.visit({ as: 'member-refused', ...phone })
  await answers(shown).getByRole('button', { name: 'Accept' }).click()
  await status(shown, 'Outlook did not take your answer. Please try again, or answer the invitation in Outlook.')
  expect(await answers(shown).getByRole('button', { pressed: true }).count()).toBe(0)
  await shown.close()
})

test.concurrent('an answer that comes too late is refused in words', async () => {
  const shown = await preview.visit({ as: 'member-too-late', ...phone })
  await answers(shown).getByRole('button', { name: 'Accept' }).click()
  await status(shown, 'This session was cancelled. There is nothing to answer any more.')
  await shown.close()
})

test.concurrent('without a signal the answer is kept and sent when there is one again', async () => {
  const shown = await preview.visit({ as: 'member', ...phone })
  await answers(shown).waitFor()
  await shown.page.context().setOffline(true)
  await answers(shown).getByRole('button', { name: 'Accept' }).click()
  await status(shown, /No signal: it is sent as soon as there is one/)
  await shown.page.context().setOffline(false)
  await status(shown, /^You accepted\. It is in your Outlook calendar/)
  await shown.close()
})

test.concurrent('an answer without a signal is sent although she looks at another page meanwhile', async ({ expect }) => {
  const shown = await preview.visit({ as: 'member', ...phone })
  await answers(shown).waitFor()
  await shown.tab.getByRole('link', { name: 'More' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'More' }).waitFor() // both pages are loaded now
  await shown.tab.getByRole('link', { name: 'Training' }).click()
  await answers(shown).waitFor()
  await shown.page.context().setOffline(true)
  await answers(shown).getByRole('button', { name: 'Decline' }).click()
  await status(shown, /No signal: it is sent as soon as there is one, while Quorate is open/)
  await shown.tab.getByRole('link', { name: 'More' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'More' }).waitFor()
  await shown.page.context().setOffline(false)
  await expect.poll(() => shown.answers().get('s-chairing'), { timeout: 15_000 }).toBe('declined')
  await shown.close()
})

test.concurrent('while Outlook is out of reach, what was known is told with its time, and answers wait to be sent', async () => {
  const shown = await preview.visit({ as: 'member-outlook-down', ...phone })
  await shown.tab.getByText('We cannot reach Outlook just now').waitFor()
  await shown.tab.getByText('Nothing is lost. This is what we knew at 9:15am today. You can answer here, or in Outlook itself.').waitFor()
  await shown.tab.getByRole('heading', { name: 'Waiting to be sent' }).waitFor()
  await shown.tab.getByText('4 of 6 were coming at 9:15am.').waitFor()
  await status(shown, 'You accepted at 9:58am. We will tell Outlook as soon as we can reach it.')
  await shown.tab.getByRole('button', { name: 'Change your answer: Chairing a difficult meeting' }).click()
  await answers(shown).getByRole('button', { name: 'Decline' }).waitFor()
  await shown.close()
})

test.concurrent('C1.21 after a move the old answer is shown and a new one asked for', async () => {
  const shown = await preview.visit({ as: 'member-moved', ...phone })
  await status(shown, 'This has moved. You accepted the old time. Still coming?')
  await shown.close()
})

test.concurrent('C3.10 a cancelled session shows the officer’s words and the other run, and asks nothing', async () => {
  const shown = await preview.visit({ as: 'member-moved', sub: 'my-session/s-cancelled', ...phone })
  await shown.tab.getByText(/Too few could come on Thursday/).waitFor()
  expect(await shown.tab.getByRole('group', { name: /Your answer/ }).count()).toBe(0)
  await shown.tab.getByRole('button', { name: /Accept that one: Monday 19 October/ }).waitFor()
  await shown.close()
})

test.concurrent('C2.3 of more than three invitations the first is open and the others are rows that open', async ({ expect }) => {
  const shown = await preview.visit({ as: 'member-many', ...phone })
  await answers(shown).waitFor()
  expect(await shown.tab.getByRole('group', { name: /Your answer/ }).count()).toBe(1)
  await shown.tab.getByRole('button', { name: /Thursday 29 October, Casework clinic/ }).click()
  await expect.poll(() => focused(shown)).toBe('Casework clinic')
  await shown.tab.getByRole('group', { name: 'Your answer to Casework clinic, Thursday 29 October' }).waitFor()
  await shown.close()
})

test.concurrent('swapping takes the other run before it gives this one up', async () => {
  const shown = await preview.visit({ as: 'member', sub: 'my-session/s-chairing', ...phone })
  await answers(shown).getByRole('button', { name: 'Accept' }).click()
  await status(shown, /^You accepted\. It is in your/)
  await shown.tab.getByRole('button', { name: 'Swap to this one' }).click()
  await status(shown, 'Telling Outlook you accepted that one…')
  await status(shown, 'Swapped. The other date is in your Outlook calendar, and this one is off it.')
  await status(shown, /^You declined/)
  await shown.close()
})

test.concurrent('the three answers are reached and given with the keyboard alone', async () => {
  const shown = await preview.visit({ as: 'member' })
  await answers(shown).getByRole('button', { name: 'Accept' }).focus()
  await shown.page.keyboard.press('Tab')
  await shown.page.keyboard.press('Space')
  await status(shown, /^Telling Outlook you said tentative|^You said tentative/)
  await shown.close()
})

test.concurrent('C4.14 turning texts off says what follows, is saved at once, and can be undone', async ({ expect }) => {
  const shown = await preview.visit({ as: 'member', sub: 'my-texts', ...phone })
  await shown.tab.getByText('If a session is cancelled at short notice, someone will ring you.', { exact: false }).waitFor()
  const reminders = shown.tab.getByRole('switch', { name: 'Text me reminders' })
  await reminders.click()
  await status(shown, 'Saved at 10:42am. You can leave and come back.')
  await shown.tab.getByText('Texts are off: reminders come by email.', { exact: false }).waitFor()
  await shown.tab.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => reminders.isChecked()).toBe(true)
  await shown.close()
})

test.concurrent('C4.14 a number that is no mobile is refused at its field, and a good one is saved', async () => {
  const shown = await preview.visit({ as: 'member', sub: 'my-texts', ...phone })
  await shown.tab.getByRole('button', { name: 'Change your mobile number' }).click()
  const field = shown.tab.getByLabel('Your mobile number')
  await field.fill('123')
  await shown.tab.getByRole('button', { name: 'Save number' }).click()
  await shown.tab.getByText('That is not a mobile number. Write a UK mobile, such as 07700 900142.').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.fill('07700 900155')
  await shown.tab.getByRole('button', { name: 'Save number' }).click()
  await shown.tab.getByText('07700 900155').waitFor()
  await shown.close()
})

test.concurrent('two preferences pressed one after the other are both saved, and the switches move at once', async () => {
  const shown = await preview.visit({ as: 'member', sub: 'my-texts', ...phone })
  const reminders = shown.tab.getByRole('switch', { name: 'Text me reminders' })
  const combine = shown.tab.getByRole('switch', { name: /^Two sessions in one morning/ })
  await reminders.click()
  await combine.click()
  await status(shown, /^Saved at/)
  expect([await reminders.isChecked(), await combine.isChecked()]).toEqual([false, true])
  const saved = shown.answers()
  expect([saved.get('reminders'), saved.get('combine')]).toEqual(['false', 'true'])
  await shown.close()
})

test.concurrent('a preference changed elsewhere meanwhile is not written over, and that is said', async () => {
  const shown = await preview.visit({ as: 'member-conflict', sub: 'my-texts', ...phone })
  await shown.tab.getByRole('switch', { name: 'Text me reminders' }).click()
  await status(shown, /This was changed somewhere else a moment ago, so your change was not saved/)
  await shown.close()
})
