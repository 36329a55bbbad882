import type { SandboxContext } from '../service.ts'
import type { EventBody } from './event-body.ts'
import { changedContent, changedOwn, differences, isSignificant, newContent, newOwn, withMeeting } from './event-content.ts'
import type { Content, Entry } from './event.ts'
import { audienceOf, replaceContent, unanswered, type Audience, type Invitations } from './invitations.ts'
import type { Item, Mailbox, View } from './mailbox.ts'
import { Refusal, invalidRequest } from './refusal.ts'
import { addItem, everyDay, removeItem, removeOccurrence, touch, type Store } from './store.ts'
import { contentOn, exceptionOn, occurrenceOn, viewOf } from './views.ts'

/** What an organiser does with events; an attendee's own copy can be filed and removed, no more. */
export type Meetings = {
  /** The same `transactionId` again gives the event that stands. */
  create(mailbox: Mailbox, body: EventBody, tenantId: string): View
  update(view: View, body: EventBody, tenantId: string): View
  cancel(view: View, comment: string): void
  remove(view: View): void
}

/** Of the mailbox alone: nobody is told when only these change. */
const quiet = new Set<keyof Content>(['showAs', 'sensitivity', 'sequence', 'startZone', 'endZone'])

export function createMeetings(store: Store, invitations: Invitations, { journal }: Pick<SandboxContext, 'journal'>): Meetings {
  function note(kind: 'invitation' | 'change' | 'cancellation', { item, entry }: View, what: string): void {
    const who = item.mailbox.owner.person?.id
    journal.note({ kind, ...(who && { who }), summary: `${item.mailbox.owner.name} ${what} “${entry.content.subject}”.` })
  }

  function inviteAll(view: View): void {
    const { item } = view
    const to = audienceOf(store, item.content)
    if (item.isDraft || item.content.attendees.length === 0) return
    invitations.send({ kind: 'invitation', about: { uid: item.uid, content: item.content }, to, resets: true })
    note('invitation', view, `invited ${to.size} to`)
  }

  return {
    create(mailbox, body, tenantId) {
      const same = body.transactionId ? mailbox.byTransaction.get(body.transactionId) : undefined
      if (same && !same.isGone) return viewOf(same)
      const content = newContent(
        body,
        { book: store.book, organizer: mailbox.owner, tenantId },
        `${mailbox.owner.objectId}/${store.nextSerial()}`,
      )
      const item = addItem(store, mailbox, {
        content,
        own: newOwn(body),
        status: { response: 'organizer' },
        isOrganizer: true,
        isDraft: body.isDraft ?? false,
        ...(body.transactionId && { transactionId: body.transactionId }),
      })
      inviteAll(viewOf(item))
      return viewOf(item)
    },

    update(view, body, tenantId) {
      if (!view.item.isOrganizer) return updateOwn(store, view, body)
      if (view.slot) return updateOccurrence(view, view.slot.on, body)
      const { item } = view
      const before = item.content
      const after = versioned(before, nextContent(store, item, body, tenantId))
      item.own = changedOwn(item.own, body)
      applyToSeries(store, item, after)
      const wasDraft = item.isDraft
      item.isDraft = body.isDraft ?? wasDraft
      if (wasDraft && !item.isDraft) inviteAll(viewOf(item))
      else if (!item.isDraft && before !== after) tell({ item, entry: item }, before, after)
      if (before !== after && !item.isDraft) note('change', view, 'changed')
      return viewOf(item)
    },

    cancel(view, comment) {
      const { item, entry } = view
      const cannot = "Your request can't be completed."
      if (!item.isOrganizer) throw invalidRequest(`${cannot} You need to be an organizer to cancel a meeting.`)
      if (entry.content.attendees.length === 0) throw invalidRequest(`${cannot} An appointment without attendees cannot be canceled.`)
      callOff(view, comment)
      note('cancellation', view, 'cancelled')
    },

    remove(view) {
      if (view.item.isOrganizer && view.entry.content.attendees.length > 0) {
        callOff(view, '')
        note('cancellation', view, 'deleted')
      } else if (view.slot) removeOccurrence(store, view.item, view.slot.on)
      else removeItem(store, view.item)
    },
  }

  function callOff({ item, entry, slot }: View, comment: string): void {
    const about = { uid: item.uid, content: entry.content, ...(slot && { on: slot.on }) }
    if (!item.isDraft) invitations.send({ kind: 'cancellation', about, to: audienceOf(store, entry.content), resets: false, comment })
    if (slot) removeOccurrence(store, item, slot.on)
    else removeItem(store, item)
  }

  function updateOccurrence(view: View, on: string, body: EventBody): View {
    if (body.recurrence) throw invalidRequest('An occurrence has no recurrence of its own.')
    const { item } = view
    const before = view.type === 'exception' ? view.entry.content : contentOn(item.content, on)
    const after = versioned(before, changedContent(before, body, store.book))
    refuseCrossing(item, on, after)
    const exception = exceptionOn(store, item, on)
    exception.own = changedOwn(exception.own, body)
    exception.content = after
    for (const name of differences(contentOn(item.content, on), after)) exception.changed.add(name)
    if (after.sequence !== before.sequence) resetTally(exception)
    touch(store, item, { only: on })
    if (before !== after) tell({ item, entry: exception, on }, before, after)
    return occurrenceOn(item, on) ?? view
  }

  /** Who hears of a change: with new attendees only, those who came and those who went; with anything else, everybody. */
  function tell({ item, on }: { item: Item; entry: Entry; on?: string }, before: Content, after: Content): void {
    const about = { uid: item.uid, content: after, ...(on && { on }) }
    const [were, are] = [audienceOf(store, before), audienceOf(store, after)]
    const added = without(are, were)
    const removed = without(were, are)
    const resets = before.sequence !== after.sequence
    const told = [...differences(before, after)].filter((name) => !quiet.has(name))
    const words = told.some((name) => name !== 'attendees') || stillCovered(after, before, are)
    invitations.send({ kind: 'cancellation', about: { ...about, content: before }, to: removed, resets: false })
    if (added.size > 0) invitations.send({ kind: 'invitation', about, to: added, resets: true })
    if (words) invitations.send({ kind: 'update', about, to: without(are, added), resets })
  }

  /** Somebody's own row went while a list still covers them: Outlook then writes to everyone. */
  function stillCovered(after: Content, before: Content, are: Audience): boolean {
    const rows = new Set(after.attendees.map(({ key }) => key))
    return before.attendees.some(({ key }) => !rows.has(key) && are.has(key))
  }
}

