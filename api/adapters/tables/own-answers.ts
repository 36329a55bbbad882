import type { TableServiceClientOptions } from '@azure/data-tables'

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy']
type Answer = { readonly status: number; readonly type: string; readonly text: string }

/**
 * Believes an answer only where storage itself can have given it. Trap: for a page of HTML with success for its status, which a network's
 * sign-in gives, the client reads an empty page and says that a transaction was saved (measured, 13.3.2).
 */
export const ownAnswers: Policy = {
  name: 'own-answers',
  async sendRequest(request, next) {
    const response = await next(request)
    const answer = { status: response.status, type: response.headers.get('content-type') ?? '', text: response.bodyAsText ?? '' }
    if (!isOwn(request.method, new URL(request.url).pathname, answer)) throw new Error('an answer that is not of storage')
    return response
  },
}

/** Refusals are judged by their code; of successes, what was asked for says what must come. */
function isOwn(method: string, path: string, { status, type, text }: Answer): boolean {
  if (status < 200 || status > 299) return true
  if (path.endsWith('/$batch')) return type.startsWith('multipart/mixed')
  if (method !== 'GET') return text === '' || type.startsWith('application/json')
  return type.startsWith('application/json') && (!path.endsWith('()') || /"value":\s*\[/.test(text))
}
