import { z } from 'zod'
import type { Person, SandboxContext } from '../service.ts'
import { conversationIdOf } from './accounts.ts'
import type { Activity, Chats, Sent } from './chats.ts'
import type { Answered, Inbound } from './inbound.ts'

export type Press = {
  readonly verb?: string
  /** What was typed into the card, and anything that stands in for the button's own data. */
  readonly data: Readonly<Record<string, unknown>>
  /** `automatic`: Teams asks by itself because the card was seen. */
  readonly trigger: 'manual' | 'automatic'
}

export type Pressed =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'no-such-card' }
  | { readonly kind: 'no-such-button'; readonly verbs: readonly string[] }
  | { readonly kind: 'product-failed'; readonly status: number; readonly answer: unknown }

const cardType = 'application/vnd.microsoft.card.adaptive'
const invokeAnswer = z.looseObject({ statusCode: z.int(), type: z.string().optional(), value: z.unknown().optional() })

/** Presses a button as a person, and shows what came of it: a card in the answer replaces theirs, a message stands below it. */
export function createPress({ journal }: SandboxContext, chats: Chats, inbound: Inbound) {
  return async (person: Person, activityId: string, { verb, data, trigger }: Press): Promise<Pressed> => {
    const sent = chats.sentTo(person, activityId)
    if (!sent) return { kind: 'no-such-card' }
    // Those of the card as it is now come first; somebody may also press what is no longer there.
    const button = sent.buttons.find((each) => each.verb === verb)
    if (!button && trigger === 'manual') return { kind: 'no-such-button', verbs: verbsOf(sent) }
    const merged = { ...button?.data, ...data }

    const answered =
      verb === undefined
        ? await inbound.submit(person, activityId, merged)
        : await inbound.invoke(person, activityId, { verb, data: merged, ...(button?.id && { id: button.id }) }, trigger)
    if (answered.status >= 300) return { kind: 'product-failed', status: answered.status, answer: answered.body }
    if (trigger === 'manual') journal.note({ kind: 'card', who: person.id, summary: `${person.name} pressed “${button?.title ?? verb}”` })
    show(chats, person, sent, answered)
    return { kind: 'answered', answer: answered.body }
  }
}

function verbsOf({ buttons }: Sent): string[] {
  return [...new Set(buttons.flatMap(({ verb }) => (verb ? [verb] : [])))]
}

function show(chats: Chats, person: Person, sent: Sent, { body }: Answered): void {
  const read = invokeAnswer.safeParse(body)
  if (!read.success || read.data.statusCode !== 200) return
  const { type, value } = read.data
  const conversationId = conversationIdOf(person)
  if (type === cardType) {
    // The product may have changed the card for everyone meanwhile; the answer is for the one who pressed, and comes last.
    const now = chats.sentTo(person, sent.id)
    if (now) chats.replace(conversationId, sent.id, withCard(now.activity, value))
  }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') {
    chats.add(conversationId, { type: 'message', text: value })
  }
}

function withCard(activity: Activity, content: unknown): Activity {
  return { ...activity, attachments: [{ contentType: cardType, content }] }
}
