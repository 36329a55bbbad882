import { objectIdOf } from '../object-id.ts'
import type { Call, Reply } from './call.ts'
import { delta } from './delta.ts'
import type { Tokens } from './delta-token.ts'
import { lookupOf, asksForProperties } from './lookups.ts'
import type { Mailbox, View } from './mailbox.ts'
import { ownMember } from './own-member.ts'
import { chosen, page, readQuery, type Query } from './query.ts'
import { Refusal, badRequest, invalidRequest } from './refusal.ts'
import { inMailbox, type Route } from './routes.ts'
import { checkSelection, eventSource, showEvent } from './show-event.ts'
import type { Store } from './store.ts'
import { readBound } from './times.ts'
import { find, viewOf, viewsWithin } from './views.ts'

type Parts = { readonly store: Store; readonly tokens: Tokens; readonly base: () => string }

const usualPage = 10

/** The lists of a calendar: events and masters, what stands between two instants, a series' occurrences, and what changed. */
export function calendarRoutes({ store, tokens, base }: Parts): Route[] {
  function listed(call: Call, mailbox: Mailbox, views: readonly View[], asked: Query, of: string): Reply {
    checkSelection(asked)
    const things = chosen(views, asked, (view) => eventSource(store, call.prefer, view))
    const { shown, rest } = page(call, base(), { things, asked, usual: call.prefer.pageSize ?? usualPage })
    const preferences = call.prefer.applied.join(', ')
    return {
      status: 200,
      ...(preferences && { headers: { 'Preference-Applied': preferences } }),
      body: {
        '@odata.context': `${base()}/$metadata#users('${mailbox.owner.objectId}')/${of}`,
        value: shown.map((view) => showEvent({ store, prefer: call.prefer, asked }, view)),
        ...rest,
      },
    }
  }

  const events = (call: Call, mailbox: Mailbox) => {
    const asked = readQuery(call)
    return listed(call, mailbox, candidates(mailbox, asked), asked, 'events')
  }

  const calendarView = (call: Call, mailbox: Mailbox) => {
    const asked = readQuery(call)
    if (asksForProperties(asked.filter))
      throw new Refusal(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.')
    const window = windowOf(call)
    const views = [...mailbox.items.values()].flatMap((item) => viewsWithin(item, window)).sort((one, other) => one.start - other.start)
    return listed(call, mailbox, views, asked, 'calendarView')
  }

  return [
    inMailbox('calendar', 'GET events', events),
    inMailbox('calendar', 'GET calendarView', calendarView),
    inMailbox('calendar', 'GET calendarView/delta', (call, mailbox) => delta({ store, tokens, base: base() }, mailbox, call)),
    inMailbox('calendar', 'GET events/delta', () => {
      throw badRequest("Change tracking is not supported against 'microsoft.graph.event'.")
    }),
    inMailbox('calendar', 'GET events/:event/instances', (call, mailbox, { event = '' }) => {
      const view = find(store, mailbox, event, call.prefer)
      if (view.type !== 'seriesMaster') throw invalidRequest('Only a series has instances.')
      const within = viewsWithin(view.item, windowOf(call))
      // Exceptions come first: whoever relies on the order of days learns it here.
      const inOrder = [...within.filter(({ type }) => type === 'exception'), ...within.filter(({ type }) => type !== 'exception')]
      return listed(call, mailbox, inOrder, readQuery(call), 'events')
    }),
    inMailbox('calendar', 'GET calendar', (call, mailbox) => ({ status: 200, body: calendarOf(store, mailbox, call, base()) })),
    inMailbox('calendar', 'GET calendars', (call, mailbox) => ({
      status: 200,
      body: {
        '@odata.context': `${base()}/$metadata#users('${mailbox.owner.objectId}')/calendars`,
        value: [calendarOf(store, mailbox, call, base())],
      },
    })),
  ]
}

/** What an index knows is not searched for. */
function candidates(mailbox: Mailbox, { filter }: Query): View[] {
  const { iCalUId } = lookupOf(filter)
  if (iCalUId === undefined) return [...mailbox.items.values()].map(viewOf)
  const item = mailbox.byUid.get(iCalUId)
  return item ? [viewOf(item)] : []
}

function windowOf({ query, prefer }: Call) {
  const window = {
    start: readBound(query.get('startdatetime'), 'startDateTime', prefer.zone),
    end: readBound(query.get('enddatetime'), 'endDateTime', prefer.zone),
  }
  if (window.end < window.start) throw badRequest('The end of the window must not be before its start.')
  return window
}

function calendarOf({ switches }: Store, { owner }: Mailbox, { query }: Call, base: string): object {
  const calendar: Record<string, unknown> = {
    id: objectIdOf('calendar', owner.objectId),
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    changeKey: 'AAAAAA==',
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: owner.kind === 'person' ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: owner.kind === 'person' ? 'teamsForBusiness' : 'unknown',
    isTallyingResponses: !switches.notTallying.has(owner.objectId),
    isRemovable: false,
    owner: { name: owner.name, address: owner.address },
  }
  const select = query.get('$select')?.split(',') ?? Object.keys(calendar)
  const shown = Object.fromEntries(['id', ...select].map((name) => [name.trim(), ownMember(calendar, name.trim())]))
  return { '@odata.context': `${base}/$metadata#users('${owner.objectId}')/calendar/$entity`, ...shown }
}
