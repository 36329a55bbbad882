import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { Response } from 'express'
import { pageHeaders } from '../http/headers.ts'

export type TabOptions = { readonly dir: string; readonly teamsOrigins: readonly string[]; readonly frameAncestors: readonly string[] }

/** Where teams-js looks up which hosts are Teams’ own. */
const teamsHosts = 'https://res.cdn.office.net'
const noncePlace = '__NONCE__'
const settingsPlace = /(<script type="application\/json" id="quorate"[^>]*>)[\s\S]*?(<\/script>)/

/**
 * The built tab: its page with a fresh nonce each time and the settings written into it, and its files, whose names change with
 * their content and which may therefore be kept for ever. Any address under `/tab` is the page: what follows is the tab's own.
 */
export function tabRoutes({ dir, teamsOrigins, frameAncestors }: TabOptions): Router {
  const router = Router()
  const forEver = { index: false, fallthrough: false, cacheControl: false, setHeaders: keepForEver }
  router.use('/tab/assets', express.static(join(dir, 'assets'), forEver))
  router.get(['/tab', '/tab/{*page}'], async (_request, response) => {
    const page = withSettings(await readFile(join(dir, 'index.html'), 'utf8'), { teamsOrigins })
    const nonce = randomBytes(16).toString('base64url')
    response
      .set(pageHeaders({ nonce, frameAncestors, connectTo: teamsHosts }))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(noncePlace, nonce))
  })
  return router
}

function keepForEver(response: Response): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable')
}

/** Written as JSON that cannot close its own element, whatever a setting holds. */
function withSettings(page: string, settings: object): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c')
  return page.replace(settingsPlace, (_all, open: string, close: string) => `${open}${json}${close}`)
}
