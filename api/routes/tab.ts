import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { Response } from 'express'
import { sendPage, withSettings } from '../http/page.ts'

export type TabOptions = { readonly dir: string; readonly teamsOrigins: readonly string[]; readonly frameAncestors: readonly string[] }

/** Where teams-js looks up which hosts are Teams’ own. */
const teamsHosts = 'https://res.cdn.office.net'

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
    sendPage(response, page, { frameAncestors, connectTo: teamsHosts })
  })
  return router
}

function keepForEver(response: Response): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable')
}
