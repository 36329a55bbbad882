import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeTheme, expectAccessible, expectContrast, expectFits, openPreview, showWhole, smallTargets } from './support.ts'

type Page = { readonly as: string; readonly sub: string; readonly heading: string; readonly press?: string | readonly string[] }

/** `press`: what opens the part of the page that is to be looked at, one after the other. */
const pages: readonly Page[] = [
  { as: 'member', sub: 'my-training', heading: 'My training' },
  { as: 'member-moved', sub: 'my-training', heading: 'My training' },
  { as: 'member-outlook-down', sub: 'my-training', heading: 'My training' },
  { as: 'member', sub: 'my-session/s-chairing', heading: 'Chairing a difficult meeting' },
  { as: 'member', sub: 'my-session/s-cancelled', heading: 'Planning: making sound decisions' },
  { as: 'member-at-the-door', sub: 'my-session/s-chairing', heading: 'Chairing a difficult meeting' },
  { as: 'member-attended', sub: 'my-session/s-chairing', heading: 'Chairing a difficult meeting' },
  { as: 'member-been', sub: 'my-session/s-chairing', heading: 'Chairing a difficult meeting' },
  { as: 'member', sub: 'my-requirements', heading: 'What you must do' },
  { as: 'member-all-done', sub: 'my-training', heading: 'My training' },
  { as: 'member-empty', sub: 'my-requirements', heading: 'What you must do' },
  { as: 'member', sub: 'check-in', heading: 'Check in' },
  { as: 'member', sub: 'my-texts', heading: 'Text messages' },
  { as: 'member', sub: 'my-texts', heading: 'Text messages', press: 'Change your mobile number' },
  { as: 'member', sub: 'my-plan', heading: 'My plan' },
  { as: 'member-plan-empty', sub: 'my-plan', heading: 'My plan' },
  { as: 'member-plan-draft', sub: 'my-plan', heading: 'My plan' },
  { as: 'member', sub: 'my-plan/o-speak', heading: 'Your objective', press: ['I have done this', 'Remove this objective'] },
  { as: 'member-plan-offline', sub: 'my-plan', heading: 'My plan', press: 'Add an objective' },
  { as: 'member-plan-conflict', sub: 'my-plan', heading: 'My plan', press: 'Add an objective' },
  { as: 'member', sub: 'my-plan-readers', heading: 'Who can read your plan' },
  { as: 'member', sub: 'my-plan-history', heading: 'Earlier versions', press: ['Show it: As it stood', 'Put this version back'] },
  { as: 'member', sub: 'plans', heading: 'Development plans' },
  { as: 'officer', sub: 'plans', heading: 'Development plans' },
  { as: 'officer', sub: 'member-plan/m-1', heading: 'Plan of Cllr Maureen Tadworth' },
  { as: 'officer', sub: 'member-plan/m-1/o-chair', heading: 'An objective of Cllr Maureen Tadworth' },
  { as: 'member', sub: 'more', heading: 'More' },
  { as: 'member-evaluates', sub: 'my-training', heading: 'My training' },
  { as: 'member', sub: 'evaluation/s-budget', heading: 'What did you think?', press: 'Send' },
  { as: 'member', sub: 'evaluation/s-budget', heading: 'What did you think?', press: 'Not this time' },
  { as: 'member', sub: 'feedback', heading: 'Feedback' },
  { as: 'member', sub: 'brochure', heading: 'Member development programme 2026-27' },
  { as: 'member', sub: 'bulletins', heading: 'Member Bulletin' },
  { as: 'member', sub: 'bulletins/issue-2026-w42', heading: 'Member Bulletin' },
  { as: 'member-places', sub: 'my-training', heading: 'My training' },
  { as: 'member-places', sub: 'my-places/offer-notice-n-weekend', heading: 'Leadership weekend', press: 'Show the code' },
  { as: 'member-places-given', sub: 'my-places/offer-notice-n-weekend', heading: 'Leadership weekend', press: 'Show the whole draw' },
  { as: 'officer-held', sub: 'bulletin', heading: 'Member Bulletin 23' },
  { as: 'officer-held', sub: 'brochure', heading: 'Member development programme 2026-27' },
  { as: 'officer-held', sub: 'session/s-planning', heading: 'Planning: making sound decisions' },
  { as: 'officer-held', sub: 'session/s-planning/details', heading: 'Details of this session' },
  { as: 'officer-held', sub: 'attention', heading: 'Needs attention' },
  { as: 'officer', sub: 'places', heading: 'Limited places' },
  { as: 'officer', sub: 'places/offer-notice-n-weekend', heading: 'Limited places' },
  { as: 'officer-places-open', sub: 'places/offer-notice-n-weekend', heading: 'Limited places' },
  { as: 'officer-places-closed', sub: 'places/offer-notice-n-weekend', heading: 'Limited places', press: 'Make the draw' },
  { as: 'officer', sub: 'programme', heading: 'Programme' },
  { as: 'officer-empty', sub: 'programme', heading: 'Programme' },
  { as: 'officer', sub: 'programme?view=month&layers=meetings.school-holidays.slots', heading: 'Programme' },
  { as: 'officer-calendar-down', sub: 'programme?view=month', heading: 'Programme' },
  {
    as: 'officer-clash',
    sub: 'session/s-planning',
    heading: 'Planning: making sound decisions',
    press: 'Keep it here although it clashes',
  },
  { as: 'officer-outlook-down', sub: 'programme', heading: 'Programme' },
  { as: 'officer', sub: 'session/s-planning', heading: 'Planning: making sound decisions', press: 'Chase 27 Members' },
  { as: 'officer-all-asked', sub: 'session/s-planning', heading: 'Planning: making sound decisions' },
  { as: 'officer-cancelled', sub: 'session/s-planning', heading: 'Planning: making sound decisions' },
  { as: 'officer', sub: 'session/s-planning/decide', heading: 'Should Thursday’s session go ahead?' },
  {
    as: 'officer-postponed',
    sub: 'session/s-planning/decide',
    heading: 'Planning: making sound decisions',
    press: 'Run it after all',
  },
  { as: 'officer-postponed', sub: 'session/s-planning', heading: 'Planning: making sound decisions' },
  { as: 'officer', sub: 'session/s-planning/details', heading: 'Details of this session' },
  {
    as: 'officer',
    sub: 'session/s-planning/details',
    heading: 'Details of this session',
    press: ['Add a step', 'Add another council or a partner with whom it is run'],
  },
  { as: 'officer', sub: 'plan', heading: 'Plan a session', press: 'Check it' },
  { as: 'officer-planned', sub: 'plan?session=s-planning', heading: 'Look for another time for this session' },
  { as: 'officer', sub: 'session/s-budget/results', heading: 'What Members thought', press: 'Save this return' },
  { as: 'officer-few-returns', sub: 'session/s-budget/results', heading: 'What Members thought' },
  { as: 'officer', sub: 'session/s-planning/partners', heading: 'Share with partners', press: 'Send 2 emails' },
  { as: 'officer', sub: 'session/s-planning/brief', heading: 'Presenter’s brief' },
  { as: 'officer-no-aims', sub: 'session/s-planning/brief', heading: 'Presenter’s brief' },
  { as: 'officer-outdated', sub: 'session/s-planning/brief', heading: 'Presenter’s brief', press: 'I have given it anew' },
  { as: 'officer-briefs', sub: 'attention', heading: 'Needs attention' },
  { as: 'officer-came-back', sub: 'session/s-planning/partners', heading: 'Share with partners' },
  { as: 'officer-names', sub: 'session/s-planning/partners', heading: 'Share with partners' },
  { as: 'officer', sub: 'session/s-planning/phone-list', heading: '3 Members still to ring' },
  { as: 'officer', sub: 'session/s-planning/reason', heading: 'Why was it cancelled?' },
  { as: 'officer', sub: 'session/s-local-plan/register', heading: '5 here, 25 to come' },
  { as: 'officer-after', sub: 'session/s-local-plan/register', heading: '5 here, 25 not recorded' },
  { as: 'officer-not-yet', sub: 'session/s-local-plan/register', heading: '0 here, 30 to come' },
  { as: 'officer-cancelled', sub: 'session/s-local-plan/register', heading: '0 here, 30 to come' },
  { as: 'officer', sub: 'session/s-local-plan/check-in-code', heading: 'Local Plan briefing' },
  { as: 'officer', sub: 'attention', heading: 'Needs attention' },
  { as: 'officer-bulletin-lapsed', sub: 'attention', heading: 'Needs attention' },
  { as: 'officer', sub: 'bulletin', heading: 'Member Bulletin 23', press: 'Edit: New' },
  { as: 'officer-empty', sub: 'bulletin', heading: 'Member Bulletin' },
  { as: 'officer', sub: 'bulletin/issue-2026-w41', heading: 'Who got it: issue 22' },
  { as: 'officer', sub: 'notices', heading: 'Items for the bulletin', press: 'Take out: Reading a council budget' },
  { as: 'officer', sub: 'notices', heading: 'Items for the bulletin', press: 'Add an item' },
  { as: 'officer', sub: 'rulebook', heading: 'Rulebook', press: 'Open the list: reasons' },
  {
    as: 'officer-sets-up',
    sub: 'rulebook',
    heading: 'Rulebook',
    press: ['Open the list: rules', 'Change: Chairing skills', 'Take away: Equalities Training', 'Show what this changes'],
  },
  { as: 'administrator', sub: 'health', heading: 'Health', press: 'Check now' },
  { as: 'administrator-trouble', sub: 'health', heading: 'Health' },
  { as: 'administrator-empty', sub: 'health', heading: 'Health' },
  { as: 'officer', sub: 'health', heading: 'Health' },
  { as: 'officer', sub: 'members', heading: 'Members' },
  { as: 'officer', sub: 'mandatory', heading: 'Mandatory training' },
  { as: 'officer-empty', sub: 'mandatory', heading: 'Mandatory training' },
  { as: 'officer', sub: 'mandatory/m-trask', heading: 'Cllr Oluwaseun Trask', press: 'Put down what was done' },
  { as: 'officer', sub: 'mandatory/m-trask', heading: 'Cllr Oluwaseun Trask', press: 'Withdraw: Ethics and Probity Training' },
  { as: 'officer-empty', sub: 'mandatory/m-trask', heading: 'Cllr Oluwaseun Trask' },
  { as: 'officer', sub: 'uptake', heading: 'Uptake' },
  { as: 'officer', sub: 'joint', heading: 'Joint working' },
  { as: 'officer-empty', sub: 'joint', heading: 'Joint working' },
  { as: 'officer', sub: 'missing', heading: 'What is missing' },
  { as: 'officer-empty', sub: 'missing', heading: 'What is missing' },
  { as: 'officer', sub: 'spread', heading: 'When sessions are held' },
  { as: 'officer-empty', sub: 'spread', heading: 'When sessions are held' },
  { as: 'officer', sub: 'brochure?by=kind', heading: 'Member development programme 2026-27' },
  { as: 'officer-empty', sub: 'brochure', heading: 'Member development programme 2026-27' },
  { as: 'officer-empty', sub: 'uptake', heading: 'Uptake' },
  { as: 'officer', sub: 'members', heading: 'Members', press: 'Change number: Cllr Dorothy Desai' },
  { as: 'officer-broken-off', sub: 'members', heading: 'Members' },
  { as: 'officer-election', sub: 'members', heading: 'Members', press: 'Read the register again' },
  { as: 'officer-empty', sub: 'members', heading: 'Members' },
]

