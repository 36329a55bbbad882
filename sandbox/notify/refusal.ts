export type NotifyError = 'ValidationError' | 'BadRequestError' | 'AuthError' | 'NoResultFound' | 'RateLimitError' | 'TooManyRequestsError'

/** Thrown wherever Notify says no; caught by its router alone. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly error: NotifyError
  readonly messages: readonly string[]

  constructor(status: number, error: NotifyError, ...messages: readonly string[]) {
    super(messages.join('; '))
    this.status = status
    this.error = error
    this.messages = messages
  }

  body(): object {
    return { status_code: this.status, errors: this.messages.map((message) => ({ error: this.error, message })) }
  }
}
