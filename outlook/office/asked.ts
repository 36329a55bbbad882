/// <reference types="office-js" />

/** Outlook answered a call with a refusal. `code` is its own number for it. */
export class OutlookRefused extends Error {
  override readonly name = 'OutlookRefused'
  readonly code: number

  constructor({ code, message }: Pick<Office.Error, 'code' | 'message'>) {
    super(message)
    this.code = code
  }
}

type Callback<Value> = (result: Pick<Office.AsyncResult<Value>, 'status' | 'value' | 'error'>) => void

/** One of Outlook's calls as a promise. */
export function asked<Value>(call: (done: Callback<Value>) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => {
      // The text and not `Office.AsyncResultStatus`: the same in every client, and there before Outlook is.
      if (String(status) === 'succeeded') resolve(value)
      else reject(new OutlookRefused(error))
    })
  })
}

/**
 * Does one thing after another.
 *
 * Trap: Outlook on the web takes three calls at a time, and answers a fourth with an error.
 */
export function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined) // whoever asked is told; the next one has its turn all the same
    return mine
  }
}
