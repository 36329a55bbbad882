import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import express from 'express'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import { buildPages } from '../../infra/set-up/build.ts'
import { startPreview } from '../../tab/testing/preview.ts'
import { openBrowser } from '../support/browser.ts'
import { beside, quantile, sized, type Figure } from './figure.ts'

const bareDir = 'dist/bare-page'
const kibibyte = 1024

/** What a browser loads before a person sees the first page, beside one sentence and one button of React and Fluent. */
export const firstPages: Figure = {
  name: 'pages',
  title: 'The first page in a browser',
  besideIs: 'a bare page of React and Fluent',
  async run(size) {
    const times = sized(size, 9, 2)
    await buildPages()
    await buildBare()
    const [preview, bare, browser] = [await startPreview(), await serveBare(), await openBrowser()]
    try {
      const plain = await openings(browser, times, (page) => openBare(page, bare.address))
      const member = await openings(browser, times, (page) => openTab(page, preview.url, 'member'))
      const officer = await openings(browser, times, (page) => openTab(page, preview.url, 'officer'))
      const lines = [
        beside('a Member’s first page: scripts, compressed', member.bytes / kibibyte, plain.bytes / kibibyte, 'KiB', 0),
        beside('an officer’s first page: scripts, compressed', officer.bytes / kibibyte, plain.bytes / kibibyte, 'KiB', 0),
        beside('a Member’s first page: largest paint', member.paint, plain.paint, 'ms', 0),
        beside('an officer’s first page: largest paint', officer.paint, plain.paint, 'ms', 0),
      ]
      return {
        lines,
        note: `The middle of ${times} openings with nothing kept, from this machine; the tab as it is built, with answers made up.`,
      }
    } finally {
      await browser.close()
      await preview.close()
      bare.server.closeAllConnections()
      bare.server.close()
    }
  },
}

/** By the tab's own configuration. */
async function buildBare(): Promise<void> {
  const outDir = resolve(bareDir)
  await build({ configFile: 'tab/vite.config.ts', root: 'e2e/bench/bare-page', logLevel: 'warn', build: { outDir } })
}

async function serveBare(): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer(express().use('/tab', express.static(bareDir)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tab/`, server }
}

type Opening = { readonly bytes: number; readonly paint: number }

/** Each in a browser's context of its own, which has kept nothing. */
async function openings(browser: Browser, times: number, open: (page: Page) => Promise<Frame>): Promise<Opening> {
  const each: Opening[] = []
  for (let time = 0; time < times; time += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
    })
    const frame = await open(page)
    const paint = await largestPaint(frame)
    each.push({ bytes: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0), paint })
    await context.close()
  }
  const middle = (part: keyof Opening) => quantile(each.map((one) => one[part]), 0.5) // prettier-ignore
  return { bytes: middle('bytes'), paint: middle('paint') }
}

async function openBare(page: Page, address: string): Promise<Frame> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Accept' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page.mainFrame()
}

/** In a frame, as Teams shows it. Loaded is when the heading of the page itself is there. */
async function openTab(page: Page, url: string, as: string): Promise<Frame> {
  await page.goto(`${url}/host?${new URLSearchParams({ as, theme: 'default', sub: '' }).toString()}`)
  await page.frameLocator('#tab').getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  const frame = page.frames().find((each) => each !== page.mainFrame())
  if (!frame) throw new Error('the tab has no frame')
  return frame
}

/** Milliseconds from when the frame began to load. Put into words, because it runs in the browser and not here. */
async function largestPaint(frame: Frame): Promise<number> {
  return frame.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
}
