import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview, type Tab } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

const decide = 'session/s-planning/decide'
const submit = ({ tab }: Tab) => tab.getByRole('button', { name: 'Cancel and clear 54 calendars' })

const isFocused = (locator: Locator) => locator.evaluate((element) => element === element.ownerDocument.activeElement)

test.concurrent('C3.2 the programme puts what needs a decision first, and one button of it is filled', async () => {
  const shown = await preview.visit({ as: 'officer' })
  await shown.tab.getByRole('heading', { name: '2 sessions need you' }).waitFor()
  await shown.tab.getByText('Decide by noon tomorrow. 2 tentative, 25 have not answered.').waitFor()
  await shown.tab.getByRole('link', { name: 'Decide: Planning: making sound decisions, Thursday' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Should Thursday’s session go ahead?' }).waitFor()
  await shown.close()
})

test.concurrent('C2.3 C3.14 under the programme stands how Members answered in total, and how many sessions were cancelled', async () => {
  const shown = await preview.visit({ as: 'officer' })
  await shown.tab.getByText(/^Members have answered \d+ of the \d+ invitations to these sessions\. 1 session was cancelled\.$/).waitFor()
  await shown.close()
})

test.concurrent('what the programme is filtered by stands in the address', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer' })
  await shown.tab.getByRole('searchbox', { name: 'Find a session' }).fill('local plan')
  await expect.poll(() => shown.tab.getByRole('row').count()).toBe(3) // the heading, its week and one session
  expect(shown.page.frames()[1]?.url()).toContain('#programme?find=local+plan')
  await shown.tab.getByRole('searchbox', { name: 'Find a session' }).fill('nothing like it')
  await shown.tab.getByRole('button', { name: 'Show the whole programme' }).click()
  await shown.tab.getByRole('link', { name: 'Corporate parenting and safeguarding' }).waitFor()
  await shown.close()
})

test.concurrent('what is looked for can be typed letter by letter', async () => {
  const shown = await preview.visit({ as: 'officer' })
  const find = shown.tab.getByRole('searchbox', { name: 'Find a session' })
  await find.pressSequentially('local plan')
  expect(await find.inputValue()).toBe('local plan')
  expect(await isFocused(find)).toBe(true)
  await shown.close()
})

test.concurrent('the programme and the answers can be taken away as a spreadsheet', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning' })
  const [download] = await Promise.all([
    shown.page.waitForEvent('download'),
    shown.tab.getByRole('button', { name: 'Download for Excel' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toMatch(/^planning-making-sound-decisions.*\.csv$/)
  expect(csv.split('\r\n')).toHaveLength(52) // a heading, fifty Members, and the last line's end
  await shown.close()
})

test.concurrent('C2.2 a session opens on those who have not answered, with the time at which Outlook was read', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning' })
  await shown.tab.getByText('As at 2:08pm, from Outlook').waitFor()
  const tab = shown.tab.getByRole('tab', { name: 'No answer 25' })
  expect(await tab.getAttribute('aria-selected')).toBe('true')
  await shown.tab.getByRole('tab', { name: 'Accepted 4' }).click()
  await expect.poll(() => shown.tab.getByRole('tabpanel').getByRole('row').count()).toBe(5)
  await shown.close()
})

test.concurrent('the title of a session has its own line, and what can be done stands below it', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning' })
  const title = shown.tab.getByRole('heading', { level: 1, name: 'Planning: making sound decisions' })
  await title.waitFor()
  for (const width of [1024, 1400]) {
    await shown.page.setViewportSize({ width, height: 844 })
    const [heading, button] = [await title.boundingBox(), await shown.tab.getByRole('button', { name: 'Print' }).boundingBox()]
    expect(heading?.height).toBeLessThan(40) // of one line
    expect(button?.y).toBeGreaterThan((heading?.y ?? 0) + (heading?.height ?? 0))
  }
  await shown.close()
})

test.concurrent('C3.1 nothing is chosen beforehand, and nothing is cancelled without a reason', async () => {
  const shown = await preview.visit({ as: 'officer', sub: decide })
  await shown.tab.getByText('Choose one to see exactly what would happen before you confirm.').waitFor()
  expect(await shown.tab.getByRole('radio', { checked: true }).count()).toBe(0)
  await shown.tab.getByRole('radio', { name: /^Cancel/ }).check()
  await shown.tab.getByText('54 calendars cleared').waitFor()
  await shown.tab.getByText('5 texts now').waitFor()
  await submit(shown).click()
  await shown.tab.getByText('Choose the reason. It is kept with the session.').waitFor()
  const reason = shown.tab.getByLabel('Reason')
  expect(await reason.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
  await reason.selectOption('Something else unexpected')
  await submit(shown).click()
  await shown.tab.getByText('Say in a sentence what happened.').waitFor()
  await shown.close()
})

test.concurrent('C3.4, C3.10 a decision is taken with the keyboard alone, and its record is what one sees next', async () => {
  const shown = await preview.visit({ as: 'officer', sub: decide })
  const { keyboard } = shown.page
  await shown.tab.getByRole('radio', { name: /^Run it/ }).focus()
  for (let down = 0; down < 3; down += 1) await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await keyboard.press('L') // Lack of interest
  for (let forward = 0; forward < 2; forward += 1) await keyboard.press('Tab')
  await keyboard.press('Enter')
  await shown.tab.getByRole('heading', { name: 'The record of this decision' }).waitFor()
  await shown.tab.getByText('Cancelled by you at 2:02pm. 54 calendars cleared. 5 texts: 3 delivered, 2 on their way.').waitFor()
  await shown.close()
})

test.concurrent('C3.4 when somebody has answered since, the decision is not taken, and what was written is kept', async () => {
  const shown = await preview.visit({ as: 'officer-stale', sub: decide })
  await shown.tab.getByRole('radio', { name: /^Cancel/ }).check()
  await shown.tab.getByLabel('Reason').selectOption('Lack of interest (fewer than 6)')
  await shown.tab.getByLabel('What you tell them').fill('Too few of us.')
  await submit(shown).click()
  await shown.tab.getByText('Someone has answered since you looked. Look again, then decide.').waitFor()
  expect(await shown.tab.getByLabel('What you tell them').inputValue()).toBe('Too few of us.')
  await shown.close()
})

test.concurrent('C3.9 when the number is reached meanwhile, the choice gives way to that, with focus on it', async () => {
  const shown = await preview.visit({ as: 'officer-overtaken', sub: decide })
  await shown.tab.getByRole('radio', { name: /^Cancel/ }).check()
  const closed = shown.tab.getByRole('heading', { name: 'Six are coming. This closed itself at 2:31pm.' })
  await closed.waitFor()
  expect(await closed.evaluate((heading) => heading === heading.ownerDocument.activeElement)).toBe(true)
  expect(await submit(shown).count()).toBe(0)
  await shown.close()
})

test.concurrent('C3.1 a session that nothing is wrong with can still be cancelled, with an unexpected reason only', async () => {
  const shown = await preview.visit({ as: 'officer-untouched', sub: decide })
  await shown.tab.getByRole('button', { name: 'Cancel it all the same' }).click()
  await submit(shown).waitFor()
  expect(await shown.tab.getByLabel('Reason').locator('option').allTextContents()).toEqual([
    'Choose a reason',
    'The trainer cannot come',
    'Something else unexpected',
  ])
  await shown.close()
})

test.concurrent('the number beside Needs attention is the number of things on its page', async () => {
  const shown = await preview.visit({ as: 'officer-empty', sub: 'programme' })
  const section = shown.tab.getByRole('navigation').getByRole('link', { name: /^Needs attention/ })
  await section.filter({ hasText: '7' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Needs attention' }).waitFor()
  await section.filter({ hasNotText: /\d/ }).waitFor({ timeout: 5_000 }) // long before it is read again by the clock
  await shown.close()
})

test.concurrent('while Outlook is out of reach everything can be read, and deciding waits', async () => {
  const shown = await preview.visit({ as: 'officer-outlook-down', sub: 'programme' })
  await shown.tab.getByText(/You are seeing answers as they stood at 11:42am, 2 hours 28 minutes ago\. Nothing is lost/).waitFor()
  await shown.tab.getByRole('link', { name: /^See the facts: Planning/ }).click()
  await shown.tab.getByRole('radio', { name: /^Cancel/ }).check()
  await shown.tab.getByText(/Deciding waits until Outlook answers/).waitFor()
  expect(await submit(shown).count()).toBe(0)
  await shown.close()
})

test.concurrent('C3.12 a call is recorded as it is made, and can be taken back', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning/phone-list', width: 390 })
  const ring = shown.tab.getByRole('link', { name: 'Ring 01632 960118, Cllr Hugh Amblecote' })
  expect(await ring.getAttribute('href')).toBe('tel:01632960118')
  const outcomes = shown.tab.getByRole('group', { name: 'What came of ringing Cllr Hugh Amblecote' })
  await outcomes.getByRole('button', { name: 'No reply' }).click()
  await shown.tab.getByText('No reply at 2:10pm, you').waitFor()
  await shown.tab.getByRole('heading', { level: 1, name: '3 Members still to ring' }).waitFor()
  await outcomes.getByRole('button', { name: 'Told' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: '2 Members still to ring' }).waitFor()
  await shown.tab.getByText('Told at 2:10pm by you').waitFor()
  await shown.tab.getByRole('button', { name: 'Undo: Cllr Hugh Amblecote' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: '3 Members still to ring' }).waitFor()
  await shown.close()
})

test.concurrent('C3.13 the missing reason of a cancellation made in Outlook is given here', async () => {
  const shown = await preview.visit({ as: 'officer-no-reason', sub: 'attention' })
  await shown.tab.getByRole('link', { name: /^Give the reason: Treasury management/ }).click()
  await shown.tab.getByRole('button', { name: 'Save the reason' }).click()
  await shown.tab.getByText('Choose the reason. It is kept with the session.').waitFor()
  await shown.tab.getByLabel('Reason').selectOption('The trainer cannot come')
  await shown.tab.getByRole('button', { name: 'Save the reason' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Planning: making sound decisions' }).waitFor()
  await shown.close()
})

test.concurrent('on a phone the facts come first and the choice is one press away', async () => {
  const shown = await preview.visit({ as: 'officer', sub: decide, width: 390 })
  await shown.tab.getByRole('heading', { name: 'For running it' }).waitFor()
  await shown.tab.getByRole('button', { name: 'Choose' }).click()
  await shown.tab.getByRole('radio', { name: /^Postpone/ }).waitFor()
  await shown.tab.getByRole('button', { name: 'Back to the facts' }).click()
  await shown.tab.getByRole('heading', { name: 'Against' }).waitFor()
  await shown.close()
})

test.concurrent('C1.2 the register says who is in office, when it was read, and what it leaves in doubt', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'members' })
  await shown.tab.getByText('49 Members in office: the Mayor, 45 councillors, 3 co-opted members. Register read at 6am.').waitFor()
  await shown.tab.getByText('the seat is vacant').waitFor()
  await shown.tab.getByRole('button', { name: 'Read the register again' }).click()
  await shown.tab.getByText(/^Read from modern.gov at 6am: 51 entries, 1 new, 2 changed, 1 no longer in it/).waitFor()
  await shown.close()
})

test.concurrent('C3.12 a number is put right from the list of what needs attention, and what was saved is said', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer', sub: 'attention' })
  await shown.tab.getByRole('link', { name: /^Change number: Cllr Dorothy Desai/ }).click()
  expect(await shown.tab.getByRole('searchbox', { name: 'Find a Member' }).inputValue()).toBe('Cllr Dorothy Desai')
  await shown.tab.getByText(/A mobile number can be put right here/).waitFor()
  await shown.tab.getByRole('button', { name: 'Change number: Cllr Dorothy Desai' }).click()

  const field = shown.tab.getByLabel('Mobile number for Cllr Dorothy Desai')
  const save = shown.tab.getByRole('button', { name: 'Save number' })
  await save.click()
  await shown.tab.getByText('Write a mobile number, or leave it as it is.').waitFor()
  await field.fill('020 7946 0123')
  await save.click()
  await shown.tab.getByText(/^That is a landline, which cannot be texted\. Ask for a mobile number\./).waitFor()
  expect([await isFocused(field), await field.inputValue()]).toEqual([true, '020 7946 0123'])
  await field.fill('07700 900142')
  await save.click()
  const saved = shown.tab.getByText('Saved. Texts go to 07700 900142.')
  await saved.waitFor()
  await expect.poll(() => shown.tab.getByRole('button', { name: /^Change number/ }).count()).toBe(0)
  await shown.close()
})

test.concurrent('C3.12 that there is no mobile is an answer too', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'members?find=Desai' })
  await shown.tab.getByRole('button', { name: 'Change number: Cllr Dorothy Desai' }).click()
  await shown.tab.getByRole('button', { name: 'There is no mobile' }).click()
  await shown.tab.getByText('Saved. No mobile: email, and by telephone.').waitFor()
  await shown.tab.getByRole('button', { name: 'Add a number: Cllr Dorothy Desai' }).waitFor()
  await shown.close()
})

