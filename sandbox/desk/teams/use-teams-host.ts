import { useEffect, useRef, useState, type RefObject } from 'react'
import { useDesk } from '../desk-context.ts'
import { useOpenLink } from './use-open-link.ts'
import {
  answerTo,
  eventOf,
  isFromTab,
  reactionTo,
  readRequest,
  tabPageId,
  type HostRequest,
  type Reaction,
  type TabFacts,
  type Theme,
} from './teams-host.ts'

export type TabStanding = { readonly kind: 'starting' | 'loaded' | 'ready' } | { readonly kind: 'failed'; readonly because: string }

/**
 * Is Teams to the tab in a frame: answers what it asks, and tells it when the theme changes.
 *
 * Trap: only the frame's own window and origin are heard, and answers go to that origin alone: the token in them is a person's.
 */
export function useTeamsHost(frame: RefObject<HTMLIFrameElement | null>, theme: Theme, device: TabFacts['device']): TabStanding {
  const { sandbox, person, place, go } = useDesk()
  const { control, addresses, world } = sandbox
  const [standing, setStanding] = useState<TabStanding>({ kind: 'starting' })
  const listening = useRef(new Set<string>())
  const origin = new URL(addresses.tab).origin
  const facts: TabFacts = {
    theme,
    device,
    pageId: tabPageId,
    person: { objectId: person.objectId ?? person.id, email: person.email, name: person.name },
    tenantId: world.council.tenantId ?? '',
    subPageId: place.path,
    sessionId: `${person.id}-${world.council.id}`,
  }

  const open = useOpenLink()
  const post = (message: unknown) => frame.current?.contentWindow?.postMessage(message, origin)

  async function token(request: HostRequest): Promise<void> {
    try {
      post(answerTo(request, [true, await control.token(person.id, 'api')]))
    } catch {
      post(answerTo(request, [false, 'resourceRequiresConsent'])) // what Teams says when Entra gives none
    }
  }

  function react(request: HostRequest, reaction: Reaction): void {
    switch (reaction.kind) {
      case 'answer':
        return post(answerTo(request, reaction.args))
      case 'token':
        return void token(request)
      case 'listen':
        return void listening.current.add(reaction.event)
      case 'standing':
        setStanding({ kind: reaction.standing })
        return reaction.args && post(answerTo(request, reaction.args))
      case 'failed':
        return setStanding({ kind: 'failed', because: reaction.because })
      case 'go':
        post(answerTo(request, reaction.reply))
        return go({ path: reaction.subPageId })
      case 'open':
        post(answerTo(request, reaction.reply))
        return open(reaction.url)
      case 'share':
      case 'unknown':
        return undefined // Teams answers neither
    }
  }

  const hear = useRef<(event: MessageEvent<unknown>) => void>(undefined)
  useEffect(() => {
    hear.current = (event) => {
      if (!isFromTab(event, { window: frame.current?.contentWindow, origin })) return
      const request = readRequest(event.data)
      if (request) react(request, reactionTo(request, facts))
    }
  })
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => hear.current?.(event)
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])

  useEffect(() => {
    if (listening.current.has('themeChange')) frame.current?.contentWindow?.postMessage(eventOf('themeChange', theme), origin)
  }, [theme, origin, frame])

  return standing
}
