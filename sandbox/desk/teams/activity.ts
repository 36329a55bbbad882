import { z } from 'zod'

const activityShape = z.looseObject({
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
})

/** The Adaptive Card of an activity, when it has one. */
export function cardIn(activity: unknown): unknown {
  const read = activityShape.safeParse(activity)
  if (!read.success) return undefined
  return read.data.attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')?.content
}

/** What an activity says without a card. */
export function wordsIn(activity: unknown): string {
  const read = activityShape.safeParse(activity)
  return read.success ? (read.data.text ?? read.data.summary ?? '') : ''
}
