import type { CardMessage } from '../../api/ports/senders.ts'
import { card, heading } from './elements.ts'

/** One sentence and nothing to press. */
export function noticeCard(sentence: string): CardMessage {
  return card({ body: [heading(sentence)], actions: [], text: sentence })
}
