import { useDesk } from '../desk-context.ts'
import { linked } from '../place.ts'

/** Opens a link as Teams would: a link into the app stays on the desk, any other goes to a window of its own. */
export function useOpenLink(): (url: string) => void {
  const { place, go } = useDesk()
  return (url) => {
    const to = linked(url)
    if (to?.kind === 'tab') go({ app: place.app === 'outlook' ? 'teams' : place.app, teams: 'tab', path: to.path })
    else if (to?.kind === 'chat') go({ app: place.app === 'outlook' ? 'teams' : place.app, teams: 'chat' })
    else if (to) window.open(to.url, '_blank', 'noopener')
  }
}
