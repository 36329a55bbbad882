import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { browserPath } from '../../infra/set-up/browser.ts'

/** Debian's Chromium, with nothing that reaches for the outside. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('No Chromium found: run npm test, which installs it, or set CHROMIUM_PATH')
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args: quiet })
}

/** Nothing for axe to report by WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothingOf(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))
}

/** A theme changes colours and nothing else, so that of what has been looked at whole its colours are looked at again. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothingOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
}

/** Save Fluent's invisible focus sentries, which are hidden by design. */
async function expectNothingOf(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.exclude('[data-tabster-dummy]').exclude(['iframe', '[data-tabster-dummy]']).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

export async function expectNoSidewaysScroll(shown: Page | FrameLocator): Promise<void> {
  expect(await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0)
}
