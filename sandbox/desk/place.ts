import { z } from 'zod'

/** Where a visitor is: kept in the address, so that a link or a reload keeps the place. */
const placeShape = z.object({
  person: z.string().max(64).optional().catch(undefined),
  /** `council`: the council's calendar of committee meetings, the same whoever one is. */
  app: z.enum(['outlook', 'teams', 'both', 'council']).catch('outlook'),
  /** Which of Outlook's two pages. */
  outlook: z.enum(['mail', 'calendar']).catch('calendar'),
  /** Which of Teams' two. */
  teams: z.enum(['chat', 'tab']).catch('tab'),
  /** The tab's own sub page, as `subPageId`. Absent: its first. */
  path: z.string().max(500).optional().catch(undefined),
  /** Whose phone lies on the desk, when it is not the person's own. */
  phone: z.string().max(64).optional().catch(undefined),
})
export type Place = z.infer<typeof placeShape>

/** Reads the part of the address after `#`. What cannot be read is as if it were not there. */
export function readPlace(hash: string): Place {
  return placeShape.parse(Object.fromEntries(new URLSearchParams(hash.replace(/^#/, ''))))
}

export function writePlace(place: Place): string {
  const said = Object.entries(place).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  return `#${new URLSearchParams(said).toString()}`
}

const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft']

export type Linked =
  { readonly kind: 'tab'; readonly path?: string } | { readonly kind: 'chat' } | { readonly kind: 'outside'; readonly url: string }

/** What a link opens: a Teams deep link stays on the desk, as it would stay in Teams; anything else is another window's. */
export function linked(url: string): Linked | undefined {
  const parsed = URL.parse(url)
  if (!parsed || !['https:', 'http:', 'tel:', 'mailto:'].includes(parsed.protocol)) return undefined
  if (!teamsHosts.includes(parsed.hostname)) return { kind: 'outside', url }
  if (parsed.pathname.startsWith('/l/entity/')) return { kind: 'tab', path: subEntityOf(parsed.searchParams.get('context')) }
  return parsed.pathname.startsWith('/l/chat/') ? { kind: 'chat' } : { kind: 'outside', url }
}

const linkContext = z.object({ subEntityId: z.string().max(500).optional(), subPageId: z.string().max(500).optional() })

function subEntityOf(context: string | null): string | undefined {
  if (!context) return undefined
  try {
    const { subEntityId, subPageId } = linkContext.parse(JSON.parse(context))
    return subEntityId ?? subPageId
  } catch {
    return undefined // a link with an unreadable context still opens the tab, at its first page
  }
}
