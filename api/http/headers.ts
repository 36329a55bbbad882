import type { RequestHandler } from 'express'

/** Nothing of ours asks a browser for any of these; neither may what somebody might smuggle into a page. */
const noDevices = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((device) => `${device}=()`)
  .join(', ')

/** Of every answer there is: pages, files, the API and the bot. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': noDevices,
}

/** What every answer carries unless a page says otherwise: nothing may frame it, run in it or keep it. */
export function closedHeaders(): RequestHandler {
  return (_request, response, next) => {
    response.set({ ...always, 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'Cache-Control': 'no-store' })
    next()
  }
}

export type PagePolicy = {
  /** Fresh for each answer. Whatever runs or is styled carries it, or is loaded by what does. */
  readonly nonce: string
  /** Origins of the hosts of Microsoft 365 that may show the page; none: nobody. */
  readonly frameAncestors: readonly string[]
  /** The one origin besides ours whose scripts run here. They come without the nonce, so the origin itself is let in. */
  readonly scriptsFrom?: string
  readonly connectTo?: string
}

/**
 * What a page carries: what runs in it or styles it has the nonce of this very answer, and only hosts of Microsoft 365 may frame it.
 *
 * No `X-Frame-Options`: it cannot name several hosts and would shut Teams out.
 */
export function pageHeaders(policy: PagePolicy): Readonly<Record<string, string>> {
  return { ...always, 'Content-Security-Policy': policyOf(policy), 'Cache-Control': 'no-store' }
}

function policyOf({ nonce, frameAncestors, scriptsFrom, connectTo }: PagePolicy): string {
  return [
    "default-src 'none'",
    ['script-src', `'nonce-${nonce}'`, ...(scriptsFrom === undefined ? [] : [scriptsFrom])].join(' '),
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...(connectTo === undefined ? [] : [connectTo])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
  ].join('; ')
}
