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

const refreshShape = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }),
    userIds: z.array(z.string()).default([]),
  }),
})

/** What Teams asks by itself when this person looks at a card: only for those whom the card names, by their id in Entra or in Teams. */
export function refreshFor(
  card: unknown,
  { objectId, teamsId }: { readonly objectId?: string | undefined; readonly teamsId?: string | undefined },
): { verb: string; data: unknown } | undefined {
  const read = refreshShape.safeParse(card)
  if (!read.success) return undefined
  const { action, userIds } = read.data.refresh
  const isNamed = userIds.some((id) => id === teamsId || (objectId !== undefined && id.toLowerCase().endsWith(objectId.toLowerCase())))
  return isNamed ? { verb: action.verb, data: action.data ?? {} } : undefined
}

/** What an activity says without a card. */
export function wordsIn(activity: unknown): string {
  const read = activityShape.safeParse(activity)
  return read.success ? (read.data.text ?? read.data.summary ?? '') : ''
}
