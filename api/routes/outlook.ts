import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { RequestHandler, Response } from 'express'
import { noncePlace, sendPage, withSettings } from '../http/page.ts'

export type OutlookOptions = {
  readonly dir: string
  readonly officeJs: string
  readonly frameAncestors: readonly string[]
  readonly publicUrl: string
  readonly clientId: string
  /** Where people of this deployment sign in: a registration for one tenant is refused at the address for all of them. */
  readonly authority: string
}

const officePlace = '<!-- office.js -->'

/** The Outlook add-in as it was built: two pages with a fresh nonce each time, the script that classic Outlook runs alone, and their files. */
export function outlookRoutes(options: OutlookOptions): Router {
  const { dir, publicUrl } = options
  const router = Router()
  router.use('/outlook/assets', kept(join(dir, 'assets'), 'public, max-age=31536000, immutable'))
  // Outlook on the web shows them on pages of its own.
  router.use('/outlook/icons', shownElsewhere, kept(join(dir, 'icons'), 'public, max-age=86400'))
  router.get('/outlook/pane.html', page(options, 'pane.html'))
  router.get('/outlook/events.html', page(options, 'events.html'))
  router.get('/outlook/events.js', async (_request, response) => {
    response.set({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }).type('text/javascript; charset=utf-8')
    response.send(await readFile(join(dir, 'events.js'), 'utf8'))
  })
  // Classic Outlook looks here for the scripts that may ask this service from outside any page.
  router.get('/.well-known/microsoft-officeaddins-allowed.json', (_request, response) => {
    response.json({ allowed: [`${publicUrl}/outlook/events.js`] })
  })
  return router
}

const shownElsewhere: RequestHandler = (_request, response, next) => {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin')
  next()
}

function kept(folder: string, howLong: string): RequestHandler {
  const setHeaders = (response: Response): void => void response.set('Cache-Control', howLong)
  return express.static(folder, { index: false, fallthrough: false, cacheControl: false, setHeaders })
}

function page({ dir, officeJs, frameAncestors, publicUrl, clientId, authority }: OutlookOptions, name: string): RequestHandler {
  const settings = { clientId, authority, scope: `api://${new URL(publicUrl).host}/${clientId}/access_as_user` }
  return async (_request, response) => {
    const built = await readFile(join(dir, name), 'utf8')
    const whole = withSettings(built, settings).replace(officePlace, officeScript(officeJs))
    sendPage(response, whole, { frameAncestors, scriptsFrom: new URL(officeJs).origin })
  }
}

/** From configuration, which is an address and holds no quote of its own. */
function officeScript(officeJs: string): string {
  return `<script nonce="${noncePlace}" src="${new URL(officeJs).href.replaceAll('&', '&amp;').replaceAll('"', '%22')}"></script>`
}
