/** C2.1: exactly one of these; `none` is no answer yet (Outlook's `none` and `notResponded` both mean it). */
export type Response = 'accepted' | 'tentative' | 'declined' | 'none'

/** An answer that a Member can give; `none` is not one. */
export type Answer = Exclude<Response, 'none'>

export type Counts = { readonly [response in Response]: number }

export function countsOf(responses: readonly Response[]): Counts {
  const counts = { accepted: 0, tentative: 0, declined: 0, none: 0 }
  for (const response of responses) counts[response] += 1
  return counts
}
