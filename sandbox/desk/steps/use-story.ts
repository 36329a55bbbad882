import { useCallback, useEffect, useState } from 'react'
import type { CardSent, Person } from '../control.ts'
import { momentOf } from '../dates.ts'
import { membersOf } from '../outlook/draft.ts'
import { answered, tallyOf, type Outlook, type OutlookEvent } from '../outlook/graph.ts'
import { firstOfficer, isTheirNumber } from '../people/people.ts'
import { useLoaded } from '../use-loaded.ts'
import type { Sandbox } from '../use-sandbox.ts'
import {
  followed,
  isAbout,
  keptStory,
  newStory,
  remembering,
  stepNow,
  ticksOf,
  type Evidence,
  type Standing,
  type StepId,
  type Story,
} from './steps.ts'

const keptAs = 'quorate-desk-story'

export type StoryView = {
  readonly story: Story
  readonly ticks: Readonly<Record<StepId, boolean>>
  /** The step to do next; undefined when all are done. */
  readonly step?: StepId
  readonly update: (change: (story: Story) => Story) => void
}

export function forgetStory(): void {
  localStorage.removeItem(keptAs)
}

/** How far the visitor has come: read from the council each time something happens, and kept over a reload. */
export function useStory(sandbox: Sandbox, outlookOf: (person: Person) => Outlook): StoryView {
  const { control, groups, version } = sandbox
  const [story, setStory] = useState(() => openingStory(sandbox))
  const officer = firstOfficer(groups)
  const officerId = officer?.id

  const look = useCallback(async () => {
    const asked = sandbox.people.find(({ id }) => id === officerId)
    if (!asked) return { calendar: [], cards: [] }
    const [calendar, cards] = await Promise.all([outlookOf(asked).calendar(...aYearFrom(sandbox)), control.cards(asked.id)])
    return { calendar, cards }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what changes in the council comes with `version`
  }, [officerId, outlookOf, control])
  const { value } = useLoaded(look, version)

  useEffect(() => {
    if (!value) return
    const standing = value.calendar.filter(({ isOrganizer }) => isOrganizer).map((event) => standingOf(event, sandbox))
    setStory((before) => {
      const after = remembering(followed(before, standing), standing)
      return { ...after, seenAt: sandbox.now.toString(), seenHappened: sandbox.journal.length }
    })
  }, [value, sandbox])

  useEffect(() => localStorage.setItem(keptAs, JSON.stringify(story)), [story])

  const ticks = ticksOf(evidenceOf(story, sandbox, value?.cards ?? []))
  return { story, ticks, step: stepNow(ticks), update: setStory }
}

function openingStory({ world, now, texts, journal }: Sandbox): Story {
  const at = now.toString()
  const opening = { council: world.council.id, now: at, texts: texts.length, happened: journal.length }
  return keptStory(localStorage.getItem(keptAs), opening) ?? newStory(opening)
}

function aYearFrom({ now }: Sandbox): [string, string] {
  return [now.subtract({ hours: 24 }).toString(), now.add({ hours: 24 * 365 }).toString()]
}

function standingOf(event: OutlookEvent, { world, people }: Sandbox): Standing {
  const lists = world.groups.map(({ email }) => email)
  const { accepted, tentative, declined } = tallyOf(event, lists)
  const { id, iCalUId, subject, attendees } = event
  return {
    id,
    iCalUId,
    subject,
    start: event.start.dateTime,
    createdAt: event.createdDateTime ? momentOf(event.createdDateTime).toString() : '',
    answered: accepted + tentative + declined,
    asked: attendees.length,
    calendars: calendarsOf(event, world, people).size,
    coming: people.filter(({ email }) => attendees.some((attendee) => isComing(attendee, email))).map(({ id }) => id),
  }
}

function isComing({ emailAddress, status }: OutlookEvent['attendees'][number], email: string): boolean {
  return emailAddress.address === email && ['accepted', 'tentative'].includes(answered(status?.response))
}

/** Every calendar that a meeting lies in but its organiser's: lists opened, rooms counted, nobody twice. */
function calendarsOf({ attendees }: OutlookEvent, world: Sandbox['world'], people: Sandbox['people']): Set<string> {
  const idOf = (address: string) => people.find(({ email }) => email === address)?.id ?? address
  const reached = attendees.flatMap(({ emailAddress: { address } }) => {
    const list = world.groups.some(({ email }) => email === address)
    return list ? [...membersOf(address, world)] : [idOf(address)]
  })
  return new Set(reached)
}

function evidenceOf(story: Story, sandbox: Sandbox, cards: readonly CardSent[]): Evidence {
  const subject = story.followed?.subject ?? ''
  const cancelledAt = lastCancellationAt(sandbox, story)
  return {
    sent: story.followed !== undefined,
    answered: story.answered,
    asked: cards.some(({ activity }) => isAbout(activity, subject)),
    cancelled: cancelledAt !== undefined,
    read: cancelledAt !== undefined && Object.entries(story.phonesRead).some(([id, count]) => hasRead(id, count, cancelledAt, sandbox)),
  }
}

/** When something was last cancelled in this visit. */
export function lastCancellationAt({ journal }: Pick<Sandbox, 'journal'>, { happenedBefore }: Story): string | undefined {
  return journal.slice(happenedBefore).findLast(({ kind }) => kind === 'cancellation')?.at
}

/** Whether the texts that were on a phone when it was looked at had one among them that came since. */
function hasRead(personId: string, count: number, since: string, { people, texts }: Sandbox): boolean {
  const person = people.find(({ id }) => id === personId)
  return (
    person !== undefined &&
    texts
      .filter(({ to }) => isTheirNumber(person, to))
      .slice(0, count)
      .some(({ at }) => at >= since)
  )
}