test.concurrent('C1.2 when more than half of the Members would leave, an officer says that it is right before any does', async () => {
  const shown = await preview.visit({ as: 'officer-election', sub: 'members' })
  await shown.tab.getByRole('button', { name: 'Read the register again' }).click()
  await shown.tab.getByText(/^More than half of the Members would leave\. Nothing has been changed\./).waitFor()
  await shown.tab.getByRole('button', { name: 'Leave the Members as they are' }).click()
  expect(shown.answers().has('import')).toBe(false)
  await shown.tab.getByRole('button', { name: 'Read the register again' }).click()
  await shown.tab.getByRole('button', { name: 'It is right: read it all the same' }).click()
  await shown.tab.getByText('The register has been read.').waitFor()
  await shown.close()
})

test.concurrent('C1.2 a reading that was broken off is said, until it has been finished', async () => {
  const shown = await preview.visit({ as: 'officer-broken-off', sub: 'members' })
  const broken = shown.tab.getByText(/^The last reading was broken off before its end/)
  await broken.waitFor()
  await shown.tab.getByRole('button', { name: 'Read the register again' }).click()
  await shown.tab.getByText('The register has been read.').waitFor()
  expect(await broken.count()).toBe(0)
  await shown.close()
})

test.concurrent('C3.12 after a call focus goes on to whom to ring next', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'session/s-planning/phone-list', width: 390 })
  const outcomes = shown.tab.getByRole('group', { name: 'What came of ringing Cllr Hugh Amblecote' })
  const reply = outcomes.getByRole('button', { name: 'No reply' })
  await reply.click()
  await shown.tab.getByText('No reply at 2:10pm, you').waitFor()
  expect(await isFocused(reply)).toBe(true)
  await outcomes.getByRole('button', { name: 'Told' }).click()
  await shown.tab.getByText('Told at 2:10pm by you').first().waitFor()
  const next = shown.tab.getByRole('listitem').first().getByRole('heading')
  expect(await isFocused(next)).toBe(true)
  await shown.close()
})

