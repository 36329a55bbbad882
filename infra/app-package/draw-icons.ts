import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { browserPath } from '../set-up/browser.ts'

/**
 * Draws every icon from `appPackage/mark.svg`: `npm run icons`. The pictures are committed, so that a package is built without a browser.
 *
 * `whole` fills its square, because Teams rounds it off; `rounded` stands on a ribbon; `outline` is white on nothing.
 */
const grown = (by: number) => `.seats { transform-origin: 16px 15px; transform: translateY(1px) scale(${by}) }`
const styles = {
  // Within 120 of the 192 pixels, which is what the smallest of Teams' masks leaves.
  whole: grown(0.9),
  rounded: `.ground { rx: 7px } ${grown(1.22)}`,
  outline: `.ground { display: none } ${grown(1.32)}`,
} as const

const pictures: readonly { readonly path: string; readonly size: number; readonly style: keyof typeof styles }[] = [
  { path: 'appPackage/color.png', size: 192, style: 'whole' },
  { path: 'appPackage/outline.png', size: 32, style: 'outline' },
  { path: 'appPackage/color32.png', size: 32, style: 'rounded' },
  ...[16, 32, 64, 80, 128].map((size) => ({ path: `outlook/public/icons/icon-${size}.png`, size, style: 'rounded' as const })),
]

const executablePath = browserPath()
if (!executablePath) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] })
const mark = readFileSync('appPackage/mark.svg', 'utf8')
try {
  const page = await browser.newPage()
  for (const picture of pictures) {
    mkdirSync(dirname(picture.path), { recursive: true })
    writeFileSync(picture.path, await drawn(page, picture))
    console.log(picture.path)
  }
} finally {
  await browser.close()
}

async function drawn(page: Page, { size, style }: (typeof pictures)[number]): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${size}px } ${styles[style]}</style>${mark}`)
  return page.screenshot({ omitBackground: true })
}
