import { z } from 'zod'

export const stepIds = ['send', 'answer', 'decision', 'cancel', 'read'] as const
export type StepId = (typeof stepIds)[number]

/** How many Members answer in the first ten minutes. Fewer than the six that a session needs, so that there is something to decide. */
export const membersToAnswer = 4

/**
 * What has truly happened in the council since the visitor came, as its calendars, cards and phones show it.
 * Nothing here is set by pressing a button of the desk, save whose phone was looked at.
 */
export type Evidence = {
  /** The invitation stands in the officer's calendar, or stood there. */
  readonly sent: boolean
  readonly answered: number
  /** A card about it has come to an officer in Teams. */
  readonly asked: boolean
  readonly cancelled: boolean
  /** A phone was looked at after a text about it had come: about the cancellation, once there is one. */
  readonly read: boolean
}

export function ticksOf(evidence: Evidence): Readonly<Record<StepId, boolean>> {
  return {
    send: evidence.sent,
    answer: evidence.answered >= membersToAnswer,
    decision: evidence.asked,
    cancel: evidence.cancelled,
    read: evidence.read,
  }
}

/** The step to do next: the first not done yet. Undefined when all are. */
export function stepNow(ticks: Readonly<Record<StepId, boolean>>): StepId | undefined {
  return stepIds.find((id) => !ticks[id])
}

export function ticked(ticks: Readonly<Record<StepId, boolean>>): number {
  return stepIds.filter((id) => ticks[id]).length
}

const storyShape = z.object({
  council: z.string(),
  /** The sandbox's clock when the visitor came. */
  openedAt: z.string(),
  /** The latest clock seen. A clock that has gone back is a new council: clocks only go forward. */
  seenAt: z.string(),
  /** How much had happened when last seen. The account of it only grows, so less of it is a new council too. */
  seenHappened: z.int(),
  /** What stood in the officer's calendar before the visitor did anything, by `iCalUId`. Absent until it was read once. */
  before: z.array(z.string()).optional(),
  /** How many texts had been sent, and how much had happened, before the visitor came. */
  textsBefore: z.int(),
  happenedBefore: z.int(),
  /** The invitation that the steps are about. */
  followed: z.object({ id: z.string(), iCalUId: z.string(), subject: z.string(), start: z.string() }).optional(),
  /** Who was coming to each of the officer's meetings when it last stood there, and how many calendars it was in. */
  meetings: z.record(z.string(), z.object({ subject: z.string(), calendars: z.int(), coming: z.array(z.string()) })),
  /** The most answers seen: once a meeting is cancelled its calendar entry no longer says. */
  answered: z.int(),
  /** How many texts were on each Member's phone when it was last looked at. */
  phonesRead: z.record(z.string(), z.int()),
  done: z.array(z.enum(stepIds)),
  alone: z.boolean(),
  /** How much of what came to each person was there when they were last looked at. */
  looked: z.record(z.string(), z.int()),
})
/** What the desk remembers of a visit. It holds what the council's own records can no longer show, and nothing they can. */
export type Story = z.infer<typeof storyShape>

type Opening = { readonly council: string; readonly now: string; readonly texts: number; readonly happened: number }

export function newStory({ council, now, texts, happened }: Opening): Story {
  return {
    council,
    openedAt: now,
    seenAt: now,
    seenHappened: happened,
    textsBefore: texts,
    happenedBefore: happened,
    meetings: {},
    answered: 0,
    phonesRead: {},
    done: [],
    alone: false,
    looked: {},
  }
}

/** The story kept from an earlier look at the same council; undefined when there is none or the council is another. */
export function keptStory(kept: string | null, { council, now, happened }: Omit<Opening, 'texts'>): Story | undefined {
  if (kept === null) return undefined
  const story = storyShape.safeParse(jsonOf(kept))
  if (!story.success || story.data.council !== council) return undefined
  return story.data.seenAt <= now && story.data.seenHappened <= happened ? story.data : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // written by an older desk: begin anew
  }
}

export type Standing = {
  readonly id: string
  readonly iCalUId: string
  readonly subject: string
  /** London's wall time, as Graph gives it. */
  readonly start: string
  readonly createdAt: string
  /** How many people have answered, and how many people or lists were asked. */
  readonly answered: number
  readonly asked: number
  readonly calendars: number
  /** Ids of those who accepted, or did tentatively. */
  readonly coming: readonly string[]
}

/** The story with every meeting as it stands now. Those that have left the calendar are remembered as they were. */
export function remembering(story: Story, calendar: readonly Standing[]): Story {
  const meetings = { ...story.meetings }
  for (const { iCalUId, subject, calendars, coming } of calendar) meetings[iCalUId] = { subject, calendars, coming: [...coming] }
  return { ...story, meetings }
}

/**
 * The story after a look at the officer's calendar: the newest meeting with people in it that was not there before is the one followed.
 *
 * What was made since the visitor came is theirs even if they were quicker than the first look. Trap: when it is cancelled it leaves the organiser's calendar, so what was followed is kept; nothing else takes its place.
 */
export function followed(story: Story, calendar: readonly Standing[]): Story {
  const before = story.before ?? calendar.filter(({ createdAt }) => createdAt < story.openedAt).map(({ iCalUId }) => iCalUId)
  const found = story.followed
    ? calendar.find(({ iCalUId }) => iCalUId === story.followed?.iCalUId)
    : calendar.findLast(({ iCalUId, asked }) => !before.includes(iCalUId) && asked > 0)
  if (!found) return { ...story, before }
  const { id, iCalUId, subject, start } = found
  return { ...story, before, followed: { id, iCalUId, subject, start }, answered: Math.max(story.answered, found.answered) }
}

/** Whether a card, as it was sent, is about a session: it names it. */
export function isAbout(activity: unknown, subject: string): boolean {
  return subject !== '' && JSON.stringify(activity).includes(JSON.stringify(subject).slice(1, -1))
}