test.concurrent('what was written for a decision is still there after a look at the session', async () => {
  const shown = await preview.visit({ as: 'officer', sub: decide })
  await shown.tab.getByRole('radio', { name: /^Cancel/ }).check()
  await shown.tab.getByLabel('What you tell them').fill('Too few of us.')
  await shown.tab.getByRole('link', { name: 'Planning: making sound decisions' }).click()
  await shown.tab.getByRole('link', { name: 'Decide', exact: true }).click()
  await shown.tab.getByLabel('What you tell them').waitFor()
  expect(await shown.tab.getByLabel('What you tell them').inputValue()).toBe('Too few of us.')
  await shown.close()
})

test.concurrent('focus stays on the page when what had it goes away', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer', sub: decide, width: 390 })
  await shown.tab.getByRole('button', { name: 'Show them' }).click()
  await expect.poll(() => isFocused(shown.tab.getByRole('heading', { name: /^Two more would make six/ }))).toBe(true)
  await shown.tab.getByRole('button', { name: 'Choose' }).click()
  await shown.tab.getByRole('button', { name: 'Back to the facts' }).click()
  await expect.poll(() => isFocused(shown.tab.getByRole('button', { name: 'Choose' }))).toBe(true)
  await shown.close()
})

test.concurrent('the back arrow of Teams goes back over our own pages and then leaves', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer', width: 390 })
  const heading = (name: string) => shown.tab.getByRole('heading', { level: 1, name }).waitFor()
  const back = () =>
    shown.page.evaluate(() => {
      const tab = document.querySelector<HTMLIFrameElement>('#tab')
      tab?.contentWindow?.postMessage({ func: 'backButtonPress', args: [] }, location.origin)
    })
  const left = () => shown.page.evaluate(() => (window as unknown as { asked: string[] }).asked.includes('navigateBack'))
  await heading('Programme')
  await shown.tab.getByRole('link', { name: /^Attention/ }).click()
  await heading('Needs attention')
  await shown.tab.getByRole('link', { name: 'Members', exact: true }).click()
  await heading('Members')
  await back()
  await heading('Needs attention')
  await back()
  await heading('Programme')
  expect(await left()).toBe(false)
  await back()
  await expect.poll(left).toBe(true)
  await shown.close()
})
