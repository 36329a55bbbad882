import { randomBytes } from 'node:crypto'
import type { Response } from 'express'
import { pageHeaders } from './headers.ts'
import type { PagePolicy } from './headers.ts'

/** What a build writes where the nonce of the very answer belongs. */
export const noncePlace = '__NONCE__'
const settingsPlace = /(<script type="application\/json" id="quorate"[^>]*>)[\s\S]*?(<\/script>)/

/** Sends a built page with a nonce of its own, the same in its policy and in whatever runs or styles it. */
export function sendPage(response: Response, page: string, policy: Omit<PagePolicy, 'nonce'>): void {
  const nonce = randomBytes(16).toString('base64url')
  response
    .set(pageHeaders({ ...policy, nonce }))
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(noncePlace, nonce))
}

/** Written as JSON that cannot close its own element, whatever a setting holds. */
export function withSettings(page: string, settings: object): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c')
  return page.replace(settingsPlace, (_all, open: string, close: string) => `${open}${json}${close}`)
}