const named = pages.map((page) => ({ ...page, name: [page.sub, page.as, page.press].flat().filter(Boolean).join(', ') }))

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

async function open({ heading, press, ...visit }: Page) {
  const shown = await preview.visit({ ...visit, width: 320 })
  await shown.tab.getByRole('heading', { level: 1, name: heading }).waitFor()
  await shown.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  for (const name of [press ?? []].flat()) {
    await shown.tab.getByRole('button', { name }).click()
    await shown.page.waitForTimeout(300)
  }
  return shown
}

// Each in a window of its own, several at once: most of the time a page is being looked at, not made.
test.concurrent.each(named)('$name is whole at 320 pixels, with room for a thumb, and wider; axe has nothing to report', async (page) => {
  const shown = await open(page)
  await expectFits(shown)
  expect(await smallTargets(shown)).toEqual([])
  await showWhole(shown) // what the bar at the bottom covers until one scrolls is not too small
  await expectAccessible(shown)
  for (const width of [848, 1280]) {
    await shown.page.setViewportSize({ width, height: 844 })
    await shown.page.waitForTimeout(200)
    await expectFits(shown)
  }
  await expectAccessible(shown)
  for (const theme of ['dark', 'contrast']) {
    await changeTheme(shown, theme)
    await expectContrast(shown)
  }
  await shown.close()
})