/** An attendee's copy takes what is the mailbox's own and nothing else. */
function updateOwn(store: Store, view: View, body: EventBody): View {
  const changed = differences(view.entry.content, changedContent(view.entry.content, body, store.book))
  if ([...changed].some((name) => !quiet.has(name))) throw invalidRequest('You need to be an organizer to change this meeting.')
  const entry = view.slot ? exceptionOn(store, view.item, view.slot.on) : view.item
  entry.own = {
    ...changedOwn(entry.own, body),
    ...(body.showAs && { showAs: body.showAs }),
    ...(body.sensitivity && { sensitivity: body.sensitivity }),
  }
  touch(store, view.item, view.slot ? { only: view.slot.on } : {})
  return view.slot ? (occurrenceOn(view.item, view.slot.on) ?? view) : viewOf(view.item)
}

function nextContent(store: Store, item: Item, body: EventBody, tenantId: string): Content {
  const content = changedContent(item.content, body, store.book)
  const isNew = content.isOnlineMeeting && !item.content.isOnlineMeeting
  return isNew ? withMeeting(content, item.mailbox.owner, tenantId, item.uid) : content
}

/** The content as it was where nothing differs; else with its sequence, which grows when the time does. */
function versioned(before: Content, after: Content): Content {
  if (differences(before, after).size === 0) return before
  return isSignificant(before, after) ? { ...after, sequence: before.sequence + 1 } : after
}

function applyToSeries(store: Store, item: Item, after: Content): void {
  const before = item.content
  const moved = before.sequence !== after.sequence
  replaceContent(item, after)
  if (moved) resetTally(item)
  const rows = new Set(after.attendees.map(({ key }) => key))
  for (const key of item.tally.keys()) if (!rows.has(key)) item.tally.delete(key)
  touch(store, item, moved ? { also: [...new Set([...everyDay(before), ...everyDay(after)])] } : {})
}

function resetTally(entry: Entry): void {
  for (const { key } of entry.content.attendees) entry.tally.set(key, unanswered(entry.content))
}

function without(audience: Audience, others: Audience): Audience {
  return new Map([...audience].filter(([key]) => !others.has(key)))
}

/** An occurrence cannot be moved across its neighbours. */
function refuseCrossing(item: Item, on: string, after: Content): void {
  const days = everyDay(item.content)
  const place = days.indexOf(on)
  const near = (offset: number) => occurrenceOn(item, days[place + offset] ?? '')
  const [earlier, later] = [near(-1), near(1)]
  if ((earlier && after.start < earlier.end) || (later && after.end > later.start)) {
    throw new Refusal(400, 'ErrorOccurrenceCrossingBoundary', 'Modified occurrence is crossing or overlapping adjacent occurrence.')
  }
}
