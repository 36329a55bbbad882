import type { StorageAnswer } from '../storage-line.ts'

/**
 * Whether storage itself can have given a success: what was asked for says what must come. Trap: for a page of HTML with success for its
 * status, which a network's sign-in gives, the client reads an empty page and says that a transaction was saved (measured, 13.3.2).
 */
export function isOwnAnswer(method: string, path: string, { type, text }: StorageAnswer): boolean {
  if (path.endsWith('/$batch')) return type.startsWith('multipart/mixed')
  if (method !== 'GET') return text === '' || type.startsWith('application/json')
  return type.startsWith('application/json') && (!path.endsWith('()') || /"value":\s*\[/.test(text))
}