test('the page names the window, and its heading has focus after a change of page and not before', async ({ expect }) => {
  const shown = await preview.visit({ as: 'officer' })
  await shown.tab.getByRole('heading', { level: 1, name: 'Programme' }).waitFor()
  const focused = () => shown.tab.locator(':focus').evaluateAll((elements) => elements.map((element) => element.tagName))
  expect(await focused()).toEqual([])

  await shown.tab.getByRole('navigation', { name: 'Quorate sections' }).getByRole('link', { name: 'Members' }).click()
  await shown.tab.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
  await expect.poll(focused).toEqual(['H1'])
  expect(await shown.tab.locator('html').evaluate((root) => root.ownerDocument.title)).toBe('Members - Quorate')
  await shown.close()
})

test('someone who is neither Member nor officer is told whom to ring', async () => {
  const shown = await preview.visit({ as: 'stranger' })
  await shown.tab.getByText('you are not in the register of Members').waitFor()
  await shown.tab.getByText('020 7946 0142').waitFor()
  await shown.close()
})

test('outside Teams the page says where to open it', async () => {
  const shown = await preview.visit({ as: 'member' })
  await shown.page.goto(`${new URL(shown.page.url()).origin}/tab/`)
  await shown.page.getByRole('heading', { name: 'Open Quorate in Microsoft Teams' }).waitFor()
  await shown.page.context().close()
})

