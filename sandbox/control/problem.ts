import type { ErrorRequestHandler, Response } from 'express'
import { ProductDidNotStart } from '../product-driver.ts'
import { NeverRests } from '../passing-time.ts'
import { NotYetThere } from '../running.ts'
import type { Mistake } from '../world-mistakes.ts'

export type ProblemDetails = {
  readonly status: number
  readonly title: string
  readonly detail?: string
  /** Where in what was sent, and what is wrong there. */
  readonly errors?: readonly Mistake[]
}

/** A refusal that whoever asked can be told about; becomes problem+json at the edge of the control API. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly details: ProblemDetails

  constructor(details: ProblemDetails) {
    super(details.title)
    this.details = details
  }
}

/** RFC 9457. `detail` always says something a person can act on, since scripts print it. */
export function answerProblem(response: Response, { status, title, detail, errors }: ProblemDetails): void {
  const listed = errors?.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n')
  response
    .status(status)
    .type('application/problem+json')
    .json({ type: 'about:blank', status, title, detail: detail ?? listed ?? title, ...(errors && { errors }) })
}

export const problems: ErrorRequestHandler = (thrown: unknown, _request, response, next) => {
  if (response.headersSent) return next(thrown)
  if (thrown instanceof Problem) return answerProblem(response, thrown.details)
  if (thrown instanceof NeverRests)
    return answerProblem(response, { status: 503, title: 'It did not come to rest', detail: thrown.message })
  if (thrown instanceof NotYetThere) {
    response.set('Retry-After', '1')
    return answerProblem(response, { status: 503, title: 'There is no council yet', detail: thrown.message })
  }
  if (thrown instanceof ProductDidNotStart) {
    const { message, mistakes } = thrown
    const where = mistakes.length > 0 ? { errors: mistakes } : { detail: message }
    return answerProblem(response, { status: 422, title: 'The product did not start with this world', ...where })
  }
  const status = statusIn(thrown)
  if (status) return answerProblem(response, { status, title: 'The body could not be read', detail: String(thrown) })
  return answerProblem(response, {
    status: 500,
    title: 'The sandbox failed',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  })
}

/** Express's own refusals of a body, such as 400 and 413. */
function statusIn(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown) || !('expose' in thrown)) return undefined
  return typeof thrown.status === 'number' && thrown.status < 500 ? thrown.status : undefined
}
