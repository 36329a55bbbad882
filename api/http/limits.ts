import express from 'express'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { isPlainText } from '../contracts/shared.ts'
import type { Clock } from '../ports/clock.ts'
import { problem, send } from './problem.ts'

const deepest = 8
const longestArray = 500

export type BodyLimits = {
  readonly bytes: number
  readonly arrays?: number
  /** Refuses text with characters that nobody can see or that turn what is read about: for what people type. */
  readonly plainText?: boolean
}

/**
 * Reads a JSON body, or refuses it: only `application/json`, only UTF-8, not larger than `bytes`, not deeper than 8, no array over 500.
 *
 * Express by itself takes UTF-7 and leaves a body of another kind undefined; a thousand brackets parse and then break whoever walks them.
 */
export function jsonBody(limits: BodyLimits): RequestHandler {
  const parse = express.json({ limit: limits.bytes, type: () => true, strict: true })
  return (request, response, next) => {
    if (!isUtf8Json(request.headers['content-type'])) {
      send(response, problem('wrong-content-type', { status: 415, title: 'Send JSON in UTF-8' }))
      return
    }
    parse(request, response, (error?: unknown) => {
      if (error) next(error)
      else if (!isWithin(request.body, limits.arrays ?? longestArray)) send(response, tooComplex)
      else if (limits.plainText && !isPlain(request.body)) send(response, notPlain)
      else next()
    })
  }
}

/** True for a value at most 8 deep whose arrays are short enough. Stops at the first that is not, so depth cannot hurt it. */
export function isWithin(value: unknown, arrays: number, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= deepest) return false
  if (Array.isArray(value) && value.length > arrays) return false
  return Object.values(value).every((part) => isWithin(part, arrays, depth + 1))
}

/** Looks only as deep as `isWithin` has let pass. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return isPlainText(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain)
}

const tooComplex = problem('body-too-complex', { status: 400, title: 'What was sent is nested too deeply or too long' })
const notPlain = problem('text-not-plain', {
  status: 422,
  title: 'There is a character in your text that cannot be shown',
  detail: 'Nothing has been done. Type it again instead of pasting it.',
})

function isUtf8Json(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  return type.trim() === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset))
}

/** Beyond `most` requests at once the rest are told to come back, before anything is read for them. */
export function atOnce(most: number): RequestHandler {
  let running = 0
  return (_request, response, next) => {
    if (running >= most) {
      send(
        response,
        problem('busy', { status: 503, title: 'Quorate is busy. Nothing is lost. Please try again' }, { headers: { 'Retry-After': '2' } }),
      )
      return
    }
    running += 1
    response.once('close', () => (running -= 1))
    next()
  }
}

/** Requests that another site's page makes a browser send are refused: nothing here is for them. */
export function sameSite(request: Request, response: Response, next: NextFunction): void {
  if (request.headers['sec-fetch-site'] === 'cross-site')
    send(response, problem('cross-site', { status: 403, title: 'Open Quorate in Teams' }))
  else next()
}

export type Allowance = (key: string) => { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number }

/** At most `most` for one key in a minute, counted on this instance. Keys unused for a minute are forgotten. */
export function perMinute(most: number, clock: Pick<Clock, 'mono'>): Allowance {
  const windows = new Map<string, { startedAt: number; used: number }>()
  return (key) => {
    const now = clock.mono()
    if (windows.size > 10_000) for (const [old, window] of windows) if (now - window.startedAt >= 60_000) windows.delete(old)
    const found = windows.get(key)
    const window = found && now - found.startedAt < 60_000 ? found : { startedAt: now, used: 0 }
    windows.set(key, window)
    window.used += 1
    if (window.used <= most) return { ok: true }
    return { ok: false, retryAfterSeconds: Math.ceil((window.startedAt + 60_000 - now) / 1000) }
  }
}