test('a link that asks for no page of ours opens the first one', async () => {
  const shown = await preview.visit({ as: 'member', sub: 'session/../../api/me' })
  await shown.tab.getByRole('heading', { level: 1, name: 'My training' }).waitFor()
  await shown.close()
})

test('a Member who follows an officer’s link to a session sees her own view of it', async () => {
  const shown = await preview.visit({ as: 'member', sub: 'session/s-chairing/decide' })
  await shown.tab.getByRole('group', { name: /Your answer to Chairing/ }).waitFor()
  await shown.close()
})

test('while everything is slow the page is busy and shows its frame; when nothing answers it says that nothing is lost', async () => {
  const slow = await preview.visit({ as: 'member-slow' })
  await slow.tab.locator('main[aria-busy=true]').waitFor()
  await slow.close()

  const down = await preview.visit({ as: 'member-api-down' })
  await down.tab.getByText('We cannot reach Quorate just now').waitFor()
  await down.tab.getByText(/Nothing is lost/).waitFor()
  await down.tab.getByRole('button', { name: 'Try again' }).waitFor()
  await down.close()
})

test('in forced colours the seats and the marked answer are still told apart', async () => {
  const shown = await preview.visit({ as: 'member' })
  await shown.page.emulateMedia({ forcedColors: 'active' })
  const seats = shown.tab.locator('[data-seat]')
  await seats.first().waitFor()
  const colours = await seats.evaluateAll((all) => all.slice(0, 6).map((seat) => getComputedStyle(seat).backgroundColor))
  expect(new Set(colours.slice(0, 4)).size).toBe(1)
  expect(colours[4]).not.toBe(colours[0])
  await expectAccessible(shown)
  await shown.close()
})
