import type { RequestHandler } from 'express'

/** What every answer carries, the API's and the bot's: nothing may frame it, run in it or keep it. */
export function closedHeaders(): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    next()
  }
}

/**
 * The tab's own policy: scripts and styles of ours by nonce, framed by Teams, Outlook and Microsoft 365 alone.
 *
 * No `X-Frame-Options`: it cannot name several hosts and would shut Teams out. teams-js reads its list of hosts from `res.cdn.office.net`.
 */
export function tabPolicy(nonce: string, frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
  ].join('; ')
}
