import { z } from 'zod'
import type { Activity } from './chats.ts'

export type Button = {
  readonly verb?: string
  readonly id?: string
  readonly title?: string
  readonly data: Readonly<Record<string, unknown>>
}

const button = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit']),
  verb: z.string().optional(),
  id: z.string().optional(),
  title: z.string().optional(),
  data: z.record(z.string(), z.unknown()).catch({}),
})

/** Every button that sends something, wherever in the cards of an activity it stands. */
export function buttonsOf(activity: Pick<Activity, 'attachments'>): readonly Button[] {
  return (activity.attachments ?? []).flatMap(({ content }) => within(content))
}

/** Cards nest: buttons stand in action sets, columns, tables and cards that unfold. */
function within(part: unknown): readonly Button[] {
  if (Array.isArray(part)) return part.flatMap(within)
  if (typeof part !== 'object' || part === null) return []
  const read = button.safeParse(part)
  if (read.success) return [read.data]
  return Object.values(part).flatMap(within)
}
